"""What speaks for and against two statements being one claim, as numbers that have names.

Each is symmetric: which of the two came first plays no part here.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ondit.records import Act
from ondit.trace.centre import Floats
from ondit.trace.cue import CueKind
from ondit.trace.outlet import likeness, outlet_name
from ondit.trace.profile import Name, Profile
from ondit.trace.quantity import Quantity
from ondit.trace.sheet import Sheet
from ondit.trace.sound import alike

FEATURES = (
    "likeness", "margin", "rival", "numbers_same", "numbers_differ", "numbers_one",
    "days_same", "days_differ", "names", "names_known", "negation", "source_same",
    "source_differs", "act_same", "denial", "wording", "length", "article", "article_names",
    "one_language", "told_there",
)  # fmt: skip
"""Names of the features, in the order of `Facts.values`."""

HEARD = 0.7
"""Likeness of sounds from which names are taken for one: half of the names in statements of one
claim in two languages have a counterpart above, 4 % of any two names of two relay families."""

EXACT = 0.8
"""The same where many names are compared, so that some sound alike by chance: 2 % are above."""

DATE = len("2031-03-11")

TELLING = 3.0
"""The most that one number can tell: that of one with three or more digits that are not zeros."""

LARGE = 1000
"""A number that is rarely met by chance, whatever its digits."""


@dataclass(frozen=True, slots=True)
class Facts:
    """Two statements compared: their places among the profiles, and the features' values."""

    one: int
    other: int
    values: tuple[float, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Comparison:
    """Two articles compared, statement by statement; `likeness` (profiles of one, of other)."""

    one: Sheet
    other: Sheet
    likeness: Floats
    closeness: float
    shared_names: float


def compare(one: Sheet, other: Sheet) -> Comparison:
    """Return how like each statement of the one is to each of the other."""
    likeness: Floats = one.vectors @ other.vectors.T
    best = np.sort(likeness.max(1))[-3:] if likeness.size else np.zeros(1)
    return Comparison(one, other, likeness, float(best.mean()), _shared(one.names, other.names))


def facts(comparison: Comparison, i: int, j: int) -> Facts:
    """Return the features of statement `i` of the one and `j` of the other article."""
    a, b = comparison.one.profiles[i], comparison.other.profiles[j]
    like = float(comparison.likeness[i, j])
    margins = sorted((_margin(comparison.likeness[i], j), _margin(comparison.likeness[:, j], i)))
    same, differ, alone = _numbers(a.quantities, b.quantities)
    days_same, days_differ = _days(a, b)
    names = _names(a.names, b.names)
    source = alike_names(a.source, b.source)
    one_language = comparison.one.language == comparison.other.language
    wording = _dice(a.grams, b.grams) if one_language else 0.0
    values = (
        like, margins[0], margins[1], same, differ, alone,
        days_same, days_differ, names, float(bool(a.names and b.names)),
        float(bool(a.has(CueKind.NOT)) != bool(b.has(CueKind.NOT))),
        float(source >= HEARD), float(bool(a.source and b.source) and source < HEARD),
        float(a.act == b.act), float((a.act is Act.DENY) != (b.act is Act.DENY)),
        wording, abs(math.log(a.bulk / b.bulk)),
        comparison.closeness, comparison.shared_names, float(one_language), _told(comparison, i, j),
    )  # fmt: skip
    return Facts(i, j, values)


RELAY_FEATURES = (*FEATURES, "relay", "relay_margin")
"""The same once it is known how likely one of the articles is made from the other."""


def with_relay(values: Sequence[float], relay: float) -> tuple[float, ...]:
    """Return the features with those that the probability `relay` of a relay adds."""
    return (*values, relay, relay * values[1])


def _told(comparison: Comparison, i: int, j: int) -> float:
    """Return how well an outlet that one statement is told by fits the other's own."""
    one, other = comparison.one, comparison.other
    found = [likeness(name, other.outlet) for name in one.profiles[i].relays if other.outlet]
    found += [likeness(name, one.outlet) for name in other.profiles[j].relays if one.outlet]
    return max(found, default=0.0)


def alike_names(one: str, other: str) -> float:
    """Return in [0, 1] how alike two names sound as a whole; 0 if one is not known."""
    return alike(outlet_name(one).whole, outlet_name(other).whole) if one and other else 0.0


def _margin(row: Floats, place: int) -> float:
    """Return by how much the value at `place` is above the best other one."""
    others = np.delete(row, place)
    return float(row[place] - (others.max() if others.size else 0.0))


def _numbers(one: Sequence[Quantity], other: Sequence[Quantity]) -> tuple[float, float, float]:
    """Return how telling the numbers are that agree, that differ, and that have no counterpart."""
    left = list(other)
    same, alone = 0.0, []
    for mine in one:
        its = next((its for its in left if mine.same(its)), None)
        if its:
            left.remove(its)
            same += _telling(mine.value)
        else:
            alone.append(mine)
    differ = min(len(alone), len(left))
    return min(same, 2 * TELLING), float(differ), float(abs(len(alone) - len(left)))


def _telling(value: float) -> float:
    """Return how much it tells that two statements share a number: 3 for "412", 1 for "5"."""
    digits = f"{value:.10g}".replace(".", "").strip("0")
    return min(TELLING, len(digits) + float(value >= LARGE))


def _days(a: Profile, b: Profile) -> tuple[float, float]:
    if not a.days or not b.days:
        return 0.0, 0.0
    agree = sum(any(same_day(one.value, other.value) for other in b.days) for one in a.days)
    return float(agree > 0), float(agree == 0)


def same_day(one: str, other: str) -> bool:
    """Return whether two EDTF values can be the same date, as far as both are precise."""
    return all(x == y or "X" in (x, y) for x, y in zip(one[:DATE], other[:DATE], strict=False))


def _names(one: Sequence[Name], other: Sequence[Name]) -> float:
    """Return the part of the names of both that the other has, too."""
    if not one or not other:
        return 0.0
    there = sum(max(alike(a.sound, b.sound) for b in other) >= HEARD for a in one)
    back = sum(max(alike(a.sound, b.sound) for a in one) >= HEARD for b in other)
    return (there + back) / (len(one) + len(other))


def _shared(one: frozenset[str], other: frozenset[str]) -> float:
    if not one or not other:
        return 0.0
    found = sum(any(alike(a, b) >= EXACT for b in other) for a in one)
    return found / min(len(one), len(other))


def _dice(one: frozenset[str], other: frozenset[str]) -> float:
    return 2 * len(one & other) / max(1, len(one) + len(other))
