import math
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ondit.show.axis import axis
from ondit.show.stamp import brief, hours


@pytest.mark.parametrize(
    ("stamp", "shown"),
    [
        ("2034-02-12T05:30:00+00:00", "2034-02-12 05:30"),
        ("2034-02-12T01:00:00+03:00", "2034-02-11 22:00"),
        ("2034-02-12", "2034-02-12"),
        ("2034-02", "2034-02"),
        ("last spring", "last spring"),
        (None, "no date"),
    ],
)
def test_a_stamp_is_shown_as_precise_as_it_is(stamp: str | None, shown: str) -> None:
    assert brief(stamp) == shown


def test_what_is_no_stamp_comes_after_all_that_are() -> None:
    stamps = ["spring", "2034-02-12T01:00:00+03:00", None, "2034-02-11T23:00:00Z"]
    assert sorted(stamps, key=hours)[:2] == ["2034-02-12T01:00:00+03:00", "2034-02-11T23:00:00Z"]


@given(st.lists(st.floats(-100_000, 700_000) | st.just(math.inf), max_size=5))
def test_hours_keep_their_order_on_an_axis_and_marks_have_room(when: list[float]) -> None:
    made = axis(when, 10, 310)
    known = sorted(one for one in when if math.isfinite(one))
    places = [made.place(one) for one in known]
    assert places == sorted(places)
    assert all(10 <= one <= 310 for one in places)
    marks = [one.x for one in made.ticks]
    assert all(after - before > 60 for before, after in pairwise(marks))
