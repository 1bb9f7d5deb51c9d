"""Where the statements nearest in meaning are asked for: so no two archives are compared whole."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from ondit.records import Document
from ondit.trace.centre import Floats
from ondit.trace.sheet import Sheet, sheet


@dataclass(frozen=True, slots=True, order=True)
class Near:
    """A statement that was asked for: its article and its likeness in [-1, 1]."""

    article: str
    likeness: float


class Index(Protocol):
    """What tracing needs of an archive."""

    def near(self, vectors: Floats, count: int) -> Sequence[Sequence[Near]]:
        """Return for each centred vector the `count` statements nearest to it, best first."""
        ...

    def sheet(self, article: str) -> Sheet:
        """Return an article's sheet; raise KeyError if there is none."""
        ...


class Memory:
    """An index over documents that are held in memory."""

    def __init__(self, documents: Iterable[Document]) -> None:
        """Take the documents in, in the order of their ids, so that theirs plays no part."""
        found = {one.id: one for one in map(sheet, documents)}
        self._sheets = {name: found[name] for name in sorted(found)}
        held = [one for one in self._sheets.values() if len(one.profiles)]
        self._articles = [one.id for one in held for _ in one.profiles]
        self._vectors = np.concatenate([one.vectors for one in held]) if held else None

    @property
    def sheets(self) -> tuple[Sheet, ...]:
        """All sheets, by id."""
        return tuple(self._sheets.values())

    def sheet(self, article: str) -> Sheet:
        """Return an article's sheet; raise KeyError if there is none."""
        return self._sheets[article]

    def near(self, vectors: Floats, count: int) -> list[list[Near]]:
        """Return for each centred vector the `count` statements nearest to it, best first."""
        if self._vectors is None:
            return [[] for _ in vectors]
        return [self._best(row, count) for row in vectors @ self._vectors.T]

    def _best(self, row: Floats, count: int) -> list[Near]:
        order = np.argsort(-row, kind="stable")[:count]
        return [Near(self._articles[at], float(row[at])) for at in order]
