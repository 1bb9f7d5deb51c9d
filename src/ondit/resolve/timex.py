"""Says when: every time expression of an article, against its publication or the text itself.

What the words leave open stays open: a day without a year gets one only from the publication,
and only where no other year is as near.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from ondit.records import Article, Span, Timex, TimexKind
from ondit.resolve.edtf import UNKNOWN_DAY, Moment, Unit, day_in, shift, week, weekday
from ondit.resolve.timedate import (
    read_moment,
    read_month,
    read_persian,
    read_stretch,
    value_of,
)
from ondit.resolve.timegrammar import Hit
from ondit.resolve.timeline import Timeline, published
from ondit.resolve.timewords import timewords

BETWEEN = re.compile(r"(?:['’]\w{1,4})?[^\S\n]*,?[^\S\n]*(?:\w{1,4}[^\S\n]+)?")
"""What may stand between a day and its time of day: an ending, a comma, a short preposition."""

DAY = re.compile(r"[\dX]{4}-[\dX]{2}-[\dX]{2}")
"""The value of a day, to which a time of day can be added."""

DISTANCE = re.compile(r"(?P<unit>[a-z]*)(?P<sign>[+-])(?P<count>\d*)(?P<doubt>\??)")
"""The argument of a rule that counts from a day: "week-1"; "n-", "days-" count by the words; a "?"
marks words that may as well count from something else in the text ("через год")."""

RELATIVE = frozenset({"ryear", "rmonth"})
"""The parts that name a year or month by its distance ("last year", "先月")."""

WEEKDAYS = ("weekday", "short", "sunday", "lastweek", "thisweek", "nextweek")
"""The parts that name a weekday, some of them with the week that it is in."""

DURATIONS = {
    Unit.MINUTE: ("PT{}M", 1),
    Unit.HOUR: ("PT{}H", 1),
    Unit.DAY: ("P{}D", 1),
    Unit.WEEK: ("P{}W", 1),
    Unit.MONTH: ("P{}M", 1),
    Unit.QUARTER: ("P{}M", 3),
    Unit.YEAR: ("P{}Y", 1),
    Unit.DECADE: ("P{}Y", 10),
}
"""How ISO 8601 writes durations in each unit, and how many of what it writes one unit is."""

HOURS, NOON = 24, 12


def timexes(article: Article) -> tuple[Timex, ...]:
    """Return the time expressions of an article in the order of its text, none overlapping."""
    line = Timeline(article.text, published(article.published))
    words = timewords((article.language or "").partition("-")[0].lower())
    hits = [hit for hit in words.hits(article.text) if hit.rule.kind in READINGS]
    found = [one for hit in hits for one in READINGS[hit.rule.kind](line, hit)]
    return tuple(_with_clocks(article.text, found))


def _date(line: Timeline, hit: Hit) -> Iterator[Timex]:
    """Read "15 August 2025", "from 3 to 5 August", "in October last year"."""
    moment = read_persian(line, hit) if "jmonth" in hit.values else read_moment(line, hit)
    if moment and any(name.endswith("2") or name == "yy" for name in hit.values):
        moment = read_stretch(line, hit, moment)
    if moment:
        yield line.keep(hit.span, moment, relative=not RELATIVE.isdisjoint(hit.values))


def _and(line: Timeline, hit: Hit) -> Iterator[Timex]:
    """Read "3 and 5 March" as two days of one month."""
    alone = {name: value for name, value in hit.values.items() if name != "day2"}
    first, second = read_moment(line, replace(hit, values=alone)), read_moment(line, hit, "2")
    if first and second:
        yield line.keep(Span(*hit.places["day"]), first)
        yield line.keep(Span(hit.places["day2"][0], hit.end), second)


def _now(line: Timeline, hit: Hit) -> Iterator[Timex]:
    """Read "yesterday", "two years ago": a distance from the publication."""
    moment = _moved(line.published, hit)
    if hit.rule.argument.endswith("?") and moment.unit >= Unit.MONTH:
        moment = Moment(moment.unit)
    yield line.keep(hit.span, moment, relative=True)


def _then(line: Timeline, hit: Hit) -> Iterator[Timex]:
    """Read "the next day", "two weeks later": a distance from an earlier expression."""
    unit = _distance(hit)[1]
    if unit < Unit.DAY:
        yield Timex(hit.span, _duration(hit), TimexKind.DURATION, relative=True)
        return
    anchor, moment = line.last(unit, hit.begin)
    yield line.keep(hit.span, _moved(moment, hit), anchor, relative=True)


def _onday(line: Timeline, hit: Hit) -> Iterator[Timex]:
    """Read "on Monday", "next Friday": a weekday seen from the publication."""
    number = value_of(hit, *WEEKDAYS) or 0
    yield line.keep(hit.span, weekday(line.published, number, hit.rule.argument), relative=True)


def _named(line: Timeline, hit: Hit) -> Iterator[Timex]:
    """Read "last August", "this summer": a month or season seen from the publication."""
    moment = Moment(Unit.MONTH, None, read_month(hit))
    year = _year_seen(line.published, moment, hit.rule.argument)
    yield line.keep(hit.span, replace(moment, year=year), relative=True)


def _span(_: Timeline, hit: Hit) -> Iterator[Timex]:
    """Read "three weeks"."""
    yield Timex(hit.span, _duration(hit), TimexKind.DURATION)


def _after(_: Timeline, hit: Hit) -> Iterator[Timex]:
    """Read "within a week of the truce": a duration that counts from the words for an event."""
    event = Span(*hit.places["event" if "event" in hit.places else "before"])
    value = ("-" if hit.rule.argument == "before" else "") + _duration(hit)
    yield Timex(hit.span, value, TimexKind.DURATION, event, relative=True)


def _set(_: Timeline, hit: Hit) -> Iterator[Timex]:
    """Read "every Tuesday", "every two hours"."""
    value = _duration(hit) if "unit" in hit.values else hit.rule.argument
    yield Timex(hit.span, f"R/{value}", TimexKind.SET)


def _time(_: Timeline, hit: Hit) -> Iterator[Timex]:
    """Read "at 14:30", "6 p.m."."""
    hour, half = hit.values["hour"], hit.rule.argument
    if half in {"am", "pm"} and 1 <= hour <= NOON:
        hour = hour % NOON + (NOON if half == "pm" else 0)
    if hour < HOURS:
        clock = f"T{hour:02}:{hit.values.get('minute', 0):02}"
        yield Timex(hit.span, UNKNOWN_DAY + clock, TimexKind.TIME)


READINGS: dict[str, Callable[[Timeline, Hit], Iterator[Timex]]] = {
    "date": _date,
    "and": _and,
    "now": _now,
    "then": _then,
    "onday": _onday,
    "named": _named,
    "span": _span,
    "after": _after,
    "set": _set,
    "time": _time,
}
"""What each kind of rule reads; what other rules ("skip") hold for is no time expression."""


def _year_seen(today: Moment, named: Moment, when: str) -> int | None:
    """Return the year of the last or next month of a name, or of the one in this year."""
    if today.year is None or when == "this":
        return today.year
    years = (today.year - 1, today.year, today.year + 1)
    days = [day for year in years if (day := day_in(year, named))]
    now = (today.year, today.month or 0)
    if when == "last":
        return max((day.year for day in days if (day.year, day.month) < now), default=None)
    return min((day.year for day in days if (day.year, day.month) > now), default=None)


def _moved(moment: Moment, hit: Hit) -> Moment:
    """Return the moment as far from this one as a hit says."""
    count, unit = _distance(hit)
    if count is None:
        return Moment(unit if unit >= Unit.MONTH else Unit.DAY)
    if unit in {Unit.WEEK, Unit.WEEKEND} and not hit.rule.argument.startswith("n"):
        return week(moment, count, unit)
    return shift(moment, count, unit)


def _distance(hit: Hit) -> tuple[int | None, Unit]:
    """Return how many units a hit is away, by its rule or else its words; None for "several"."""
    said = DISTANCE.fullmatch(hit.rule.argument)
    if said is None:
        raise ValueError(f"no distance: {hit.rule.argument}")
    unit = _unit(hit) if said["unit"] == "n" else Unit[said["unit"].removesuffix("s").upper()]
    amount = int(said["count"]) if said["count"] else (_amount(hit) or None)
    return (-amount if amount and said["sign"] == "-" else amount), unit


def _unit(hit: Hit) -> Unit:
    return Unit(value_of(hit, "unit", "single", "pair", "count") or Unit.DAY)


def _amount(hit: Hit) -> int:
    return hit.values.get("n", hit.values.get("days", 2 if "pair" in hit.values else 1))


def _duration(hit: Hit) -> str:
    form, size = DURATIONS[_unit(hit)]
    return form.format(_amount(hit) * size or "X")


def _with_clocks(text: str, found: list[Timex]) -> Iterator[Timex]:
    """Yield the expressions, a day and the time of day beside it as one."""
    waiting: Timex | None = None
    for one in found:
        both = _joined(text, waiting, one) if waiting else None
        if waiting and not both:
            yield waiting
        waiting = both or one
    if waiting:
        yield waiting


def _joined(text: str, one: Timex, other: Timex) -> Timex | None:
    """Return two neighbours as one expression if they are a day and a time of day."""
    day, clock = (one, other) if other.kind is TimexKind.TIME else (other, one)
    if day.kind is not TimexKind.DATE or clock.kind is not TimexKind.TIME:
        return None
    if not DAY.fullmatch(day.value) or not clock.value.startswith(UNKNOWN_DAY):
        return None
    if not BETWEEN.fullmatch(text, one.span.end, other.span.begin):
        return None
    value = day.value + clock.value.removeprefix(UNKNOWN_DAY)
    return replace(day, span=Span(one.span.begin, other.span.end), value=value, kind=TimexKind.TIME)
