"""What speaks for one article being made from another, as numbers that have names.

Each two articles give two rows, one for each direction.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ondit.trace.alignment import Link, aligned, monotone
from ondit.trace.outlet import likeness
from ondit.trace.pair import Comparison
from ondit.trace.sheet import Cited, Sheet

FEATURES = (
    "named", "mentioned", "cites", "foreign_name", "statements", "share_child", "share_parent",
    "order", "wording", "closeness", "closest", "best_name", "names", "one_language", "hours",
    "earlier", "own_outlet",
)  # fmt: skip
"""Names of the features, in the order of `Tie.values`."""

NAMED = 0.75
"""Likeness of two outlets' names from which they are taken for one's, fitted on the relay
families: where the F1 of their edges is highest when each is left out in turn."""

NAME = 0.66
"""Likeness of two outlets' names from which they may be one's."""

LATEST = 24 * 365.0
"""Hours beyond which it plays no part how long ago the other article was published."""


@dataclass(frozen=True, slots=True)
class Tie:
    """Two articles, the later or presumed later first, and the features' values."""

    child: Sheet
    parent: Sheet
    links: tuple[Link, ...]
    cited: Cited | None
    values: tuple[float, ...]

    @property
    def named(self) -> float:
        """How well a name in the child fits the parent's outlet."""
        return max(self._value("named"), self._value("mentioned"))

    @property
    def wording(self) -> float:
        """The part of the child's pieces of text that the parent has."""
        return self._value("wording")

    @property
    def share(self) -> float:
        """The part of the child's statements that the parent has."""
        return self._value("share_child")

    def _value(self, name: str) -> float:
        return self.values[FEATURES.index(name)]


@dataclass(frozen=True, slots=True, eq=False)
class Side:
    """Two articles as one of them sees the other; `table` (profiles of own, of other)."""

    own: Sheet
    other: Sheet
    table: NDArray[np.float64]
    closeness: float
    shared_names: float
    wording: float


def sides(comparison: Comparison, table: NDArray[np.float64]) -> tuple[Side, Side]:
    """Return both views of a comparison."""
    one, other = comparison.one, comparison.other
    close, names = comparison.closeness, comparison.shared_names
    both = len(one.grams & other.grams) if one.language == other.language else 0
    return (
        Side(one, other, table, close, names, both / max(1, len(one.grams))),
        Side(other, one, table.T, close, names, both / max(1, len(other.grams))),
    )


def ties(views: Sequence[Side]) -> list[Tie]:
    """Return the features of each article that another, the one all `views` are of, may be from.

    `closest` and `best_name` compare an article with the others that it could be from.
    """
    views = [
        one for one in views if not one.own.when.before(one.other.when) or _best(one)[0] > NAME
    ]
    names = [_best(one)[0] for one in views]
    return [
        _tie(view, _above([one.closeness for one in views], at), _above(names, at))
        for at, view in enumerate(views)
    ]


def _tie(view: Side, closest: float, best_name: float) -> Tie:
    own, other = view.own, view.other
    links = aligned(view.table)
    named, cited = _best(view)
    mentioned, mention = max(
        ((likeness(one.name, other.outlet), one) for one in own.mentioned if other.outlet),
        key=lambda pair: pair[0],
        default=(0.0, None),
    )
    hours = max(0.0, other.when.hours_to(own.when))
    foreign = bool(own.cited) and named < NAME and best_name > -NAME
    values = (
        named, mentioned, float(bool(own.cited)), float(foreign), math.log1p(len(links)),
        len(links) / max(1, len(own.profiles)), len(links) / max(1, len(other.profiles)),
        monotone(links, own, other), view.wording, view.closeness, closest, best_name,
        view.shared_names, float(own.language == other.language),
        math.log1p(min(hours, LATEST)), float(other.when.before(own.when)),
        likeness(own.outlet, other.outlet) if own.outlet and other.outlet else 0.0,
    )  # fmt: skip
    return Tie(own, other, tuple(links), mention if mentioned > named else cited, values)


def _best(view: Side) -> tuple[float, Cited | None]:
    """Return how well the outlet that the own article names best fits the other."""
    found = [(likeness(one.name, view.other.outlet), one) for one in view.own.cited]
    found = [pair for pair in found if pair[0] > 0] if view.other.outlet else []
    return max(found, key=lambda pair: pair[0], default=(0.0, None))


def _above(values: Sequence[float], at: int) -> float:
    """Return by how much one of `values` is above the best of the others."""
    others = [value for place, value in enumerate(values) if place != at]
    return values[at] - max(others, default=0.0)
