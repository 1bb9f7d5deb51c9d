from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ondit.errors import ArchiveError, UsageError
from ondit.pipeline.subject import has
from ondit.pipeline.timeline import begins, timeline
from ondit.records.chronicle import Chronicle
from ondit.store.archive import Archive
from tests.trace.samples import FIRST, OTHER, SECOND


@pytest.fixture(scope="module")
def news(tmp_path_factory) -> str:
    """Return an archive of three articles, two of them on one story."""
    path = tmp_path_factory.mktemp("news") / "ondit.db"
    with Archive(path) as archive:
        for one in (FIRST, SECOND, OTHER):
            archive.add(one, "article")
    return str(path)


def told(found: Chronicle) -> list[tuple[str, bool, str, tuple[str, ...]]]:
    """Return when, whether the statement says so, how it begins, and who carries it."""
    return [
        (
            one.when,
            one.dated,
            found.documents[one.ref.article]
            .statements[one.ref.place]
            .of(found.documents[one.ref.article].reading.article.text)[:16],
            one.outlets,
        )
        for one in found.entries
    ]


@pytest.mark.parametrize(
    ("value", "first"),
    [
        ("2034-02-12", "2034-02-12"),
        ("2034-02-12T14:00", "2034-02-12T14:00"),
        ("2034-02-12/2034-02-16", "2034-02-12"),
        ("2034-02-XX", "2034-02"),
        ("2034-22", "2034-07"),
        ("2034~", "2034"),
        ("203X", ""),
        ("XXXX-08-15", ""),
        ("P1W", ""),
    ],
)
def test_a_value_sorts_by_its_first_day_as_far_as_that_is_known(value: str, first: str) -> None:
    assert begins(value) == first


@given(st.dates(), st.dates())
def test_values_sort_as_the_days_do(one, other) -> None:
    before, after = begins(one.isoformat()), begins(other.isoformat())
    assert (before < after, before == after) == (one < other, one == other)


def test_what_several_tell_is_one_entry_and_the_first_report_has_it(news: str) -> None:
    both = ("Harbour Post", "Речной вестник")
    found = told(timeline(news, None, None, None, 20))
    assert ("2034-02-12T05:30:00Z", False, "about 300 tonnes", both) in found
    assert len(found) == 3


def test_a_statement_stands_at_the_date_that_it_gives(news: str) -> None:
    found = told(timeline(news, None, None, None, 20))
    dates = [when for when, dated, words, _ in found if dated]
    assert [words for _, dated, words, _ in found if dated] == ["two tugs would t"]
    assert dates[0].startswith("2034-02-")


def test_only_what_names_somebody_or_is_said_by_them_is_about_them(news: str) -> None:
    assert [words for _, _, words, _ in told(timeline(news, "Hanke", None, None, 20))] == [
        "der Stürmer habe"
    ]
    assert len(timeline(news, "Lena Aspegren", None, None, 20).entries) == 2
    assert timeline(news, "Nobody", None, None, 20).entries == ()


def test_bounds_are_those_of_what_is_told(news: str) -> None:
    assert timeline(news, None, "2034-02-20", None, 20).entries == ()
    assert timeline(news, None, None, "2034-02-01", 20).entries == ()
    assert len(timeline(news, "Hanke", "2034-02-12", "2034-02-12", 20).entries) == 1


def test_of_too_many_those_stay_that_most_outlets_carry(news: str) -> None:
    assert all(len(outlets) == 2 for *_, outlets in told(timeline(news, None, None, None, 2)))


def test_what_is_no_date_and_where_no_archive_is_are_said(news: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="soon: not a date"):
        timeline(news, None, "soon", None, 20)
    with pytest.raises(ArchiveError):
        timeline(str(tmp_path / "none.db"), None, None, None, 20)


@pytest.mark.parametrize(
    ("text", "name", "there"),
    [
        ("с министром Хельгой Аспегреном", "Хельга Аспегрен", True),
        ("Minister Lena Aspegren said", "aspegren", True),
        ("Minister Lena Aspegren said", "Lena Holm", False),
        ("外交部长王毅表示", "王毅", True),
        ("anything", "!", False),
    ],
)
def test_a_name_is_found_in_any_of_its_forms(text: str, name: str, there: bool) -> None:
    assert has(text, name) is there
