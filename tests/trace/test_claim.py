from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from ondit.records.trace import Ref
from ondit.trace.claim import claims

A, B, C, D = (Ref(name, 0) for name in "abcd")


def groups(chances: dict[tuple[Ref, Ref], float]) -> set[frozenset[Ref]]:
    return {frozenset(one.carriers) for one in claims(chances)}


def test_likely_pairs_are_one_claim() -> None:
    assert groups({(A, B): 0.9, (B, C): 0.8, (A, C): 0.7}) == {frozenset({A, B, C})}


def test_one_doubtful_pair_joins_no_two_claims() -> None:
    assert groups({(A, B): 0.9, (C, D): 0.9, (B, C): 0.4}) == {
        frozenset({A, B}),
        frozenset({C, D}),
    }


def test_two_statements_of_one_article_may_carry_a_claim_but_not_make_one() -> None:
    again = Ref("a", 1)
    assert groups({(A, B): 0.9, (again, B): 0.8}) == {frozenset({A, again, B})}


refs = st.lists(
    st.builds(Ref, st.sampled_from("abcdef"), st.integers(0, 3)), unique=True, min_size=2
)
tables = refs.flatmap(
    lambda found: st.dictionaries(
        st.sampled_from(
            [(x, y) for x in sorted(found) for y in sorted(found) if x.article < y.article]
            or [(A, B)]
        ),
        st.sampled_from([0.04, 0.2, 0.5, 0.5, 0.9]),
    )
)


@given(tables, st.randoms(use_true_random=False))
def test_claims_do_not_depend_on_the_order(chances, random) -> None:
    shuffled = list(chances.items())
    random.shuffle(shuffled)
    found = claims(chances)
    assert claims(dict(shuffled)) == found
    members = [ref for one in found for ref in one.carriers]
    assert len(members) == len(set(members))
    assert all(one.id < other.id for one, other in pairwise(found))
