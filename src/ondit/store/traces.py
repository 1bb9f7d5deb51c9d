"""An archive whose claims are followed: what tracing keeps in it, and what it found."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from sqlalchemy import (
    Column,
    Row,
    Select,
    insert,
    or_,
    select,
    update,
)

from ondit.records import Document
from ondit.records.archived import Selection
from ondit.records.bond import Followed, Meaning, Pairing, Update
from ondit.records.trace import Ref, Relay, Trail
from ondit.records.travelled import Wanted
from ondit.store import tracefinding as finding
from ondit.store import traceschema as tables
from ondit.store.archive import Archive
from ondit.store.identity import address
from ondit.store.schema import addresses, versions
from ondit.store.tracecoding import unpack_bond, unpack_followed, unpack_trail
from ondit.store.tracewrite import Came, clear, generation, numbers, parts, still, write
from ondit.store.vectors import Vectors

BATCH = 200
"""Articles whose vectors are loaded at once, some 1 MB."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """Articles that wait to be traced: those that went, or have another text, and those that are
    there and were not compared yet."""

    gone: tuple[str, ...]
    came: tuple[str, ...]


class Traces(Archive):
    """An archive, and what tracing keeps in it."""

    def __init__(self, where: str | Path, models: str) -> None:
        """Open the archive at `where`; `models` is a digest of what comparing depends on: what was
        found with another is taken out. Raise ArchiveError if there is none."""
        super().__init__(where, create=False)
        self._versions: dict[str, int] = {}
        self._told: dict[str, tuple[bool, ...]] = {}
        self._generation = self._begin(models)

    def waiting(self) -> Waiting:
        """Return the articles that wait to be traced, in the order of their ids."""
        queue, table = tables.untraced, tables.followed
        asked = (
            select(queue.c.article, table.c.number, versions.c.key)
            .outerjoin(table, table.c.article == queue.c.article)
            .outerjoin(versions, (versions.c.article == queue.c.article) & versions.c.current)
            .order_by(queue.c.article)
        )
        with self._database.reading() as connection:
            self._generation = generation(connection)
            rows = connection.execute(asked).all()
        gone = (row.article for row in rows if row.number is not None or row.key is None)
        came = (row.article for row in rows if row.number is None and row.key is not None)
        return Waiting(tuple(gone), tuple(came))

    def write(self, made: Update) -> bool:
        """Write an update, whole or not at all; return whether it could be: not if another process
        wrote one meanwhile, or an article that came has another text by now."""
        places = {one.card.id: [its.place for its in one.card.tellings] for one in made.followed}
        came = {name: self._came(name, places[name]) for name in made.came}
        with self._database.writing() as connection:
            if self._generation != generation(connection) or not still(connection, came):
                return False
            write(connection, made, came)
            self._generation += 1
            connection.execute(update(tables.tracing).values(generation=self._generation))
        self._versions, self._told = {}, {}
        return True

    def document(self, id_: str) -> Document:
        """Return an article's current text as it was added, as any archive does."""
        asked = select(versions.c.key).where(versions.c.article == id_, versions.c.current)
        with self._database.reading() as connection:
            # A version that comes now is met when this one is written.
            self._versions[id_] = connection.scalar(asked) or 0
        found = super().document(id_)
        self._told[id_] = tuple(one.attribution is not None for one in found.statements)
        return found

    @property
    def beside(self) -> Path:
        """Where what is only a copy of the archive is kept: beside its file, or for a server in
        the user's cache."""
        if not self._database.is_server:
            return Path(f"{self._database.name}.near")
        cache = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
        name = hashlib.sha256(self._database.name.encode()).hexdigest()[:16]
        return Path(cache) / "ondit" / f"{name}.near"

    @property
    def last(self) -> int:
        """The number of the article that was followed last."""
        return int(self._state().last)

    @property
    def statements(self) -> int:
        """How many statements are compared."""
        return int(self._state().statements)

    def meanings(self, after: int = 0) -> Iterator[Meaning]:
        """Yield what the statements mean of the articles that were followed after one, by its
        number."""
        table = tables.followed
        asked = finding.meanings().where(table.c.number > after).order_by(table.c.number)
        with self._database.reading() as connection:
            for row in connection.execution_options(yield_per=BATCH).execute(asked):
                yield finding.meaning(row)

    def meanings_of(self, articles: Iterable[str]) -> Sequence[Meaning]:
        """Return what the statements of articles mean, of those that are followed."""
        rows = self._rows(finding.meanings(), tables.followed.c.article, articles)
        return [finding.meaning(row) for row in rows]

    def floors(self, articles: Iterable[str]) -> Mapping[str, int]:
        """Return how near the last of each article's nearest is, 0 where there is room."""
        table = tables.followed
        rows = self._rows(select(table.c.article, table.c.floor), table.c.article, articles)
        return {row.article: row.floor for row in rows}

    def partners(self, articles: Iterable[str]) -> Mapping[str, dict[str, int]]:
        """Return for each article those that it is compared with, and how near they are."""
        asked = set(articles)
        found: dict[str, dict[str, int]] = {name: {} for name in asked}
        for row in self._paired(asked):
            if row.first in asked:
                found[row.first][row.second] = row.score
            if row.second in asked:
                found[row.second][row.first] = row.score
        return found

    def pairings(self, articles: Iterable[str]) -> Sequence[Pairing]:
        """Return what is kept of all pairs that one of the articles is of."""
        found = {(row.first, row.second): row for row in self._paired(articles)}
        return [
            Pairing(unpack_bond(row.bond, *pair), row.score, row.back, row.forth)
            for pair, row in sorted(found.items())
        ]

    def followed(self, articles: Iterable[str]) -> Sequence[Followed]:
        """Return what is kept of articles."""
        table = tables.followed
        rows = self._rows(select(table.c.kept, table.c.floor), table.c.article, articles)
        return [unpack_followed(row.kept, row.floor) for row in rows]

    def homes(self, articles: Iterable[str]) -> Mapping[Ref, str]:
        """Return the claims that statements of articles carry, by statement."""
        table = tables.carriers
        rows = self._rows(select(table), table.c.article, articles)
        return {Ref(row.article, row.place): row.claim for row in rows}

    def trails(self, claims: Iterable[str]) -> Sequence[Trail]:
        """Return the trails of claims, in their order, without those that dispute them."""
        order = list(claims)
        table = tables.claims
        rows = self._rows(select(table.c.id, table.c.trail), table.c.id, order)
        found = {row.id: unpack_trail(row.trail) for row in rows}
        return [found[name] for name in order if name in found]

    def told(self, claims: Iterable[str]) -> list[Trail]:
        """Return the trails of claims, in their order, with the claims that dispute each."""
        trails = self.trails(claims)
        articles = {ref.article for one in trails for ref in one.claim.carriers}
        with self._database.reading() as connection:
            pairs = finding.disputing(connection, articles)
        homes = self.homes({ref.article for pair in pairs for ref in pair})
        return finding.disputed(pairs, trails, homes)

    def claims(self, given: Wanted) -> list[Trail]:
        """Return the trails of the claims that are meant. Raise UsageError for a date that is
        none."""
        with self._database.reading() as connection:
            names = connection.scalars(finding.wanted(given)).all()
        return self.told(names)

    def nearest(self, vector: Vectors) -> str | None:
        """Return the claim of which a carrier comes nearest in meaning to a sentence, None if there
        is no claim; `vector` is the sentence's, of length one."""
        with self._database.reading() as connection:
            return finding.nearest(connection, vector)

    def relays(self, outlet: str, given: Wanted) -> list[Relay]:
        """Return the relays that lead to or from the articles of an outlet, by its name or site,
        the likeliest first."""
        articles = [row.id for row in self.list(Selection(outlet=outlet))]
        with self._database.reading() as connection:
            places = finding.relays(connection, articles, given)
        followed = {one.card.id: one for one in self.followed({child for child, _ in places})}
        return [followed[child].relays[number - 1] for child, number in places]

    def named(self, what: str) -> str | None:
        """Return the id of the article that has this id, address or text, by `Article.id`; None if
        none has been traced."""
        table = tables.followed
        at = select(addresses.c.article).where(addresses.c.url == address(what))
        known = or_(table.c.article == what, table.c.text == what, table.c.article.in_(at))
        asked = select(table.c.article).where(known).order_by(table.c.article)
        with self._database.reading() as connection:
            return connection.scalar(asked.limit(1))

    def _came(self, name: str, places: Sequence[int]) -> Came:
        """Return what is kept of an article that is new, whose statements are compared at `places`.

        Beside each place is that of its vector: those of contents are counted from 1, those of
        sentences in the own voice from -1 on.
        """
        told = np.array(self._told[name], bool)
        rows = np.where(told, np.cumsum(told), -np.cumsum(~told))
        kept = [(at, rows[at]) for at in places]
        return Came(self._versions[name], np.array(kept, "<i4").tobytes())

    def _begin(self, models: str) -> int:
        """Return how often tracing has written; take out what was found with other models."""
        table = tables.tracing
        with self._database.reading() as connection:
            row = connection.execute(select(table)).one_or_none()
        if row and row.models == models:
            return int(row.generation)
        with self._database.writing() as connection:
            row = connection.execute(select(table)).one_or_none()
            if row and row.models == models:
                return int(row.generation)
            clear(connection)
            written = row.generation + 1 if row else 0
            new = {"models": models, "generation": written, "statements": 0}
            if row:
                connection.execute(update(table).values(new))
            else:
                connection.execute(insert(table), {"id": 1, "last": 0, **new})
            return int(written)

    def _state(self) -> Row[Any]:
        with self._database.reading() as connection:
            return connection.execute(select(tables.tracing)).one()

    def _paired(self, articles: Iterable[str]) -> list[Row[Any]]:
        """Return the rows of all pairs that one of some articles is of, with the ids of both."""
        pairs = tables.pairs
        first, second = tables.followed.alias(), tables.followed.alias()
        asked = (
            select(pairs, first.c.article.label("first"), second.c.article.label("second"))
            .join(first, first.c.number == pairs.c.one)
            .join(second, second.c.number == pairs.c.other)
        )
        found: list[Row[Any]] = []
        with self._database.reading() as connection:
            for part in parts(articles):
                known = list(numbers(connection, part).values())
                for end in (pairs.c.one, pairs.c.other):
                    found += connection.execute(asked.where(end.in_(known))).all()
        return found

    def _rows(
        self, asked: Select[Any], column: Column[str], values: Iterable[str]
    ) -> list[Row[Any]]:
        """Return the rows in which a column has any of some values."""
        with self._database.reading() as connection:
            return [
                row
                for part in parts(values)
                for row in connection.execute(asked.where(column.in_(part)))
            ]
