"""A time axis: where an hour is on it, and at which hours or days it is marked."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ondit.show.stamp import moment

STEPS = (1, 2, 3, 6, 12, 24, 48, 168, 336, 730, 2191, 8766, 87660, 876600)
"""Hours from one mark to the next: hours, days, weeks, months, a quarter, years."""

ROOM = 62.0
"""Pixels that a mark needs for its label."""

DAY, YEAR = 24, 8766


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark of the axis and what is written at it, in UTC."""

    x: float
    label: str


@dataclass(frozen=True, slots=True)
class Axis:
    """Hours `first` to `last` (since 1970) on the pixels from `left` to `right`."""

    first: float
    last: float
    left: float
    right: float
    ticks: tuple[Tick, ...] = ()

    @property
    def caption(self) -> str:
        """The days that it spans; "" if no time is known."""
        if not self.last:
            return ""
        days = dict.fromkeys(f"{moment(one):%Y-%m-%d}" for one in (self.first, self.last))
        return " – ".join(days)

    def place(self, hour: float) -> float:
        """Return where an hour is."""
        whole = self.last - self.first
        return self.left + (self.right - self.left) * ((hour - self.first) / whole if whole else 0)


def axis(when: Iterable[float], left: float, right: float) -> Axis:
    """Return the axis for some hours; what is not finite plays no part."""
    known = [one for one in when if math.isfinite(one)] or [0.0]
    bare = Axis(min(known), max(known), left, right)
    return Axis(bare.first, bare.last, left, right, tuple(_ticks(bare)))


def _ticks(bare: Axis) -> Iterator[Tick]:
    hours = bare.last - bare.first
    most = max(1.0, (bare.right - bare.left) / ROOM)
    step = next((one for one in STEPS if hours / one <= most), STEPS[-1])
    if not hours:
        return
    for number in range(math.ceil(bare.first / step), math.floor(bare.last / step) + 1):
        yield Tick(bare.place(number * step), _label(number * step, step))


def _label(hour: float, step: int) -> str:
    when = moment(hour)
    if step >= YEAR:
        return str(when.year)
    if step < DAY and when.hour:
        return f"{when:%H:%M}"
    return f"{when.day} {when:%b}"
