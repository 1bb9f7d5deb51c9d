import pytest

from ondit.errors import UsageError
from ondit.pipeline.ranking import Order, ranked
from ondit.pipeline.tracing import trails
from ondit.records.trace import Trail
from ondit.store.archive import Archive
from tests.trace.samples import FIRST, OTHER, SECOND, document

AGAIN = document(
    "<q1>Two tugs will try to pull the ship off the reef on Thursday</q1>, <s1>Lena Aspegren</s1>"
    " <c1>told</c1> the Harbour Post.\n---\n1 | say | Lena Aspegren | named\n",
    "tugs",
    "Islander",
    "en",
    "2034-02-12T14:00:00Z",
    ("Harbour Post",),
)


@pytest.fixture(scope="module")
def news(tmp_path_factory) -> str:
    """Return an archive in which three articles carry one claim, and two another."""
    path = tmp_path_factory.mktemp("news") / "ondit.db"
    with Archive(path) as archive:
        for one in (FIRST, SECOND, AGAIN, OTHER):
            archive.add(one, "article")
    return str(path)


def shifts(trail: Trail) -> int:
    return sum(len(one.shifts) for one in trail.steps)


def test_the_most_carried_come_first_or_the_most_changed(news: str) -> None:
    carried = ranked(news, Order.CARRIED, None, 20).trails
    assert [one.carriers for one in carried] == [3, 2]
    changed = ranked(news, Order.CHANGED, None, 20).trails
    assert [shifts(one) for one in changed] == sorted(map(shifts, changed), reverse=True)
    assert changed[0].carriers == 2, "300 tonnes became 3,000"


def test_what_stands_on_few_sources_for_its_carriers_comes_first(news: str) -> None:
    found = ranked(news, Order.UNSOURCED, None, 20).trails
    shares = [len(one.origins) / one.carriers for one in found]
    assert shares == sorted(shares)


def test_only_what_was_first_told_since_is_listed(news: str) -> None:
    assert len(ranked(news, Order.CARRIED, "2034-02-12", 20).trails) == 2
    assert ranked(news, Order.CARRIED, "2034-02-12T09:00:00Z", 20).trails == ()
    assert len(ranked(news, Order.CARRIED, None, 1).trails) == 1
    with pytest.raises(UsageError, match="soon: not a date"):
        ranked(news, Order.CARRIED, "soon", 20)


def test_an_article_is_traced_by_the_id_that_lists_have(news: str) -> None:
    with Archive(news, create=False) as archive:
        row = next(one for one in archive.list() if one.outlet == "Islander")
    found = trails(news, row.id).trails
    assert [one.carriers for one in found] == [3]
