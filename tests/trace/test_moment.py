from ondit.trace.moment import ALWAYS, moment


def test_a_full_stamp_tells_which_was_first() -> None:
    first, second = moment("2031-03-11T04:40:00Z"), moment("2031-03-11T09:20:00+03:00")
    assert first.before(second)
    assert not second.before(first)
    assert round(first.hours_to(second), 2) == 1.67


def test_a_date_alone_covers_its_day_in_all_time_zones() -> None:
    day, evening = moment("2031-03-11"), moment("2031-03-11T22:00:00Z")
    assert not day.before(evening)
    assert not evening.before(day)
    assert day.before(moment("2031-03-13T00:00:00Z"))


def test_without_a_stamp_nothing_is_known() -> None:
    assert moment(None) == moment("last week") == ALWAYS
