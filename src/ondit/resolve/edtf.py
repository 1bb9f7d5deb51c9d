"""Moments that may be known in part, how they move, and how EDTF (ISO 8601-2) writes them."""

from __future__ import annotations

import calendar
from dataclasses import dataclass, replace
from datetime import MAXYEAR, MINYEAR, date, timedelta
from enum import IntEnum

UNKNOWN_DAY = "XXXX-XX-XX"

JANUARY, DECEMBER = 1, 12

MIDDLES = {21: 4, 22: 7, 23: 10, 24: 1, 33: 2, 34: 5, 35: 8, 36: 11, 40: 3, 41: 9}
"""A month in the middle of each of ISO 8601-2's seasons, quarters and halves of a year."""

LEAP, COMMON = 2024, 2023
"""A leap year and another one: what comes out the same in both holds in a year unknown."""


class Unit(IntEnum):
    """The units of time, from the finest to the coarsest."""

    MINUTE = 1
    HOUR = 2
    DAY = 3
    WEEKEND = 4
    WEEK = 5
    MONTH = 6
    QUARTER = 7
    YEAR = 8
    DECADE = 9


@dataclass(frozen=True, slots=True)
class Moment:
    """A day, month, year or decade (`unit`), with None for what is not known of it.

    `month` may also be one of ISO 8601-2's codes for seasons (21 to 24), quarters (33 to 36)
    and halves (40, 41) of a year. `last` is the last day of a stretch that begins with this
    one; `clock` is a time of day, "hh:mm".
    """

    unit: Unit
    year: int | None = None
    month: int | None = None
    day: int | None = None
    last: Moment | None = None
    clock: str | None = None
    approximate: bool = False

    @property
    def date(self) -> date | None:
        """Return the day, if all of it is known."""
        if self.year and self.month and self.day:
            return date(self.year, self.month, self.day)
        return None

    def __str__(self) -> str:
        """Return it as EDTF."""
        if self.last:
            return f"{replace(self, last=None)}/{self.last}"
        text = _digits(self.year, 4)
        if self.unit is Unit.DECADE:
            text = text[:3] + "X"
        elif self.unit < Unit.YEAR:
            text += "-" + _digits(self.month, 2)
        if self.unit <= Unit.DAY:
            text += "-" + _digits(self.day, 2)
        if self.clock:
            text += "T" + self.clock
        return text + "~" * self.approximate


def _digits(number: int | None, width: int) -> str:
    return "X" * width if number is None else f"{number:0{width}}"


def of_date(day: date) -> Moment:
    """Return the moment of a day that is known."""
    return Moment(Unit.DAY, day.year, day.month, day.day)


def exists(year: int | None, month: int | None, day: int | None) -> bool:
    """Return whether a calendar has such a day, or may have for what is not known of it."""
    if day is None:
        return True
    if month is not None and month > DECEMBER:
        return False
    return 1 <= day <= calendar.monthrange(year or LEAP, month or JANUARY)[1]


def day_in(year: int, moment: Moment) -> date | None:
    """Return a day in the middle of a moment in this year, or None if it has no such day."""
    month = moment.month or JANUARY
    try:
        return date(year, MIDDLES.get(month, month), moment.day or 15)
    except ValueError:
        return None


def shift(moment: Moment, count: int, unit: Unit) -> Moment:
    """Return the moment `count` units later, as precise as `unit` is and open where it must be.

    Weeks give a day that is approximate; hours and minutes the day, approximate too.
    """
    if unit >= Unit.YEAR:
        years = 10 if unit is Unit.DECADE else 1
        year = None if moment.year is None else moment.year + years * count
        return Moment(unit, year if _in_calendar(year) else None)
    if unit >= Unit.MONTH:
        return _months(moment, count, unit)
    days = {Unit.WEEK: 7, Unit.WEEKEND: 7, Unit.DAY: 1}.get(unit, 0) * count
    moved = _days(moment, days)
    return replace(moved, approximate=moved.day is not None and unit is not Unit.DAY and count != 0)


def _in_calendar(year: int | None) -> bool:
    return year is not None and MINYEAR <= year <= MAXYEAR


def _months(moment: Moment, count: int, unit: Unit) -> Moment:
    size = 3 if unit is Unit.QUARTER else 1
    if moment.month is None or moment.month > DECEMBER:
        return Moment(unit)
    years, place = divmod((moment.month - 1) // size + count, DECEMBER // size)
    month = place + 33 if unit is Unit.QUARTER else place + 1
    year = None if moment.year is None else moment.year + years
    if year is not None and not _in_calendar(year):
        return Moment(unit)
    return Moment(unit, year, month)


def _days(moment: Moment, days: int) -> Moment:
    if moment.month is None or moment.day is None:
        return Moment(Unit.DAY)
    years = (LEAP, COMMON) if moment.year is None else (moment.year,)
    found = [_moved(year, moment.month, moment.day, days) for year in years]
    day = found[0]
    if day is None or any((one.month, one.day) != (day.month, day.day) for one in found if one):
        return Moment(Unit.DAY)
    return Moment(Unit.DAY, None if moment.year is None else day.year, day.month, day.day)


def _moved(year: int, month: int, day: int, days: int) -> date | None:
    try:
        return date(year, month, day) + timedelta(days)
    except (ValueError, OverflowError):
        return None


def week(moment: Moment, count: int, unit: Unit) -> Moment:
    """Return the week or weekend, Monday to Sunday, `count` after the one that holds `moment`."""
    day = moment.date
    if day is None:
        return Moment(Unit.DAY, last=Moment(Unit.DAY))
    first = 5 if unit is Unit.WEEKEND else 0
    monday = _days(of_date(day), 7 * count - day.weekday())
    return replace(_days(monday, first), last=_days(monday, 6))


def weekday(moment: Moment, number: int, when: str) -> Moment:
    """Return the day with this number (0 is Monday) as seen from `moment`.

    `when`: "past" is the last one on or before it, "last" the last one before it, "next" the
    first one after it, "this" the one in its week; "before" and "after" are the ones in the
    weeks before and after.
    """
    day = moment.date
    if day is None:
        return Moment(Unit.DAY)
    to = number - day.weekday()
    days = {
        "past": -(-to % 7),
        "last": -(-to % 7 or 7),
        "next": to % 7 or 7,
        "this": to,
        "before": to - 7,
        "after": to + 7,
    }[when]
    return _days(of_date(day), days)
