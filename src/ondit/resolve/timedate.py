"""Makes a day, a month or a year of the words that name it in a calendar."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from ondit.late import late
from ondit.resolve.edtf import DECEMBER, Moment, Unit, day_in, exists, of_date, shift
from ondit.resolve.timegrammar import Hit
from ondit.resolve.timeline import WINDOW, Timeline

MONTH = 20
"""Days from the publication within which a bare day of the month is one of the same month. The 15
such days in the relay families are at most 3 days off."""

QUARTERS, HALVES = 32, 39
"""What makes the number of a quarter or a half of a year ISO 8601-2's code for it."""

CENTURY, THIS_CENTURY = 100, 1900
"""How long a century is, and the one that decades in two digits ("the 90s") are of."""


def read_moment(line: Timeline, hit: Hit, which: str = "") -> Moment | None:
    """Return the day, month or year that a hit names; None if there is no such.

    `which` is "2" for the second of two.
    """
    get = hit.values.get
    if "decade" in hit.values or "tens" in hit.values:
        return Moment(Unit.DECADE, get("decade", THIS_CENTURY + get("tens", 0)))
    day = get("day" + which, get("day") if "month2" not in hit.values else None)
    month, year = read_month(hit, which), _year(line, hit, which)
    if "rmonth" in hit.values:
        about = shift(line.published, get("rmonth", 0), Unit.MONTH)
        year, month = about.year, about.month
    if not exists(year, month, day):
        return None
    named = Moment(Unit.DAY if day else Unit.MONTH if month else Unit.YEAR, year, month, day)
    if day and month is None:
        return named if "rmonth" in hit.values else _near(line, named)
    return named if year or not month else replace(named, year=line.year_of(named, hit.begin))


def read_month(hit: Hit, which: str = "") -> int | None:
    """Return the month, season, quarter or half that a hit names, as `Moment` has it."""
    for part in ("month", "name", "nmonth", "season"):
        value = value_of(hit, part + which, part)
        if value:
            return value
    quarter, half = value_of(hit, "quarter", "four"), value_of(hit, "half")
    if quarter:
        return QUARTERS + quarter
    return HALVES + half if half else None


def read_stretch(line: Timeline, hit: Hit, start: Moment) -> Moment | None:
    """Return the moment that begins at `start` and ends at the second one of the hit.

    Return None if that comes before it. A year that only the second one states is both's, or
    across a new year the one after the first one's.
    """
    last = read_moment(line, hit, "2")
    if last is None:
        return None
    if start.month and last.month and not {"year", "year2"} <= hit.values.keys():
        turns = start.month > last.month
        start = replace(start, year=None if last.year is None else last.year - turns)
    if (start.year or 0, start.month or 0) > (last.year or 0, last.month or DECEMBER):
        return None
    return replace(start, last=last)


def read_persian(line: Timeline, hit: Hit) -> Moment | None:
    """Return a day or month of the Persian calendar in ours; open without a year to place it."""
    calendar: Any = late("persiantools.jdatetime", "JalaliDate")
    today, month, day = line.published.date, hit.values["jmonth"], hit.values.get("day")
    unknown = Moment(Unit.DAY if day else Unit.MONTH)
    if "year" not in hit.values and today is None:
        return unknown
    try:
        year = hit.values.get("year") or calendar.to_jalali(today).year
        first: date = calendar(year, month, day or 1).to_gregorian()
        last: date = calendar(year, month, calendar.days_in_month(month, year)).to_gregorian()
    except ValueError:
        return None
    if "year" not in hit.values and today and abs((first - today).days) > WINDOW:
        return unknown
    return of_date(first) if day else replace(of_date(first), last=of_date(last))


def value_of(hit: Hit, *parts: str) -> int | None:
    """Return the value of the first of these parts that a hit has."""
    return next((hit.values[one] for one in parts if one in hit.values), None)


def _year(line: Timeline, hit: Hit, which: str) -> int | None:
    """Return the year that a hit names, and keep it as stated unless it names a distance."""
    year = value_of(hit, "year" + which, "anno" + which, "year", "anno")
    if "yy" in hit.values and which and year:
        year = year - year % CENTURY + hit.values["yy"]
    if "base" in hit.values:
        year = hit.values["base"] + hit.values["era"]
    if year is not None:
        line.state(year, hit.begin)
    elif "ryear" in hit.values:
        year = shift(line.published, hit.values["ryear"], Unit.YEAR).year
    return year


def _near(line: Timeline, named: Moment) -> Moment:
    """Return the day of this number in the publication's month, or if that is far, the nearest."""
    today = line.published.date
    if today is None:
        return named
    months = (shift(line.published, count, Unit.MONTH) for count in (-1, 0, 1))
    days = [one for at in months if (one := day_in(at.year or 1, replace(at, day=named.day)))]
    days.sort(key=lambda one: abs((one - today).days))
    same = [one for one in days if one.month == today.month and abs((one - today).days) <= MONTH]
    return of_date((same or days)[0])
