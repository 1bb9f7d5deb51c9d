from itertools import permutations

from ondit.records.trace import Flag, RelayKind, ShiftKind
from ondit.trace.tracer import trace
from tests.trace.samples import FIRST, OTHER, SECOND, document


def test_a_retelling_in_another_language_leads_back_to_its_origin() -> None:
    found = trace([FIRST, SECOND, OTHER])
    (relay,) = [one for one in found.relays if one.parent]
    assert (relay.child, relay.parent) == (SECOND.reading.article.id, FIRST.reading.article.id)
    assert RelayKind.NAMED in {one.kind for one in relay.evidence}
    assert not relay.late
    assert len(found.trails) == 2
    for trail in found.trails:
        assert [one.carrier.article for one in trail.origins] == [FIRST.reading.article.id]
        assert (trail.carriers, trail.outlets, trail.languages, trail.depth) == (2, 2, 2, 1)


def test_a_changed_number_is_shown_with_the_words_of_both() -> None:
    steps = [step for trail in trace([FIRST, SECOND]).trails for step in trail.steps]
    (shift,) = [one for step in steps for one in step.shifts if one.kind is ShiftKind.NUMBER]
    assert shift.words == "number: 300 -> 3000"
    assert shift.before[0].of(FIRST.reading.article.text) == "300"
    assert shift.after[0].of(SECOND.reading.article.text) == "3000"


def test_the_order_of_documents_plays_no_part() -> None:
    first, *others = (trace(order) for order in permutations([FIRST, SECOND, OTHER]))
    assert all(one == first for one in others)


def test_an_outlet_that_is_not_there_is_a_ghost() -> None:
    found = trace([SECOND, OTHER])
    (relay,) = found.relays
    assert (relay.parent, relay.outlet) == (None, "Harbour Post")
    assert relay.evidence[0].child[0].of(SECOND.reading.article.text) == "Harbour Post"


def test_a_claim_whose_origin_is_not_there_is_flagged() -> None:
    copy = document(
        "<q1><q2>Если корпус сломается, могут вытечь 3000 тонн мазута</q2></q1>, <c1>пишет</c1>"
        " <s1>газета Harbour Post</s1> <c2>со ссылкой на</c2> <s2>министра Лену Аспегрен</s2>.\n"
        "---\n1 | say | Harbour Post | outlet\n2 | say | Лена Аспегрен | named\n",
        "oil oil",
        "Дальний берег",
        "ru",
        "2034-02-12T12:00:00Z",
        ("Harbour Post",),
    )
    trails = trace([SECOND, copy]).trails
    assert any(Flag.ORIGIN_MISSING in one.flags for one in trails)


def test_nothing_comes_of_nothing() -> None:
    assert trace([]).trails == ()
    assert trace([OTHER]).relays == ()
