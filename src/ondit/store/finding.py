"""Turns the rows that a query found into what an archive answers with."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import fields
from typing import Any

from sqlalchemy import Connection

from ondit.records import Article, Attribution, Reading, Span, Statement, wording
from ondit.records.archived import ArticleRow, Hit
from ondit.store import queries
from ondit.store.coding import Rest, unpack
from ondit.store.entry import ARTICLE_FIELDS
from ondit.store.queries import Cursor
from ondit.store.words import Wanted, terms, wanted


def readings(connection: Connection, rows: Sequence[Any]) -> Iterator[tuple[Any, Reading]]:
    """Yield each of some versions' rows with what was read in it, as it was added."""
    for row, reading, _ in stated(connection, rows):
        yield row, reading


def stated(
    connection: Connection, rows: Sequence[Any]
) -> Iterator[tuple[Any, Reading, tuple[Statement, ...]]]:
    """Yield each of some versions' rows with what was read in it, and what it states."""
    told: defaultdict[int, list[Attribution]] = defaultdict(list)
    for one in connection.execute(queries.told([row.key for row in rows])):
        told[one.version].append(_attribution(one))
    for row in rows:
        article = Article(row.text, **{name: getattr(row, name) for name in ARTICLE_FIELDS})
        rest = unpack(row.reading, article)
        parts = {one.name: getattr(rest, one.name) for one in fields(Rest)[:-1]}
        attributions = tuple(told[row.key])
        reading = Reading(article, attributions=attributions, summary=row.summary, **parts)
        yield row, reading, rest.statements


def article_row(row: Any, number: int = 0) -> ArticleRow:  # noqa: ANN401 - a row has the type of its query
    """Return a version as it is listed; `number` is the attribution that its cursor is for."""
    return ArticleRow(
        id=row.article,
        version=row.version,
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
    """Yield what rows of attributions are, with the places of the words that were asked for."""
    asked = wanted(words or "")
    for row in rows:
        yield _hit(row, asked)


def _hit(row: Any, asked: Sequence[Wanted]) -> Hit:  # noqa: ANN401 - as above
    said = _attribution(row)
    text = wording(said.content, row.text)
    found = tuple(_matches(text, asked))
    article = article_row(row, said.id)
    return Hit(
        article,
        said,
        row.source_name,
        row.standing,
        text,
        found,
        sum(span.end - span.begin for span in found) / len(text),
        article.cursor,
    )


def _attribution(row: Any) -> Attribution:  # noqa: ANN401 - as above
    return Attribution(
        id=row.number,
        parent=row.parent,
        source=row.source_at,
        cue=row.cue_at,
        content=row.content_at,
        condition=row.condition_at,
        act=row.act,
        via=row.via,
        form=row.form,
        probability=row.probability,
    )


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
