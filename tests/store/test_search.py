"""Finding what was said, by words in any script, by who said it, and by what it means."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ondit.errors import UsageError
from ondit.records import Act, Article, Attribution, Document, Form, Reading, Span, Statement, Via
from ondit.records.archived import Selection
from ondit.resolve.resolver import resolve
from ondit.store.archive import Archive
from tests.store.conftest import new
from tests.store.samples import documents, vectors

SAID = {
    "ru": ("Министр", "заявил, что", "войска будут выведены из долины", "2025-08-18"),
    "zh": ("河谷时报", "报道说", "政府拒绝从边境撤军", "2025-08-19"),
    "th": ("โฆษก", "กล่าวว่า", "รัฐบาลจะถอนทหาร", "2025-08-17"),
    "de": (
        "Die Ministerin",
        "sagte,",
        "die Regierung prüfe den Abzug",
        "2025-08-20T01:00:00+02:00",
    ),
    "en": ("Irena Holt", "refused", "to discuss the prisoners' exchange", "2025-08-16"),
    "hi": ("मंत्री", "ने कहा कि", "सरकार सेना वापस बुलाएगी", None),
}


def told(language: str) -> Document:
    """Return a document of one sentence: somebody says something."""
    source, cue, content, published = SAID[language]
    text = f"{source} {cue} {content}."
    act, via = (Act.REFUSE, Via.NAMED) if language == "en" else (Act.SAY, Via.OFFICE)
    one = Attribution(
        id=1,
        parent=None,
        source=_span(text, source),
        cue=_span(text, cue),
        content=_span(text, content),
        condition=(),
        act=act,
        via=via,
        form=Form.INDIRECT,
        probability=0.9,
    )
    article = Article(
        text,
        title=content,
        outlet=f"Harbour Post {language.upper()}",
        url=f"https://www.harbour.example/{language}",
        language=language,
        published=published,
    )
    statements = (Statement(one.content, 1),)
    reading = resolve(Reading(article, attributions=(one,)))
    return Document(reading, statements, vectors(statements, language, 0))


def _span(text: str, words: str) -> tuple[Span]:
    return (Span(begin := text.index(words), begin + len(words)),)


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def news(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Archive]:
    """An archive with one sentence in each language; tests leave it as it is."""
    with Archive(new(request.param, request, tmp_path_factory.mktemp("news"))) as archive:
        for language in SAID:
            archive.add(told(language), language)
        yield archive


def languages(archive: Archive, **asked: Any) -> list[str | None]:
    return [hit.article.language for hit in archive.search(Selection(**asked))]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("войсками", ["ru"]),
        ("ВОЙСКА долины", ["ru"]),
        ("войска моря", []),
        ("拒绝", ["zh"]),
        ("撤军 政府", ["zh"]),
        ("军", ["zh"]),
        ("军撤", []),
        ("ถอนทหาร", ["th"]),
        ("Regierungen", ["de"]),
        ("pruefe", []),
        ("prufe", ["de"]),
        ("prisoner", ["en"]),
        ("exchange: discuss!", ["en"]),
        ("सेना", ["hi"]),
        ("!?", []),
        ("", []),
    ],
)
def test_words_are_found_in_every_script_and_form(news: Archive, words: str, found: list[str]):
    assert languages(news, words=words) == found


def test_a_hit_shows_where_the_words_stand(news: Archive) -> None:
    (hit,) = news.search(Selection(words="拒绝 撤军"))
    assert [span.of(hit.text) for span in hit.matches] == ["拒绝", "撤军"]
    assert hit.score == 4 / len(hit.text)
    assert (hit.source, hit.attribution.act) == ("河谷时报", Act.SAY)


def test_the_latest_come_first_and_the_undated_last(news: Archive) -> None:
    assert languages(news) == ["de", "zh", "ru", "th", "en", "hi"]
    assert [row.language for row in news.list()] == ["de", "zh", "ru", "th", "en", "hi"]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"act": Act.REFUSE}, ["en"]),
        ({"via": Via.NAMED, "act": Act.SAY}, []),
        ({"source": "holt irena"}, ["en"]),
        ({"source": "河谷"}, ["zh"]),
        ({"source": "100%"}, []),
        ({"outlet": "harbour post ru"}, ["ru"]),
        ({"outlet": "www.harbour.example", "language": "th"}, ["th"]),
        ({"since": "2025-08-18"}, ["de", "zh", "ru"]),
        ({"since": "2025-08-20"}, []),
        ({"until": "2025-08-17"}, ["th", "en"]),
        ({"since": "2025-08-19", "until": "2025-08-19"}, ["de", "zh"]),
    ],
)
def test_what_is_given_must_all_hold(news: Archive, asked: dict[str, Any], found: list[str]):
    assert languages(news, **asked) == found
    assert news.count(Selection(**asked)) == len(found)


def test_paging_goes_through_all_once(archive: Archive) -> None:
    for one in documents(12):
        archive.add(one, "a")
    everything = [(hit.article.id, hit.attribution.id) for hit in archive.search(Selection())]
    assert [*_pages(archive)] == everything
    assert len(set(everything)) == len(everything)


def _pages(archive: Archive) -> Iterator[tuple[str, int]]:
    selection = Selection(limit=7)
    while hits := archive.search(selection):
        yield from ((hit.article.id, hit.attribution.id) for hit in hits)
        selection = replace(selection, after=hits[-1].cursor)


def test_the_list_can_be_paged_too(news: Archive) -> None:
    first = [*news.list(Selection(limit=2))]
    rest = [*news.list(Selection(after=first[-1].cursor))]
    assert [*first, *rest] == [*news.list()]


def test_only_the_current_text_is_searched(archive: Archive) -> None:
    archive.add(told("en"), "a")
    silent = replace(told("en").reading.article, text="Nothing was said.")
    archive.add(Document(Reading(silent), (), vectors((), "", 0)), "b")
    assert languages(archive, words="prisoners") == []


def test_what_comes_nearest_in_meaning_comes_first(archive: Archive) -> None:
    added = list(documents(20))
    for one in added:
        archive.add(one, "a")
    meant = added[3].vectors[2]
    hits = archive.like(meant, Selection(limit=5))
    assert hits[0].attribution == added[3].reading.attributions[2]
    exact = sorted((np.concatenate([one.vectors for one in added]) @ meant).tolist(), reverse=True)
    assert [hit.score for hit in hits] == pytest.approx(exact[:5], abs=0.03)


def test_meaning_and_conditions_hold_together(news: Archive) -> None:
    meant = told("ru").vectors[0]
    assert [hit.article.language for hit in news.like(meant, Selection(limit=1))] == ["ru"]
    found = news.like(meant, Selection(act=Act.REFUSE))
    assert [hit.article.language for hit in found] == ["en"]
    assert len(news.like(meant)) == len(SAID)


def test_a_date_or_cursor_that_is_none_is_said_so(news: Archive) -> None:
    with pytest.raises(UsageError, match="yesterday: not a date"):
        news.search(Selection(since="yesterday"))
    with pytest.raises(UsageError, match="x: not a cursor"):
        news.search(Selection(after="x"))


@settings(max_examples=60)
@given(words=st.text(max_size=30) | st.text("\"*():^-+ NEAR AND OR军撤\\'|&!<>", max_size=12))
def test_no_words_are_an_error(news: Archive, words: str) -> None:
    for asked in (Selection(words=words), Selection(source=words), Selection(outlet=words)):
        assert all(hit.text for hit in news.search(asked))


def test_acts_are_counted_once_an_article(news: Archive) -> None:
    found = news.acts(Selection(source="Holt"))
    assert found
    for act in Act:
        assert found.get(act, 0) == news.count(Selection(source="Holt", act=act))
