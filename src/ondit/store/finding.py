"""Turns the rows that a query found into what an archive answers with."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from ondit.records import Article, Attribution, Reading, Span, Standing, wording
from ondit.records.archived import ArticleRow, Hit
from ondit.store.coding import Unpacked, unpack
from ondit.store.entry import ARTICLE_FIELDS
from ondit.store.queries import Cursor
from ondit.store.words import Wanted, terms, wanted


def unpacked(row: Any) -> Unpacked:  # noqa: ANN401 - a row has the type of its query
    """Return what was read in a version, as it was added."""
    article = Article(row.text, **{name: getattr(row, name) for name in ARTICLE_FIELDS})
    return unpack(row.reading, article, row.summary)


def article_row(row: Any, number: int = 0) -> ArticleRow:  # noqa: ANN401 - as above
    """Return a version as it is listed; `number` is the attribution that its cursor is for."""
    return ArticleRow(
        id=row.article,
        version=row.number,
        seen=row.seen,
        title=row.title,
        outlet=row.outlet,
        url=row.url,
        language=row.language,
        published=row.published,
        attributions=row.attributions,
        cursor=str(Cursor(row.dated, row.key, number)),
    )


def hits(rows: Sequence[Any], words: str | None) -> Iterator[Hit]:
    """Yield the attributions of rows that stand in the order of their versions."""
    asked = wanted(words or "")
    version, reading = None, None
    for row in rows:
        if reading is None or row.key != version:
            version, reading = row.key, unpacked(row).reading
        yield _hit(row, reading, asked)


def _hit(row: Any, reading: Reading, asked: Sequence[Wanted]) -> Hit:  # noqa: ANN401 - as above
    said = _attribution(reading, row.attribution)
    text = wording(said.content, reading.article.text)
    found = tuple(_matches(text, asked))
    article = article_row(row, said.id)
    return Hit(
        article,
        said,
        row.source,
        Standing(row.standing) if row.standing else None,
        text,
        found,
        sum(span.end - span.begin for span in found) / len(text),
        article.cursor,
    )


def _attribution(reading: Reading, number: int) -> Attribution:
    return next(one for one in reading.attributions if one.id == number)


def _matches(text: str, asked: Sequence[Wanted]) -> Iterator[Span]:
    """Yield the parts of `text` that are asked for; those that touch one another as one."""
    last: Span | None = None
    for term in terms(text):
        if not any(one.found_in(term.text) for one in asked):
            continue
        if last and term.span.begin <= last.end:
            last = Span(last.begin, max(last.end, term.span.end))
            continue
        if last:
            yield last
        last = term.span
    if last:
        yield last
