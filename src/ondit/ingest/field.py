"""Finds a field of a record by the names that exports give it (fields.tsv), first name first."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

JOINTS = {"paragraphs": "\n\n", "list": ", "}


@dataclass(frozen=True, slots=True)
class Field:
    """One field of an article, the names it has elsewhere, and what puts several values together.

    A dot in a name leads into an object, or into each of a list of objects. `joint` is None
    where the first value is meant.
    """

    name: str
    joint: str | None
    aliases: tuple[str, ...]


@cache
def fields() -> Mapping[str, Field]:
    """Return the fields of fields.tsv: the record of Ondit, ninjs 1 to 3, news-please,
    newspaper, NewsAPI, GDELT, Media Cloud, JSON Feed, and the collections built with them."""
    with (files("ondit.ingest") / "fields.tsv").open(encoding="utf-8") as table:
        rows = csv.DictReader(table, delimiter="\t")
        return {
            row["field"]: Field(
                row["field"], JOINTS.get(row["several"]), tuple(row["aliases"].split())
            )
            for row in rows
        }


def folded(record: Mapping[str, object]) -> dict[str, object]:
    """Return `record` with the names of its fields in small letters, its objects' ones, too."""
    return {name.lower(): _folded(value) for name, value in record.items()}


def _folded(value: object) -> object:
    if isinstance(value, dict):
        return folded(value)
    if isinstance(value, list):
        return [folded(one) if isinstance(one, dict) else one for one in value]
    return value


def values(record: Mapping[str, object], field: Field) -> Iterator[tuple[str, object]]:
    """Yield the names under which a folded record holds `field`, and what it holds there."""
    for alias in field.aliases:
        value = _at(record, alias)
        if value is not None:
            yield alias, value


def _at(value: object, path: str) -> object:
    step, _, rest = path.partition(".")
    if isinstance(value, list):
        found = [one for one in (_at(each, path) for each in value) if one is not None]
        return found or None
    if not isinstance(value, dict):
        return None
    inner = value.get(step)
    return _at(inner, rest) if rest else inner
