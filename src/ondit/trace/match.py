"""Which statements of different articles state the same.

The articles nearest in meaning are compared (`index`), and a fitted model decides from numbers,
dates, names, polarity and all that vectors do not see.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ondit.trace.index import LEAST, Memory
from ondit.trace.model import Model
from ondit.trace.pair import Comparison, Facts, compare, facts, with_relay
from ondit.trace.sheet import Sheet

Table = NDArray[np.float64]
"""Probabilities, (profiles of one, profiles of other)."""


@dataclass(frozen=True, slots=True, eq=False)
class Compared:
    """Two articles compared, and the features of those of their statements that may be one."""

    comparison: Comparison
    cells: tuple[Facts, ...]


def compared(index: Memory, articles: Sequence[str]) -> list[Compared]:
    """Return a comparison for each two of `articles` and their neighbours, each two once."""
    found = set()
    for name in articles:
        for other in index.neighbours(name):
            found.add((min(name, other), max(name, other)))
    return [comparison(index.sheet(one), index.sheet(other)) for one, other in sorted(found)]


def comparison(one: Sheet, other: Sheet) -> Compared:
    """Return two articles compared, the one with the smaller id first."""
    both = compare(one, other)
    return Compared(both, tuple(_cells(both)))


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
