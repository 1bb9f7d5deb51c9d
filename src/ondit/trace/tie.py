"""What speaks for one article being made from another, as numbers that have names.

Each two articles give two rows, one for each direction. What the two of them tell by themselves
is their lead; how that stands beside an article's other leads makes it a tie.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ondit.records.bond import Card, Lead
from ondit.trace.alignment import aligned, monotone
from ondit.trace.card import card
from ondit.trace.evidence import evidence
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

DIGITS = 4
"""Decimals of a feature's value that are kept: more play no part in any decision."""

LATEST = 24 * 365.0
"""Hours beyond which it plays no part how long ago the other article was published."""


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


@dataclass(frozen=True, slots=True)
class Tie:
    """Two articles, the later or presumed later first, and the features' values."""

    child: Card
    parent: Card
    lead: Lead
    values: tuple[float, ...]

    @property
    def named(self) -> float:
        """How well a name in the child fits the parent's outlet."""
        return max(_value(self.lead, "named"), _value(self.lead, "mentioned"))


def ties(views: Sequence[Side]) -> list[Tie]:
    """Return the ties of one article, whose all `views` are, to those that it may be from."""
    found = [(card(view.other), own) for view in views if (own := lead(view))]
    return tied(card(views[0].own), found) if found else []


def tied(child: Card, leads: Sequence[tuple[Card, Lead]]) -> list[Tie]:
    """Return the ties of an article to those that leads lead to, in the order of their ids.

    `closest` and `best_name` compare a lead with the article's others.
    """
    leads = sorted(leads, key=lambda one: one[0].id)
    close = [_value(one, "closeness") for _, one in leads]
    names = [_value(one, "named") for _, one in leads]
    return [
        Tie(child, parent, one, _beside(one, _above(close, at), _above(names, at)))
        for at, (parent, one) in enumerate(leads)
    ]


def lead(view: Side) -> Lead | None:
    """Return what a view tells by itself; None where an article gives the own one nothing and is
    not named in it, or is later."""
    own, other = view.own, view.other
    named, cited = _best(view)
    mentioned, mention = max(
        ((likeness(one.name, other.outlet), one) for one in own.mentioned if other.outlet),
        key=lambda pair: pair[0],
        default=(0.0, None),
    )
    links = aligned(view.table)
    if own.when.before(other.when) and named <= NAME:
        return None
    if not links and max(named, mentioned) < NAME:
        return None
    hours = max(0.0, other.when.hours_to(own.when))
    values = (
        named, mentioned, float(bool(own.cited)), 0.0, math.log1p(len(links)),
        len(links) / max(1, len(own.profiles)), len(links) / max(1, len(other.profiles)),
        monotone(links, own, other), view.wording, view.closeness, 0.0, 0.0,
        view.shared_names, float(own.language == other.language),
        math.log1p(min(hours, LATEST)), float(other.when.before(own.when)),
        likeness(own.outlet, other.outlet) if own.outlet and other.outlet else 0.0,
    )  # fmt: skip
    naming = mention if mentioned > named else cited
    shown = naming if max(named, mentioned) >= NAMED else None
    return Lead(
        tuple(round(one, DIGITS) for one in values),
        tuple(own.profiles[i].place for i, _ in links),
        evidence(own, other, links, view.wording, shown),
    )


def _beside(one: Lead, closest: float, best_name: float) -> tuple[float, ...]:
    """Return a lead's values with those that compare it with others."""
    foreign = _value(one, "cites") and _value(one, "named") < NAME and best_name > -NAME
    context = {"foreign_name": float(foreign), "closest": closest, "best_name": best_name}
    return tuple(context.get(name, value) for name, value in zip(FEATURES, one.values, strict=True))


def _value(one: Lead, name: str) -> float:
    return one.values[FEATURES.index(name)]


def _best(view: Side) -> tuple[float, Cited | None]:
    """Return how well the outlet that the own article names best fits the other."""
    found = [(likeness(one.name, view.other.outlet), one) for one in view.own.cited]
    found = [pair for pair in found if pair[0] > 0] if view.other.outlet else []
    return max(found, key=lambda pair: pair[0], default=(0.0, None))


def _above(values: Sequence[float], at: int) -> float:
    """Return by how much one of `values` is above the best of the others."""
    others = [value for place, value in enumerate(values) if place != at]
    return values[at] - max(others, default=0.0)
