from hypothesis import given

from ondit.records import Document
from ondit.records.trace import Claim, Origin, Ref, Step, Trail
from ondit.show.branch import branches, standing, walk
from tests.show.journeys import (
    BOTE,
    DOCUMENTS,
    FIRST,
    FOURTH,
    ISLANDER,
    LISTOK,
    NAHAR,
    SECOND,
    TRAIL,
    TRANSLATED,
    trails,
)


def test_a_tree_begins_at_origins_and_at_outlets_that_are_not_there() -> None:
    found = [(one.branch.key, one.depth) for one in walk(branches(TRAIL, DOCUMENTS))]
    assert found == [
        (ISLANDER.id, 0),
        (BOTE.id, 1),
        (NAHAR.id, 2),
        ("Морской газеты", 0),
        (LISTOK.id, 1),
    ]


def test_an_article_that_carries_a_claim_twice_is_one_branch() -> None:
    twice = Ref(ISLANDER.id, 1)
    trail = Trail(
        Claim("c1", tuple(sorted((FIRST, twice, SECOND)))),
        (Origin(FIRST, (), unnamed=False),),
        (Step(SECOND, twice, TRANSLATED),),
        2, 2, 2, 1, (),
    )  # fmt: skip
    (root,) = branches(trail, DOCUMENTS)
    assert [one.key for one in root.branches] == [BOTE.id]


def test_a_carrier_stands_as_its_attribution_does_or_in_the_articles_own_voice() -> None:
    assert standing(FIRST, DOCUMENTS) == "on-record"
    assert standing(FOURTH, DOCUMENTS) == "own-voice"


@given(trails())
def test_every_carrier_is_in_the_tree_once_even_in_a_circle(
    drawn: tuple[Trail, dict[str, Document]],
) -> None:
    trail, documents = drawn
    found = [one.branch.ref for one in walk(branches(trail, documents)) if one.branch.ref]
    assert sorted(found) == sorted(trail.claim.carriers)
