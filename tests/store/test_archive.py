"""An archive that is added to and asked: what went in comes out, once, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from ondit.errors import ArchiveError, SourceError
from ondit.records import Article, Document, Reading
from ondit.records.outcome import Outcome, State
from ondit.store.archive import Archive
from tests.store.samples import document, documents, vectors

URL = "https://harbour.example/2025/08/18/ceasefire"
TEXT = (
    "The mayor of Brenna said on Monday that the bridge would open in May.\n\nShe gave no reason."
)


@pytest.fixture
def archive(tmp_path) -> Iterator[Archive]:
    with Archive(tmp_path / "news.db") as opened:
        yield opened


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


def test_an_archive_is_there_when_it_is_opened_again(tmp_path) -> None:
    one = document("uk/uk-1")
    with Archive(tmp_path / "news.db") as archive:
        added = archive.add(one, "a")
    with Archive(str(tmp_path / "news.db"), create=False) as archive:
        assert archive.get(str(added.id)) == one.reading


def test_an_id_that_is_not_there_is_said_so(archive: Archive) -> None:
    with pytest.raises(ArchiveError, match="ffff: no such article"):
        archive.get("ffff")


@pytest.mark.parametrize("text", ["Brenna\0 said so.", "Brenna \ud83d said so."])
def test_text_that_no_database_keeps_is_that_sources_error(archive: Archive, text: str) -> None:
    with pytest.raises(SourceError, match=r"^bad\.txt: "):
        archive.add(plain(text), "bad.txt")
    assert not archive.holds(plain(text).reading.article)
