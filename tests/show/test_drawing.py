import re

from hypothesis import given
from rich.cells import cell_len

from ondit.records import Document
from ondit.records.trace import Trail
from ondit.show.drawing import NARROW, WIDE, Drawing, Say, drawing
from tests.show.journeys import COUNTRIES, DOCUMENTS, TRAIL, trails


def drawn(frame=WIDE) -> Drawing:
    return drawing(TRAIL, DOCUMENTS, COUNTRIES, frame)


def lines(number: int) -> list[tuple[Say, str]]:
    return [(one.say, one.text) for one in drawn().dots[number].labels]


def test_time_runs_to_the_right_and_each_branch_has_its_row() -> None:
    islander, bote, _, absent, listok = drawn().dots
    assert islander.x < listok.x < bote.x
    assert absent.x < islander.x
    rows = [one.y for one in drawn().dots]
    assert rows == sorted(set(rows))


def test_what_has_no_date_stands_by_its_parent() -> None:
    _, bote, nahar, absent, _ = drawn().dots
    assert nahar.x == bote.x
    assert (bote.dated, nahar.dated, absent.dated) == (True, False, False)


def test_beside_a_dot_stands_who_says_what_and_what_it_changed() -> None:
    assert lines(0) == [
        (Say.OUTLET, "Islander"),
        (Say.FACTS, "2034-02-12 05:30"),
        (Say.WORDS, "“300 tonnes of oil could leak, said Ruth Pennerack.”"),
        (Say.ORIGIN, "origin: Ruth Pennerack"),
    ]
    assert lines(1) == [
        (Say.OUTLET, "Hafenbote"),
        (Say.FACTS, "2034-02-13, translated"),
        (Say.WORDS, "“3000 Tonnen Öl treten aus, schreibt der Islander.”"),
        (Say.SHIFT, "number: 300 → 3000"),
        (Say.SHIFT, "hedge: could → nothing"),
    ]
    assert lines(2)[-1] == (Say.SHIFT, "unsourced")
    assert lines(3) == [(Say.OUTLET, "Морской газеты"), (Say.FACTS, "not in the archive")]
    assert drawn().dots[0].labels[0].aside == "en · GB"


def test_a_doubtful_relay_shows_its_probability() -> None:
    assert lines(2)[1] == (Say.FACTS, "no date, p = 0.45, named")


def test_an_edge_tells_the_kinds_of_its_shifts_where_there_is_room() -> None:
    assert drawn().edges[0].kinds == "number, hedge"
    assert drawn(NARROW).edges[0].kinds == ""


def test_the_axis_is_marked_and_says_which_days_it_spans() -> None:
    assert drawn().caption == "2034-02-12 – 2034-02-13"
    assert [one.label for one in drawn().ticks] == ["06:00", "12:00", "18:00", "13 Feb"]


@given(trails())
def test_everything_is_within_the_frame_and_no_two_rows_meet(
    found: tuple[Trail, dict[str, Document]],
) -> None:
    trail, documents = found
    for frame in (WIDE, NARROW):
        made = drawing(trail, documents, {}, frame)
        assert all(0 < one.x < made.column for one in made.dots)
        assert all(
            re.fullmatch(r"M[\d.]+ [\d.]+V[\d.]+q0 [\d. -]+H[\d.]+", e.path) for e in made.edges
        )
        baselines = [one.y for dot in made.dots for one in dot.labels]
        assert baselines == sorted(set(baselines))
        assert baselines[-1] < made.height
        room = frame.text / 7
        assert all(cell_len(one.text) <= room for dot in made.dots for one in dot.labels)
