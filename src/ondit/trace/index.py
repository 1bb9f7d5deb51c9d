"""Which articles are nearest in meaning: so that no two archives are compared whole.

How near two articles are depends on nothing but the two: whatever was added before or between,
they are as near, to the last bit. Vectors are kept as whole numbers for that, whose products are
exact in whatever order they are summed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from ondit.records import Document
from ondit.records.bond import Meaning
from ondit.trace.centre import Floats, centred
from ondit.trace.sheet import Sheet, sheet

ARTICLES = 24
"""Articles that one is compared with, the nearest first: more than twice the most carriers that a
claim of the relay families has."""

LEAST = 0.15
"""Centred likeness from which two statements are looked at: of those of one claim in the relay
families 97 % have more, of those of two families 23 %."""

POWER = 4
"""Power of a likeness that counts: one statement that is told again (0.8) weighs more than ten on
the same subject (0.4)."""

UNIT = 2**16
"""What a likeness of 1 counts."""

STEPS = 127
"""Steps of a dimension on either side of 0. With 384 of them a product stays below 2**24, up to
which single precision holds every whole number."""

EXACT = 2**16
"""Statements up to which all are compared: 0.1 GB, and no longer than the rest of the work takes
that an article makes."""

ROOM = 1024
"""Statements that an index has room for at first."""

Scores = dict[str, int]
"""How near each article is that is near at all, by id."""

Wholes = NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Points:
    """Centred vectors (statements, 384) as whole numbers in floats, and the size of their steps."""

    steps: Floats
    sizes: Floats


class Index(Protocol):
    """What finding neighbours needs of an archive."""

    def add(self, article: str, points: Points) -> None:
        """Take an article in."""

    def drop(self, article: str) -> None:
        """Leave an article out from now on."""

    def points(self, article: str) -> Points:
        """Return what was taken in of an article."""

    def scores(self, article: str, points: Points) -> Scores:
        """Return how near other articles are."""

    def settle(self) -> bool:
        """Return whether the index is still fit for the archive, into which all that was taken in
        has been written."""


def points(meaning: Meaning) -> Points:
    """Return the points of an article's statements."""
    vectors = centred(meaning.vectors, meaning.language)
    sizes = (np.abs(vectors).max(1, initial=1e-6) / STEPS).astype(np.float32)
    return Points(np.rint(vectors / sizes[:, None]).astype(np.float32), sizes)


def nearness(own: Points, others: Points, starts: Wholes) -> Wholes:
    """Return how near an article is to each of those whose statements begin at `starts`.

    For each statement of either the likest one of the other counts.
    """
    likeness = (own.steps @ others.steps.T) * np.outer(own.sizes, others.sizes)
    counted = np.zeros(likeness.shape, np.int64)
    seen = likeness >= np.float32(LEAST)
    counted[seen] = np.rint(likeness[seen].astype(np.float64) ** POWER * UNIT).astype(np.int64)
    forth: Wholes = np.maximum.reduceat(counted, starts, axis=1).sum(0)
    return forth + np.add.reduceat(counted.max(0), starts)


def nearest(scores: Mapping[str, int]) -> list[str]:
    """Return the ids of the nearest articles, at most `ARTICLES`, the nearest first."""
    return sorted(scores, key=lambda name: (-scores[name], name))[:ARTICLES]


class Whole:
    """An index that compares with every article; in memory."""

    def __init__(self) -> None:
        """Begin without articles."""
        self._names: list[str] = []
        self._starts: list[int] = []
        self._places: dict[str, slice] = {}
        self._count = 0
        self._held = Points(np.zeros((ROOM, 384), np.float32), np.zeros(ROOM, np.float32))

    def __len__(self) -> int:
        """Return how many statements were taken in."""
        return self._count

    def add(self, article: str, points: Points) -> None:
        """Take an article in; one without statements is near to none."""
        count = len(points.sizes)
        if not count:
            return
        self._make_room(count)
        place = slice(self._count, self._count + count)
        self._held.steps[place], self._held.sizes[place] = points.steps, points.sizes
        self._names.append(article)
        self._starts.append(self._count)
        self._places[article] = place
        self._count += count

    def drop(self, article: str) -> None:
        """Leave an article out from now on."""
        if article in self._places:
            # What is like nothing is near to nothing.
            self._held.sizes[self._places.pop(article)] = 0

    def points(self, article: str) -> Points:
        """Return what was taken in of an article."""
        place = self._places.get(article, slice(0, 0))
        return Points(self._held.steps[place], self._held.sizes[place])

    def scores(self, article: str, points: Points) -> Scores:
        """Return how near other articles are."""
        if not self._count or not len(points.sizes):
            return {}
        held = Points(self._held.steps[: self._count], self._held.sizes[: self._count])
        near = nearness(points, held, np.array(self._starts))
        found = {self._names[at]: int(near[at]) for at in np.flatnonzero(near)}
        found.pop(article, None)
        return found

    def settle(self) -> bool:
        """Return whether it is not too large to be compared whole."""
        return self._count <= EXACT

    def _make_room(self, count: int) -> None:
        room = len(self._held.sizes)
        while room < self._count + count:
            room *= 2
        if room > len(self._held.sizes):
            more = room - len(self._held.sizes)
            steps = np.pad(self._held.steps, ((0, more), (0, 0)))
            self._held = Points(steps, np.pad(self._held.sizes, (0, more)))


class Memory:
    """An index over documents that are held in memory."""

    def __init__(self, documents: Iterable[Document]) -> None:
        """Take the documents in, in the order of their ids, so that theirs plays no part."""
        found = {one.id: one for one in map(sheet, documents)}
        self._sheets = {name: found[name] for name in sorted(found)}
        self._index = Whole()
        for name, own in self._sheets.items():
            self._index.add(name, points(meaning(own)))

    @property
    def sheets(self) -> tuple[Sheet, ...]:
        """All sheets, by id."""
        return tuple(self._sheets.values())

    def sheet(self, article: str) -> Sheet:
        """Return an article's sheet; raise KeyError if there is none."""
        return self._sheets[article]

    def neighbours(self, article: str) -> list[str]:
        """Return the articles that an article may share claims with, the nearest first."""
        return nearest(self._index.scores(article, self._index.points(article)))


def meaning(own: Sheet) -> Meaning:
    """Return what the statements of an article mean that are compared."""
    places = [one.place for one in own.profiles]
    vectors = own.document.vectors[places].reshape(len(places), -1)
    return Meaning(own.id, own.language, vectors)
