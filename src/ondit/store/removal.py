"""Takes an article out of the archive with all that only it had."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Column, Connection, Table, delete, exists, select

from ondit.store import fulltext
from ondit.store.finding import readings
from ondit.store.schema import (
    addresses,
    entities,
    entity_forms,
    forms,
    said,
    sources,
    versions,
)


def remove(connection: Connection, id_: str) -> bool:
    """Take an article out, with all its versions; return whether it was there."""
    rows = connection.execute(select(versions).where(versions.c.article == id_)).all()
    for row, reading in readings(connection, rows):
        fulltext.remove(connection, reading, row.first)
    keys = [row.key for row in rows]
    named = _used(connection, said.c.source, keys)
    written = _used(connection, entity_forms.c.form, keys)
    connection.execute(delete(addresses).where(addresses.c.article == id_))
    connection.execute(delete(versions).where(versions.c.article == id_))
    _remove_names(connection, named, written)
    return bool(rows)


def _remove_names(connection: Connection, named: list[int], written: list[int]) -> None:
    """Remove those of the names that nothing has any more, and then their entities."""
    meant = {
        *connection.scalars(select(sources.c.entity).where(sources.c.key.in_(named))),
        *connection.scalars(select(forms.c.entity).where(forms.c.key.in_(written))),
    }
    _remove_unused(connection, sources, named, said.c.source)
    _remove_unused(connection, forms, written, entity_forms.c.form)
    _remove_unused(connection, entities, meant - {None}, forms.c.entity, sources.c.entity)


def _used(connection: Connection, column: Column[int], keys: list[int]) -> list[int]:
    asked = select(column).where(column.table.c.version.in_(keys)).distinct()
    return list(connection.scalars(asked))


def _remove_unused(
    connection: Connection, table: Table, keys: Iterable[int | None], *users: Column[int]
) -> None:
    unused = [~exists().where(user == table.c.key) for user in users]
    connection.execute(delete(table).where(table.c.key.in_(keys), *unused))
