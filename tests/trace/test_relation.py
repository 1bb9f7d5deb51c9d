from ondit.records.trace import Claim, Ref, Relation
from ondit.trace.index import Memory
from ondit.trace.match import compared
from ondit.trace.model import models
from ondit.trace.relation import disputes, disputing, match
from tests.trace.samples import FIRST, SECOND, document

DENIAL = document(
    "<s1>Captain Ruth Pennerack</s1> <c1>denied</c1> that <q1>300 tonnes of oil could leak if the"
    " hull breaks</q1>. <s2>She</s2> <c2>said</c2> <q2>two tugs would pull the ship off on"
    " Thursday</q2>.\n---\n1 | deny | Ruth Pennerack | named\n2 | say | Ruth Pennerack | named\n",
    "oil tugs",
    "Windward Mail",
    "en",
    "2034-02-13T09:00:00Z",
)


def test_a_match_tells_its_reasons_in_words() -> None:
    index = Memory([FIRST, SECOND])
    (one,) = compared(index, [sheet.id for sheet in index.sheets])
    likest = max(one.cells, key=lambda cell: cell.values[0])
    found = match(one, likest, 0.9, models().claim, None)
    assert found.probability > 0.5
    assert "both mean nearly the same" in [reason.words for reason in found.reasons]
    weights = [abs(reason.weight) for reason in found.reasons]
    assert weights == sorted(weights, reverse=True)


def test_a_denial_of_what_another_article_says_is_no_shift() -> None:
    index = Memory([FIRST, DENIAL])
    (one,) = compared(index, [sheet.id for sheet in index.sheets])
    likest = max(one.cells, key=lambda cell: cell.values[0])
    assert match(one, likest, 0.0, models().claim, None).relation is Relation.DENIES


def test_claims_that_dispute_each_other_are_known_from_both_sides() -> None:
    index = Memory([FIRST, DENIAL])
    found = compared(index, [sheet.id for sheet in index.sheets])
    told = Claim("told", (Ref(FIRST.reading.article.id, 0),))
    denied = Claim("denied", (Ref(DENIAL.reading.article.id, 0),))
    pairs = [pair for one in found for pair in disputing(one)]
    assert disputes(pairs, (told, denied)) == {
        "told": frozenset({"denied"}),
        "denied": frozenset({"told"}),
    }
