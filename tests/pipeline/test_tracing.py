import pytest

from ondit.errors import UsageError
from ondit.pipeline.tracing import claims, relays, taking_part, trails
from ondit.records.trace import Trail
from ondit.records.travelled import Order
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
    carried = claims(news, 20).trails
    assert [one.carriers for one in carried] == [3, 2]
    changed = claims(news, 20, order=Order.CHANGED).trails
    assert [shifts(one) for one in changed] == sorted(map(shifts, changed), reverse=True)
    assert changed[0].carriers == 2, "300 tonnes became 3,000"


def test_what_stands_on_few_sources_for_its_carriers_comes_first(news: str) -> None:
    found = claims(news, 20, order=Order.UNSOURCED).trails
    shares = [len(one.origins) / one.carriers for one in found]
    assert shares == sorted(shares)


def test_only_what_was_first_told_since_is_listed(news: str) -> None:
    assert len(claims(news, 20, since="2034-02-12").trails) == 2
    assert claims(news, 20, since="2034-02-12T09:00:00Z").trails == ()
    assert len(claims(news, 1).trails) == 1
    with pytest.raises(UsageError, match="soon: not a date"):
        claims(news, 20, since="soon")


def test_an_article_is_traced_by_the_id_that_lists_have(news: str) -> None:
    with Archive(news, create=False) as archive:
        row = next(one for one in archive.list() if one.outlet == "Islander")
    found = trails(news, row.id).trails
    assert [one.carriers for one in found] == [3]


def test_claims_come_in_pages(news: str) -> None:
    every = claims(news, 10).trails
    assert claims(news, 1, offset=1).trails == every[1:]
    assert claims(news, 10, offset=2).trails == ()


def test_an_article_shows_the_trails_it_takes_part_in(news: str) -> None:
    found = taking_part(news, FIRST.reading.article.id).trails
    assert sorted(one.carriers for one in found) == [2, 3]
    assert trails(news, found[0].claim.id).trails == found[:1]
    assert taking_part(news, OTHER.reading.article.id).trails == ()


def test_the_relays_of_an_outlet_lead_both_ways(news: str) -> None:
    found = relays(news, "Harbour Post", 10)
    outlets = {found.documents[one.child].reading.article.outlet for one in found.relays}
    assert outlets == {"Речной вестник", "Islander"}
    assert all(one.evidence for one in found.relays)
    assert relays(news, "Harbour Post", 1, offset=1).relays == found.relays[1:2]
    assert relays(news, "Nobody's Post", 10).relays == ()
