"""Puts a document into the archive: the article it is, and the version of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, func, insert, select, update

from ondit.records import Article, Document, Reading
from ondit.store import fulltext, rows, schema
from ondit.store.coding import pack
from ondit.store.identity import address, content_hash, new_id, same_outlet, site
from ondit.store.moment import moment, now
from ondit.store.names import add_names
from ondit.store.vectors import COARSE, FINE, shrink
from ondit.store.words import folded

ARTICLE_FIELDS = ("title", "outlet", "url", "language", "published", "byline", "canonical")

ROWS = (
    (schema.attributions, rows.attribution_rows),
    (schema.pieces, rows.piece_rows),
    (schema.links, rows.link_rows),
    (schema.mentions, rows.mention_rows),
    (schema.credits, rows.credit_rows),
    (schema.timexes, rows.timex_rows),
    (schema.entity_forms, rows.form_rows),
)
"""The tables of a version and what makes their rows."""


@dataclass(frozen=True, slots=True)
class Known:
    """The article that a text belongs to; `has_text` if one of its versions is that text."""

    id: str
    has_text: bool


def find(connection: Connection, article: Article) -> Known | None:
    """Return the article in the archive that `article` is: the one at its address, or the one
    of its outlet that has its text."""
    same_text = _with_text(connection, article)
    if article.url:
        asked = select(schema.addresses.c.article).where(
            schema.addresses.c.url == address(article.url)
        )
        found = connection.scalar(asked)
        if found is not None:
            return Known(found, any(one.article == found for one in same_text))
    for one in same_text:
        if same_outlet(article, one.outlet, one.url):
            return Known(one.article, has_text=True)
    return None


def add_article(connection: Connection, article: Article) -> str:
    """Add an article that has no version yet; return its id."""
    found = new_id(article)
    connection.execute(insert(schema.articles), {"id": found, "added": now()})
    return found


def add_address(connection: Connection, known: str, article: Article) -> None:
    """Note that an article stands at the URL of `article`, too."""
    if not article.url:
        return
    url = address(article.url)
    if connection.scalar(select(schema.addresses.c.url).where(schema.addresses.c.url == url)):
        return
    connection.execute(insert(schema.addresses), {"url": url, "article": known})


def add_version(connection: Connection, known: str, document: Document) -> None:
    """Add a text of an article as its current one."""
    versions = schema.versions
    mine = versions.c.article == known
    number = connection.scalar(select(func.coalesce(func.max(versions.c.number), 0)).where(mine))
    connection.execute(update(versions).where(mine, versions.c.current).values(current=False))
    key = (connection.scalar(select(func.max(versions.c.key))) or 0) + 1
    own = {"key": key, "article": known, "number": (number or 0) + 1, "current": True}
    connection.execute(insert(versions), own | _version(document))
    _add_rows(connection, document.reading, key)
    fulltext.add(connection, document.reading, key)
    _add_vectors(connection, document, key)


def _with_text(connection: Connection, article: Article) -> list[Any]:
    versions = schema.versions
    asked = select(versions.c.article, versions.c.outlet, versions.c.url).where(
        versions.c.hash == content_hash(article.text)
    )
    return list(connection.execute(asked.order_by(versions.c.key)))


def _version(document: Document) -> rows.Row:
    reading = document.reading
    article = reading.article
    return {
        **{name: getattr(article, name) for name in ARTICLE_FIELDS},
        "seen": now(),
        "hash": content_hash(article.text),
        "outlet_folded": folded(article.outlet or ""),
        "site": site(article.url),
        "moment": moment(article.published),
        "summary": reading.summary,
        "text": article.text,
        "reading": pack(reading, document.statements),
    }


def _add_rows(connection: Connection, reading: Reading, version: int) -> None:
    add_names(connection, reading, rows.source_names(reading))
    for table, made in ROWS:
        found = list(made(reading, version))
        if found:
            connection.execute(insert(table), found)


def _add_vectors(connection: Connection, document: Document, version: int) -> None:
    told = [one.attribution is not None for one in document.statements]
    if not told:
        return
    contents = [at for at, said in enumerate(told) if said]
    own = [at for at, said in enumerate(told) if not said]
    row = {
        "version": version,
        "contents": shrink(document.vectors[contents], FINE),
        "own": shrink(document.vectors[own], COARSE),
    }
    connection.execute(insert(schema.vectors), row)
