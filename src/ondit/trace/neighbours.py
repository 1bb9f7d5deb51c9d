"""Which articles are compared with which, kept up as articles come and go.

Two are compared if either is among the other's nearest. A list can be told from what is kept: an
article's nearest are the nearest of all that it is compared with.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol

from ondit.trace.index import ARTICLES, Index, Points, Scores, nearest

Pair = tuple[str, str]


class Kept(Protocol):
    """What was found before."""

    def floors(self, articles: Iterable[str]) -> Mapping[str, int]:
        """Return how near the last of each article's nearest is, 0 where there is room."""

    def partners(self, articles: Iterable[str]) -> Mapping[str, Scores]:
        """Return for each article those that it is compared with, and how near they are."""


@dataclass(frozen=True, slots=True)
class Moved:
    """What came of articles that came and went: pairs to compare and how near they are, pairs
    that are compared no more, and the floors of all articles whose pairs these are."""

    added: Mapping[Pair, int]
    dropped: frozenset[Pair]
    floors: Mapping[str, int]


class Neighbours:
    """The lists of nearest articles while some come and others go."""

    def __init__(self, index: Index, kept: Kept) -> None:
        """Begin with what was found before, for the articles that `index` holds."""
        self._index, self._kept = index, kept
        self._rows: dict[str, Scores] = {}
        self._before: dict[str, Scores] = {}
        self._floors: dict[str, int] = {}

    def add(self, article: str, points: Points) -> None:
        """Take in an article that was not there."""
        scores = self._index.scores(article, points)
        self._index.add(article, points)
        self._rows[article], self._before[article] = {}, {}
        self._floors[article] = 0
        self._load_floors(scores)
        wanted = {name for name, score in scores.items() if score >= self._floors[name]}
        self._join(article, wanted | set(nearest(scores)), scores)

    def drop(self, article: str) -> None:
        """Leave out an article that was there; those that it was near to get another for it."""
        self._index.drop(article)
        self._load([article])
        partners = list(self._rows[article])
        self._load(partners)
        short = [name for name in partners if self._is_near(article, name)]
        for name in partners:
            self._part(article, name)
        self._rows[article] = {}
        for name in short:
            scores = self._index.scores(name, self._index.points(name))
            self._join(name, set(nearest(scores)), scores)

    def moved(self) -> Moved:
        """Return what became of the pairs since it was last asked."""
        before = {pair: score for name in self._before for pair, score in self._pairs(name, True)}
        now = {pair: score for name in self._rows for pair, score in self._pairs(name, False)}
        added = {pair: score for pair, score in now.items() if pair not in before}
        dropped = frozenset(before) - frozenset(now)
        touched = {name for pair in (*added, *dropped) for name in pair}
        floors = {name: self._floor(name) for name in touched}
        self._floors |= floors
        self._rows, self._before = {}, {}
        return Moved(added, dropped, floors)

    def _pairs(self, name: str, before: bool) -> Iterable[tuple[Pair, int]]:
        rows = self._before if before else self._rows
        for other, score in rows[name].items():
            yield (min(name, other), max(name, other)), score

    def _join(self, article: str, others: set[str], scores: Scores) -> None:
        """Make pairs of an article with others, and take those apart of which neither wants the
        other any more."""
        self._load(others)
        new = others - self._rows[article].keys()
        for name in new:
            self._rows[article][name] = self._rows[name][article] = scores[name]
        for name in sorted({article, *new}):
            self._trim(name)

    def _trim(self, article: str) -> None:
        rest = self._rows[article].keys() - set(nearest(self._rows[article]))
        self._load(rest)
        for name in rest:
            if not self._is_near(article, name):
                self._part(article, name)
        self._floors[article] = self._floor(article)

    def _is_near(self, article: str, to: str) -> bool:
        return article in nearest(self._rows[to])

    def _part(self, one: str, other: str) -> None:
        del self._rows[one][other], self._rows[other][one]

    def _floor(self, article: str) -> int:
        near = nearest(self._rows[article])
        return self._rows[article][near[-1]] if len(near) == ARTICLES else 0

    def _load(self, articles: Iterable[str]) -> None:
        missing = [name for name in articles if name not in self._rows]
        found = self._kept.partners(missing) if missing else {}
        for name in missing:
            self._before[name] = dict(found.get(name, {}))
            self._rows[name] = dict(self._before[name])

    def _load_floors(self, articles: Iterable[str]) -> None:
        missing = [name for name in articles if name not in self._floors]
        if missing:
            self._floors |= self._kept.floors(missing)
