"""An archive that is added to and asked: what went in comes out, once, and nothing else."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import func, select

from ondit.errors import ArchiveError, SourceError
from ondit.records import Article, Document, Reading
from ondit.records.archived import Fetched, Selection
from ondit.records.outcome import Outcome, State
from ondit.store.archive import Archive
from ondit.store.schema import metadata
from tests.store.samples import document, documents, vectors

URL = "https://harbour.example/2025/08/18/ceasefire"
TEXT = (
    "The mayor of Brenna said on Monday that the bridge would open in May.\n\nShe gave no reason."
)


def plain(text: str = TEXT, url: str | None = URL, outlet: str | None = "The Harbour Post"):
    return Document(Reading(Article(text, url=url, outlet=outlet)), (), vectors((), "", 0))


def test_a_reading_comes_out_as_it_went_in(archive: Archive) -> None:
    for one in documents(30):
        added = archive.add(one, "a")
        assert added.state is State.ADDED
        assert archive.get(str(added.id)) == one.reading


def test_the_same_document_twice_is_one_article(archive: Archive) -> None:
    one = document("pl/pl-1")
    first = archive.add(one, "pl-1.html")
    assert archive.add(one, "again.html") == Outcome("again.html", State.SAME, first.id)


def test_only_what_was_added_is_held(archive: Archive) -> None:
    one, other = documents(2)
    archive.add(one, "one")
    assert archive.holds(one.reading.article)
    assert not archive.holds(other.reading.article)


@pytest.mark.parametrize(
    "url",
    [
        "http://Harbour.Example:80/2025/08/18/ceasefire/",
        URL + "?utm_source=mail&fbclid=x",
        URL + "#comments",
    ],
)
def test_an_address_written_otherwise_is_the_same(archive: Archive, url: str) -> None:
    first = archive.add(plain(), "a")
    assert archive.add(plain(url=url), "b") == Outcome("b", State.SAME, first.id)


def test_another_text_at_the_same_address_is_a_new_version(archive: Archive) -> None:
    first = archive.add(plain(), "a")
    longer = plain(TEXT + "\n\nUpdated at noon.")
    assert archive.add(longer, "b") == Outcome("b", State.UPDATED, first.id)
    assert archive.get(str(first.id)) == longer.reading
    assert archive.holds(plain().reading.article)


def test_an_outlets_text_at_two_addresses_is_one_article(archive: Archive) -> None:
    first = archive.add(plain(), "a")
    mobile = plain(TEXT.replace(" ", "  "), url="https://m.harbour.example/123")
    assert archive.add(mobile, "b") == Outcome("b", State.SAME, first.id)
    moved = plain("It will not open in May.", url="https://m.harbour.example/123")
    assert archive.add(moved, "c") == Outcome("c", State.UPDATED, first.id)


def test_the_same_text_by_another_outlet_is_another_article(archive: Archive) -> None:
    first = archive.add(plain(), "a")
    other = archive.add(plain(url="https://valley.example/1", outlet="The Valley Herald"), "b")
    assert other.state is State.ADDED
    assert other.id != first.id


def test_a_text_of_unknown_origin_is_known_by_its_words(archive: Archive) -> None:
    nowhere = plain(url=None, outlet=None)
    first = archive.add(nowhere, "a.txt")
    assert archive.add(nowhere, "b.txt").id == first.id
    assert archive.add(plain(), "c").state is State.ADDED


def test_what_was_seen_again_keeps_its_new_address(archive: Archive) -> None:
    first = archive.add(plain(), "a")
    elsewhere = plain(url="https://m.harbour.example/123").reading.article
    assert archive.see(elsewhere, "b") == Outcome("b", State.SAME, first.id)
    changed = replace(elsewhere, text="It will not open in May.")
    assert not archive.holds(changed)
    assert archive.see(changed, "c").state is State.FAILED


def test_an_archive_is_there_when_it_is_opened_again(where: str) -> None:
    one = document("uk/uk-1")
    with Archive(where) as archive:
        added = archive.add(one, "a")
    with Archive(where, create=False) as archive:
        assert archive.get(str(added.id)) == one.reading


def test_an_id_that_is_not_there_is_said_so(archive: Archive) -> None:
    with pytest.raises(ArchiveError, match="ffff: no such article"):
        archive.get("ffff")


def test_a_document_comes_out_with_its_vectors(archive: Archive) -> None:
    one = document("zh/zh-1")
    found = archive.document(str(archive.add(one, "a").id))
    assert (found.reading, found.statements) == (one.reading, one.statements)
    assert (found.vectors * one.vectors).sum(axis=1) == pytest.approx(1, abs=0.04)


def test_an_edit_trail_says_what_was_said_before_and_after(archive: Archive) -> None:
    one = document("pl/pl-1")
    fewer = replace(
        one.reading,
        article=replace(one.reading.article, text=one.reading.article.text + "\n\n(12.30)"),
        attributions=one.reading.attributions[:-1],
        chains=one.reading.chains[:-1],
    )
    added = str(archive.add(one, "a").id)
    archive.add(Document(fewer, one.statements[:-1], one.vectors[:-1]), "b")
    first, second = archive.versions(added)
    assert (first.number, first.reading, first.removed) == (1, one.reading, ())
    assert (second.number, second.reading, second.added) == (2, fewer, ())
    assert len(first.added) == len(one.reading.attributions)
    assert second.removed == first.added[-1:]


def test_what_is_deleted_is_not_found(archive: Archive) -> None:
    added = str(archive.add(document("pl/pl-1"), "a").id)
    assert archive.search(Selection(words="Ruhny"))
    archive.delete(added)
    archive.add(document("zh/zh-1"), "b")
    assert not archive.search(Selection(words="Ruhny"))


def test_what_is_deleted_leaves_nothing(archive: Archive) -> None:
    one, other = documents(2)
    kept = archive.add(other, "b")
    before = _everything(archive)
    added = str(archive.add(one, "a").id)
    archive.add(replace(one, reading=_edited(one.reading)), "a")
    archive.delete(added)
    assert _everything(archive) == before
    assert [row.id for row in archive.list()] == [kept.id]
    with pytest.raises(ArchiveError, match="no such article"):
        archive.delete(added)
    assert archive.add(one, "a").state is State.ADDED


def _edited(reading: Reading) -> Reading:
    return replace(reading, article=replace(reading.article, text=reading.article.text + "\n."))


def _everything(archive: Archive) -> list[int]:
    """Return how many rows each table has, but for what tracing still has to look at: there an
    article that went stands until it did."""
    tables = [table for table in metadata.sorted_tables if table.name != "untraced"]
    with archive._database.reading() as connection:  # noqa: SLF001 - no verb shows leftovers
        return [connection.scalar(select(func.count()).select_from(table)) or 0 for table in tables]


def test_what_a_server_said_is_remembered(archive: Archive) -> None:
    assert archive.fetched(URL) is None
    archive.remember(URL, Fetched('"a1"', None, 1755500000.5))
    archive.remember(URL, Fetched('"a2"', "Mon, 18 Aug 2025 09:00:00 GMT", 1755500001.5))
    assert archive.fetched(URL) == Fetched('"a2"', "Mon, 18 Aug 2025 09:00:00 GMT", 1755500001.5)


@pytest.mark.parametrize("text", ["Brenna\0 said so.", "Brenna \ud83d said so."])
def test_text_that_no_database_keeps_is_that_sources_error(archive: Archive, text: str) -> None:
    with pytest.raises(SourceError, match=r"^bad\.txt: "):
        archive.add(plain(text), "bad.txt")
    assert not archive.holds(plain(text).reading.article)
