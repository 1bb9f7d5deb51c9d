"""Names that are known beforehand: what they are, where, and under which other names.

Outlets, places and a user's own names come in tables with the same columns, so that one line
adds a name and all who look names up find it the same way.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from importlib.resources import files
from pathlib import Path

from ondit.errors import UsageError
from ondit.resolve.inflection import phrases
from ondit.resolve.spelling import folded

COLUMNS = ("country", "name", "kind", "owner", "languages", "domains", "names", "wikidata")
"""The columns of a table of names; lists within one are parted by ";"."""


class KnownKind(StrEnum):
    """What a known name stands for."""

    AGENCY = "agency"
    NEWSPAPER = "newspaper"
    BROADCASTER = "broadcaster"
    PORTAL = "portal"
    MAGAZINE = "magazine"
    DIGITAL = "digital"
    STATE = "state"
    CAPITAL = "capital"
    GOVERNMENT = "government"
    DEMONYM = "demonym"
    ORGANISATION = "organisation"
    PERSON = "person"
    PLACE = "place"

    @property
    def outlet(self) -> bool:
        """Whether it is a kind of news outlet."""
        return self in OUTLET_KINDS


OUTLET_KINDS = (
    KnownKind.AGENCY,
    KnownKind.NEWSPAPER,
    KnownKind.BROADCASTER,
    KnownKind.PORTAL,
    KnownKind.MAGAZINE,
    KnownKind.DIGITAL,
)


class Owner(StrEnum):
    """Who an outlet belongs to."""

    STATE = "state"
    PUBLIC = "public"
    PRIVATE = "private"
    NONPROFIT = "nonprofit"
    PARTY = "party"


@dataclass(frozen=True, slots=True)
class Known:
    """A line of a table of names; `country` is ISO 3166 alpha-2, `languages` are ISO 639."""

    country: str | None
    name: str
    kind: KnownKind
    owner: Owner | None = None
    languages: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    wikidata: str | None = None


class Gazetteer:
    """Finds known names by how they are written, in any script and case."""

    def __init__(self, known: Iterable[Known]) -> None:
        """Index the names and web domains of `known`."""
        self.known = tuple(known)
        self._names: defaultdict[str, list[Known]] = defaultdict(list)
        self._domains = {domain: one for one in self.known for domain in one.domains}
        for one in self.known:
            for form in dict.fromkeys(map(folded, (one.name, *one.names))):
                self._names[form].append(one)

    def find(self, form: str, language: str | None = None) -> tuple[Known, ...]:
        """Return what `form`, or a nominative that it may come from, is known to stand for;
        if several, those that use `language` if any does."""
        for words in phrases(form.split(), language):
            found = self._names.get(folded(" ".join(words)))
            if found:
                native = tuple(one for one in found if language in one.languages)
                return native or tuple(found)
        return ()

    def domain(self, host: str) -> Known | None:
        """Return whose web domain `host` or one above it is."""
        labels = host.casefold().strip(".").split(".")
        above = (".".join(labels[i:]) for i in range(len(labels) - 1))
        return next((self._domains[one] for one in above if one in self._domains), None)


def packaged(name: str) -> tuple[Known, ...]:
    """Return the lines of the table `name` beside this module."""
    return tuple(_lines(name, files(__package__).joinpath(name).read_text("utf-8")))


def own(path: Path) -> tuple[Known, ...]:
    """Return the lines of a user's table of names; only `name` and `kind` need be filled.

    Raise UsageError if it cannot be read or a line is none.
    """
    try:
        text = path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{path}: cannot be read", "give a CSV file in UTF-8") from error
    return tuple(_lines(str(path), text))


def _lines(source: str, text: str) -> Iterator[Known]:
    reader = csv.reader(text.splitlines())
    header = tuple(next(reader, ()))
    if header != COLUMNS:
        raise UsageError(f"{source}: not a table of names", "its columns are " + ",".join(COLUMNS))
    for row in reader:
        try:
            if row:
                yield _known(*row)
        except (TypeError, ValueError) as error:
            raise UsageError(f"{source}: line {reader.line_num}", str(error)) from error


def _known(*cells: str) -> Known:
    """Return the line with these cells; raise ValueError if it is not one."""
    if len(cells) != len(COLUMNS):
        raise ValueError(f"{len(cells)} columns instead of {len(COLUMNS)}")
    country, name, kind, owner, languages, domains, names, wikidata = map(str.strip, cells)
    if not folded(name):
        raise ValueError("no name")
    return Known(
        country or None,
        name,
        KnownKind(kind),
        Owner(owner) if owner else None,
        _list(languages),
        _list(domains),
        _list(names),
        wikidata or None,
    )


def _list(cell: str) -> tuple[str, ...]:
    return tuple(one for one in map(str.strip, cell.split(";")) if one)
