"""Less than two thirds of the space: attributions without their pieces as rows of their own, what
nobody queries only packed, two bits a dimension for every vector."""

from __future__ import annotations

from typing import Any

from alembic import op
from sqlalchemy import Connection, text

from ondit.records import Article
from ondit.store.entry import ARTICLE_FIELDS, put, version_row
from ondit.store.migrations.former import document
from ondit.store.migrations.script import run

revision = "0002"
down_revision = "0001"

OLD = text(
    "SELECT former_versions.*, former_vectors.contents, former_vectors.own FROM former_versions "
    "LEFT JOIN former_vectors ON former_vectors.version = former_versions.key "
    "WHERE former_versions.key = :key"
)
ADDRESSES = text("INSERT INTO addresses (url, article) SELECT url, article FROM former_addresses")
FETCHES = text(
    "INSERT INTO fetches (url, etag, last_modified, fetched_at) "
    "SELECT url, etag, last_modified, fetched_at FROM former_fetches"
)


def upgrade() -> None:
    """Put the old tables aside, make the new ones, and add everything again."""
    run("0002.aside")
    run(revision)
    connection = op.get_bind()
    connection.execute(ADDRESSES)
    connection.execute(FETCHES)
    for key in connection.scalars(text("SELECT key FROM former_versions ORDER BY key")).all():
        _add(connection, connection.execute(OLD, {"key": key}).one())
    run("0002.away")


def _add(connection: Connection, old: Any) -> None:  # noqa: ANN401 - a row of the old table
    article = Article(old.text, **{name: getattr(old, name) for name in ARTICLE_FIELDS})
    found = document(article, old.summary, old.reading, old.contents or b"", old.own or b"")
    same = {name: getattr(old, name) for name in ("key", "article", "number", "current", "seen")}
    row = version_row(found) | same | {"current": bool(old.current), "own": old.own or b""}
    put(connection, row, found.reading)
