"""Moments known in part: how they move and how they are written."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ondit.resolve.edtf import Moment, Unit, exists, of_date, shift, week, weekday

DATES = st.dates(date(1900, 1, 1), date(2100, 12, 31))


@pytest.mark.parametrize(
    ("moment", "text"),
    [
        (Moment(Unit.DAY, 2025, 8, 15), "2025-08-15"),
        (Moment(Unit.DAY, None, 8, 15), "XXXX-08-15"),
        (Moment(Unit.DAY), "XXXX-XX-XX"),
        (Moment(Unit.MONTH, 2025, 8), "2025-08"),
        (Moment(Unit.MONTH, None, 33), "XXXX-33"),
        (Moment(Unit.YEAR, 987), "0987"),
        (Moment(Unit.DECADE, 1990), "199X"),
        (Moment(Unit.DAY, 2025, 8, 15, clock="14:30"), "2025-08-15T14:30"),
        (Moment(Unit.DAY, 2025, 8, 15, approximate=True), "2025-08-15~"),
        (Moment(Unit.YEAR, 2019, last=Moment(Unit.YEAR, 2022)), "2019/2022"),
    ],
)
def test_moments_are_written_as_edtf(moment: Moment, text: str) -> None:
    assert str(moment) == text


@given(DATES, st.integers(-400, 400))
def test_days_there_and_back_are_where_they_began(day: date, count: int) -> None:
    there = shift(of_date(day), count, Unit.DAY)
    assert shift(there, -count, Unit.DAY) == of_date(day)


@pytest.mark.parametrize(
    ("moment", "count", "unit", "text"),
    [
        (Moment(Unit.DAY, None, 8, 18), 1, Unit.DAY, "XXXX-08-19"),
        (Moment(Unit.DAY, None, 2, 28), 1, Unit.DAY, "XXXX-XX-XX"),
        (Moment(Unit.DAY, None, 2, 29), 1, Unit.DAY, "XXXX-03-01"),
        (Moment(Unit.DAY, None, 12, 31), 1, Unit.DAY, "XXXX-01-01"),
        (Moment(Unit.DAY, 2025, 12, 31), 1, Unit.DAY, "2026-01-01"),
        (Moment(Unit.DAY, 2025, 8, 15), -2, Unit.WEEK, "2025-08-01~"),
        (Moment(Unit.DAY, 2025, 8, 15), 5, Unit.MONTH, "2026-01"),
        (Moment(Unit.DAY, 2025, 8, 15), -3, Unit.QUARTER, "2024-36"),
        (Moment(Unit.MONTH, None, 11), 3, Unit.MONTH, "XXXX-02"),
        (Moment(Unit.YEAR, 2025), 1, Unit.MONTH, "XXXX-XX"),
        (Moment(Unit.YEAR, 2025), -2, Unit.YEAR, "2023"),
        (Moment(Unit.DAY), -2, Unit.YEAR, "XXXX"),
        (Moment(Unit.YEAR, 9999), 1, Unit.YEAR, "XXXX"),
        (Moment(Unit.DAY, 9999, 12, 31), 1, Unit.DAY, "XXXX-XX-XX"),
    ],
)
def test_a_distance_is_as_precise_as_its_unit(
    moment: Moment, count: int, unit: Unit, text: str
) -> None:
    assert str(shift(moment, count, unit)) == text


@given(DATES, st.integers(0, 6))
def test_a_weekday_is_on_the_right_side_of_the_day(day: date, number: int) -> None:
    seen = {
        when: weekday(of_date(day), number, when).date for when in ("past", "last", "next", "this")
    }
    assert all(one and one.weekday() == number for one in seen.values())
    distances = {when: (one - day).days for when, one in seen.items() if one}
    assert -6 <= distances["past"] <= 0
    assert -7 <= distances["last"] < 0 < distances["next"] <= 7
    assert day.weekday() + distances["this"] == number


def test_a_week_runs_from_monday_to_sunday() -> None:
    wednesday = of_date(date(2025, 8, 20))
    assert str(week(wednesday, -1, Unit.WEEK)) == "2025-08-11/2025-08-17"
    assert str(week(wednesday, 1, Unit.WEEKEND)) == "2025-08-30/2025-08-31"
    assert str(week(Moment(Unit.DAY), 0, Unit.WEEK)) == "XXXX-XX-XX/XXXX-XX-XX"


@pytest.mark.parametrize(
    ("year", "month", "day", "there"),
    [(2025, 2, 29, False), (2024, 2, 29, True), (None, 2, 29, True), (2025, 13, 1, False)],
)
def test_a_day_is_in_the_calendar_or_not(year: int, month: int, day: int, there: bool) -> None:
    assert exists(year, month, day) is there
