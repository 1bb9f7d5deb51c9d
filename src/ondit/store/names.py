"""The rows that articles share: entities, the forms of their names, and how sources are named."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Table
from sqlalchemy.dialects import postgresql, sqlite

from ondit.records import Entity, NameForm, Reading
from ondit.store.schema import entities, forms, sources
from ondit.store.words import folded

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class SourceName:
    """How a source is named; `entity` is the id of the one so named, or None."""

    name: str
    entity: str | None

    @property
    def key(self) -> int:
        """The number of its row."""
        return _hash("source", self.entity or "", self.name)


def entity_key(entity: Entity) -> int:
    """Return the number of an entity's row."""
    return _hash("entity", entity.id)


def form_key(entity: Entity, form: NameForm) -> int:
    """Return the number of the row of a form of an entity's name."""
    return _hash("form", entity.id, form.type.value, form.text)


def add_names(connection: Connection, reading: Reading, said: Iterable[SourceName]) -> None:
    """Add the rows for all entities, forms and sources of a reading that are not there yet."""
    known = {one.id: entity_key(one) for one in reading.entities}
    _add(connection, entities, map(_entity, reading.entities))
    _add(connection, forms, _forms(reading.entities))
    _add(connection, sources, (_source(one, known) for one in said))


def _entity(one: Entity) -> Row:
    return {
        "key": entity_key(one),
        "id": one.id,
        "name": one.name,
        "kind": one.kind.value,
        "country": one.country,
        "wikidata": one.wikidata,
    }


def _forms(found: Iterable[Entity]) -> Iterator[Row]:
    for entity in found:
        for name in (one.form for one in entity.forms):
            yield {
                "key": form_key(entity, name),
                "entity": entity_key(entity),
                "name": name.text,
                "type": name.type.value,
                "folded": folded(name.text),
            }


def _source(one: SourceName, known: Mapping[str, int]) -> Row:
    entity = known.get(one.entity) if one.entity else None
    return {"key": one.key, "name": one.name, "entity": entity, "folded": folded(one.name)}


def _add(connection: Connection, table: Table, made: Iterable[Row]) -> None:
    found = {one["key"]: one for one in made}
    dialect = sqlite if connection.dialect.name == "sqlite" else postgresql
    if found:
        rows = [found[key] for key in sorted(found)]
        connection.execute(dialect.insert(table).on_conflict_do_nothing(), rows)


def _hash(*parts: str) -> int:
    """Return 63 bits: of ten million names two share one with a chance of 1 in 200,000."""
    digest = hashlib.sha256("\0".join(parts).encode()).digest()
    return int.from_bytes(digest[:8]) >> 1
