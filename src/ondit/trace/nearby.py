"""Which articles are nearest in meaning in a large archive: by a graph of neighbours on the disk.

Which articles are looked at is approximate, so that not all are; how near those are is not. What is
in the archive and not in the graph yet is compared whole. The graph is a copy of what the archive
holds: where it is lost or damaged it is made again.
"""

from __future__ import annotations

import os
from collections import OrderedDict
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Protocol

import numpy as np
from usearch.index import Index as Graph

from ondit.records.bond import Meaning
from ondit.trace.index import POWER, Points, Scores, Whole, nearness, points

TAIL = 2**14
"""Statements that may wait beside the graph; then they are put in, and it is written anew."""

ASKED = 32
"""Statements asked for around each."""

LOOKED_AT = 64
"""Articles of these that are looked at: nearly three times as many as an article is compared
with."""

HELD = 2048
"""Articles whose points are held, 20 kB each."""

DIMENSIONS = 384


class Shelf(Protocol):
    """What the graph is made from."""

    @property
    def last(self) -> int:
        """The number of the article that was followed last."""

    def meanings(self, after: int) -> Iterator[Meaning]:
        """Yield what articles mean that were followed after one, by its number."""

    def meanings_of(self, articles: Iterable[str]) -> Iterable[Meaning]:
        """Return what articles mean, those that are followed."""


class Nearby:
    """An index that looks at some articles only."""

    def __init__(self, path: Path, shelf: Shelf) -> None:
        """Use the graph in files whose names begin with `path`; make it if there is none."""
        self._path, self._shelf = path, shelf
        self._held: OrderedDict[str, Points] = OrderedDict()
        self._gone: set[str] = set()
        self._tail = Whole()
        self._waiting: dict[str, Points] = {}
        self._graph, after = self._opened()
        grown = False
        for one in shelf.meanings(after):
            self.add(one.article, points(one))
            if len(self._tail) >= TAIL:
                self._grow()
                grown = True
        if grown:
            self._grow()
            self._save()

    def add(self, article: str, points: Points) -> None:
        """Take an article in."""
        # What the graph may hold under its name is another text's.
        self._gone.add(article)
        self._tail.add(article, points)
        self._waiting[article] = points

    def drop(self, article: str) -> None:
        """Leave an article out from now on."""
        self._gone.add(article)
        self._tail.drop(article)
        self._waiting.pop(article, None)
        self._held.pop(article, None)

    def points(self, article: str) -> Points:
        """Return what was taken in of an article; nothing if it is not followed."""
        nothing = Points(np.zeros((0, DIMENSIONS), np.float32), np.zeros(0, np.float32))
        return self._waiting.get(article) or self._of([article]).get(article, nothing)

    def scores(self, article: str, points: Points) -> Scores:
        """Return how near the articles are that were looked at."""
        if not len(points.sizes):
            return {}
        found = self._tail.scores(article, points)
        looked_at = self._of(name for name in self._near(points) if name != article)
        if looked_at:
            counts = [len(one.sizes) for one in looked_at.values()]
            held = Points(
                np.concatenate([one.steps for one in looked_at.values()]),
                np.concatenate([one.sizes for one in looked_at.values()]),
            )
            starts = np.cumsum([0, *counts[:-1]])
            near = nearness(points, held, starts)
            found |= {name: int(at) for name, at in zip(looked_at, near, strict=True) if at}
        return found

    def settle(self) -> bool:
        """Put what waits into the graph if that is much, and write it."""
        if len(self._tail) >= TAIL:
            self._grow()
            self._save()
        return True

    def _near(self, points: Points) -> list[str]:
        """Return the articles in the graph whose statements are nearest, the nearest first."""
        if not len(self._graph):
            return []
        found = self._graph.search(points.steps.astype(np.int8), ASKED)
        best: dict[int, float] = {}
        for key, distance in zip(found.keys.flat, found.distances.flat, strict=True):
            best[int(key)] = best.get(int(key), 0.0) + (1 - float(distance)) ** POWER
        order = sorted(best, key=lambda key: (-best[key], key))
        names = (f"{key:016x}" for key in order)
        return [name for name in names if name not in self._gone][:LOOKED_AT]

    def _of(self, articles: Iterable[str]) -> dict[str, Points]:
        """Return the points of articles that are followed."""
        names = list(articles)
        missing = [name for name in names if name not in self._held]
        for one in self._shelf.meanings_of(missing) if missing else ():
            self._held[one.article] = points(one)
        found = {name: self._held[name] for name in names if name in self._held}
        for name in found:
            self._held.move_to_end(name)
        while len(self._held) > HELD:
            self._held.popitem(last=False)
        return {name: one for name, one in found.items() if len(one.sizes)}

    def _grow(self) -> None:
        """Put what waits into the graph."""
        for name in self._gone:
            if int(name, 16) in self._graph:
                self._graph.remove(int(name, 16))
        waiting = [(name, one) for name, one in self._waiting.items() if len(one.sizes)]
        if waiting:
            keys = np.repeat(
                np.array([int(name, 16) for name, _ in waiting], np.uint64),
                [len(one.sizes) for _, one in waiting],
            )
            self._graph.add(keys, np.concatenate([one.steps for _, one in waiting]).astype(np.int8))
        self._gone, self._waiting, self._tail = set(), {}, Whole()

    def _opened(self) -> tuple[Graph, int]:
        """Return the graph that was written last, and the number of the last article in it."""
        for number, path in reversed(self._files()):
            if number <= self._shelf.last:
                # A damaged one is made again.
                with suppress(RuntimeError, ValueError, OSError):
                    if found := Graph.restore(path):
                        return found, number
        return Graph(ndim=DIMENSIONS, metric="cos", dtype="i8", multi=True), 0

    def _save(self) -> None:
        last = self._shelf.last
        made = self._path.with_name(f"{self._path.name}-{last}.{os.getpid()}.new")
        try:
            made.parent.mkdir(parents=True, exist_ok=True)
            self._graph.save(made)
            made.replace(self._path.with_name(f"{self._path.name}-{last}"))
            for number, path in self._files():
                if number < last:
                    path.unlink(missing_ok=True)
        except (OSError, RuntimeError):
            # It is made again by the next process; this one has it.
            with suppress(OSError):
                made.unlink(missing_ok=True)

    def _files(self) -> list[tuple[int, Path]]:
        """Return the files of graphs by the number of the last article in them."""
        found = self._path.parent.glob(f"{self._path.name}-*")
        numbers = ((path.name.rpartition("-")[2], path) for path in found)
        return sorted((int(number), path) for number, path in numbers if number.isdecimal())
