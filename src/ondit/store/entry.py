"""Puts a document into the archive: the article it is, and the version of it."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any

from sqlalchemy import Column, Connection, func, insert, select, update

from ondit.records import Article, Document, Reading
from ondit.store import fulltext, rows, schema
from ondit.store.coding import Rest, pack
from ondit.store.identity import address, content_hash, same_outlet, site
from ondit.store.moment import moment, now
from ondit.store.names import add_names
from ondit.store.vectors import shrink
from ondit.store.words import folded

ARTICLE_FIELDS = ("title", "outlet", "url", "language", "published", "byline", "canonical")


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
    key = _next(connection, versions.c.key)
    own = {"key": key, "article": known, "number": (number or 0) + 1, "current": True}
    put(connection, version_row(document) | own, document.reading)


def put(connection: Connection, row: rows.Row, reading: Reading) -> None:
    """Put in a version, given as its row, and all rows that make up what was read in it."""
    first = _next(connection, schema.said.c.key)
    connection.execute(insert(schema.versions), row | {"first": first})
    add_names(connection, reading, rows.source_names(reading))
    for table, made in (
        (schema.said, rows.said_rows(reading, row["key"], first)),
        (schema.links, rows.link_rows(reading, row["key"])),
        (schema.entity_forms, rows.form_rows(reading, row["key"])),
    ):
        if found := list(made):
            connection.execute(insert(table), found)
    fulltext.add(connection, reading, first)


def _next(connection: Connection, key: Column[int]) -> int:
    return (connection.scalar(select(func.max(key))) or 0) + 1


def _with_text(connection: Connection, article: Article) -> list[Any]:
    versions = schema.versions
    asked = select(versions.c.article, versions.c.outlet, versions.c.url).where(
        versions.c.hash == content_hash(article.text)
    )
    return list(connection.execute(asked.order_by(versions.c.key)))


def version_row(document: Document) -> rows.Row:
    """Return the row of a text that is seen now, without its keys."""
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
        "attributions": len(reading.attributions),
        **_vectors(document),
        "text": article.text,
        "reading": pack(_rest(document), article),
    }


def _vectors(document: Document) -> rows.Row:
    told = [one.attribution is not None for one in document.statements]
    contents = [at for at, said in enumerate(told) if said]
    own = [at for at, said in enumerate(told) if not said]
    return {
        "contents": shrink(document.vectors[contents]),
        "own": shrink(document.vectors[own]),
    }


def _rest(document: Document) -> Rest:
    reading = document.reading
    parts = {one.name: getattr(reading, one.name) for one in fields(Rest)[:-1]}
    return Rest(**parts, statements=document.statements)
