"""What is kept of two articles once they were compared: all that later steps ask of them.

Nothing in it depends on any third article, so it is made once, whatever is added later.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ondit.records.bond import Bond, Cell
from ondit.records.trace import Ref
from ondit.trace.claim import SEEN
from ondit.trace.match import Compared, same
from ondit.trace.model import Model, Models
from ondit.trace.pair import with_relay
from ondit.trace.relation import disputing
from ondit.trace.relay import DIGITS as CHANCE_DIGITS
from ondit.trace.tie import DIGITS, lead, sides

Chances = dict[tuple[Ref, Ref], float]
"""How likely two statements are one claim, those in order and where that is likely at all."""


def bond(found: Compared, by: Models) -> Bond:
    """Return what is kept of a comparison."""
    one, other = found.comparison.one, found.comparison.other
    back, forth = sides(found.comparison, same(found, by.match))
    cells = [
        Cell(
            one.profiles[cell.one].place,
            other.profiles[cell.other].place,
            tuple(round(value, DIGITS) for value in cell.values),
        )
        for cell in found.cells
    ]
    return Bond(
        one=one.id,
        other=other.id,
        cells=_possible(cells, by.claim),
        disputes=tuple((mine.place, its.place) for mine, its in disputing(found)),
        back=lead(back),
        forth=lead(forth),
    )


def chances(its: Bond, relay: float, by: Model) -> Chances:
    """Return how likely the statements of two articles are one claim.

    `relay` is the probability that one of the articles is made from the other.
    """
    likely = _likely(its.cells, relay, by)
    return {
        (Ref(its.one, cell.one), Ref(its.other, cell.other)): float(chance)
        for cell, chance in zip(its.cells, likely, strict=True)
        if chance >= SEEN
    }


def _possible(cells: Sequence[Cell], by: Model) -> tuple[Cell, ...]:
    """Return those that can be one claim, whether an article is made from the other or not."""
    likely = np.maximum(_likely(cells, 0.0, by), _likely(cells, 1.0, by))
    return tuple(cell for cell, chance in zip(cells, likely, strict=True) if chance >= SEEN)


def _likely(cells: Sequence[Cell], relay: float, by: Model) -> np.ndarray:
    found = by.probabilities([with_relay(cell.values, relay) for cell in cells])
    return np.round(found, CHANCE_DIGITS)


def disputes(its: Bond) -> list[tuple[Ref, Ref]]:
    """Return the statements of two articles that deny or contradict each other."""
    return [(Ref(its.one, mine), Ref(its.other, other)) for mine, other in its.disputes]
