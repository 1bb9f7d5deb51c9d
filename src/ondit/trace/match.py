"""Which statements of different articles state the same.

The nearest in meaning are asked for; the articles that have them are compared; and a fitted
model decides from numbers, dates, names, polarity and all that vectors do not see.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ondit.trace.index import Index
from ondit.trace.model import Model
from ondit.trace.pair import Comparison, Facts, compare, facts, with_relay
from ondit.trace.sheet import Sheet

NEAR = 24
"""Statements asked for around each: more than twice the most carriers that a claim of the
relay families has."""

ARTICLES = 24
"""Articles that one is compared with, those with the likest statements first."""

LEAST = 0.15
"""Centred likeness from which two statements are looked at: of those of one claim in the relay
families 97 % have more, of those of two families 23 %."""


Table = NDArray[np.float64]
"""Probabilities, (profiles of one, profiles of other)."""


@dataclass(frozen=True, slots=True, eq=False)
class Compared:
    """Two articles compared, and the features of those of their statements that may be one."""

    comparison: Comparison
    cells: tuple[Facts, ...]


def neighbours(own: Sheet, index: Index) -> tuple[str, ...]:
    """Return the articles that an article may share claims with, at most `ARTICLES`."""
    best: defaultdict[str, float] = defaultdict(float)
    for row in index.near(own.vectors, NEAR):
        for one in row:
            if one.article != own.id and one.likeness >= LEAST:
                best[one.article] += one.likeness**2
    order = sorted(best, key=lambda name: (-best[name], name))
    return tuple(sorted(order[:ARTICLES]))


def compared(index: Index, articles: Sequence[str]) -> list[Compared]:
    """Return a comparison for each two of `articles` and their neighbours, each two once."""
    found = set()
    for name in articles:
        for other in neighbours(index.sheet(name), index):
            found.add((min(name, other), max(name, other)))
    both = (compare(index.sheet(one), index.sheet(other)) for one, other in sorted(found))
    return [Compared(one, tuple(_cells(one))) for one in both]


def same(one: Compared, by: Model, relay: float | None = None) -> Table:
    """Return how likely each two statements state the same; 0 where they were not looked at.

    `relay` is the probability that one of the articles is made from the other, once it is known.
    """
    values = [cell.values for cell in one.cells]
    if relay is not None:
        values = [with_relay(row, relay) for row in values]
    chances = by.probabilities(values)
    table = np.zeros(one.comparison.likeness.shape)
    for cell, chance in zip(one.cells, chances, strict=True):
        table[cell.one, cell.other] = chance
    return table


def _cells(comparison: Comparison) -> list[Facts]:
    """Return the features of every two statements that are alike enough to be looked at."""
    if not comparison.likeness.size:
        return []
    places = np.argwhere(comparison.likeness >= LEAST)
    return [facts(comparison, int(i), int(j)) for i, j in places]
