from collections.abc import Iterable, Mapping
from itertools import combinations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from ondit.records.bond import Meaning
from ondit.trace import index
from ondit.trace.index import Points, Whole, nearest, points
from ondit.trace.neighbours import Neighbours, Pair


class Kept:
    """What an archive keeps, in memory."""

    def __init__(self) -> None:
        self.pairs: dict[Pair, int] = {}
        self.known: dict[str, int] = {}

    def floors(self, articles: Iterable[str]) -> Mapping[str, int]:
        return {name: self.known.get(name, 0) for name in articles}

    def partners(self, articles: Iterable[str]) -> Mapping[str, dict[str, int]]:
        return {
            name: {
                other: score
                for pair, score in self.pairs.items()
                for one, other in (pair, pair[::-1])
                if one == name
            }
            for name in articles
        }

    def keep(self, neighbours: Neighbours) -> None:
        moved = neighbours.moved()
        assert not moved.added.keys() & self.pairs.keys()
        self.pairs = {one: at for one, at in self.pairs.items() if one not in moved.dropped}
        self.pairs |= moved.added
        self.known |= moved.floors


def crowd(count: int) -> dict[str, Points]:
    """Articles of one to four statements about few subjects, so that lists overflow; some are
    copies of others."""
    drawn = np.random.default_rng(7)
    subjects = drawn.standard_normal((5, 384))
    found: dict[str, Points] = {}
    for number in range(count):
        about = subjects[drawn.integers(0, 5, drawn.integers(1, 5))]
        vectors = (about + drawn.standard_normal(about.shape)).astype(np.float32)
        own = points(Meaning("", "xx", vectors / np.linalg.norm(vectors, axis=1, keepdims=True)))
        copied = found.get(f"{number // 2:03}") if number % 5 == 0 else None
        found[f"{number:03}"] = copied or own
    return found


CROWD = crowd(70)


def from_scratch(names: Iterable[str]) -> set[Pair]:
    """Compare all with all, and keep the pairs of which one is among the other's nearest."""
    held = Whole()
    for name in sorted(names):
        held.add(name, CROWD[name])
    near = {name: set(nearest(held.scores(name, CROWD[name]))) for name in names}
    return {
        (one, other)
        for one, other in combinations(sorted(names), 2)
        if one in near[other] or other in near[one]
    }


@settings(max_examples=15, deadline=None)
@given(
    st.permutations(sorted(CROWD)),
    st.sets(st.sampled_from(sorted(CROWD)), max_size=40),
    st.integers(1, 30),
)
def test_pairs_are_those_of_a_comparison_of_all_whatever_came_and_went(
    order: list[str], gone: set[str], batch: int
) -> None:
    kept, held = Kept(), Whole()
    neighbours = Neighbours(held, kept)
    for number, name in enumerate(order, 1):
        neighbours.add(name, CROWD[name])
        if number % batch == 0:
            kept.keep(neighbours)
    kept.keep(neighbours)
    for name in sorted(gone, key=order.index):
        neighbours.drop(name)
    kept.keep(neighbours)
    assert set(kept.pairs) == from_scratch(set(order) - gone)


def test_nobody_is_compared_with_all(monkeypatch) -> None:
    monkeypatch.setattr(index, "ARTICLES", 3)
    kept = Kept()
    neighbours = Neighbours(Whole(), kept)
    for name, own in CROWD.items():
        neighbours.add(name, own)
    kept.keep(neighbours)
    assert len(kept.pairs) <= 24 * len(CROWD)


def test_nearness_is_the_same_from_both_sides_to_the_last_bit() -> None:
    held = Whole()
    for name, own in CROWD.items():
        held.add(name, own)
    scores = {name: held.scores(name, own) for name, own in CROWD.items()}
    for one, other in combinations(CROWD, 2):
        assert scores[one].get(other) == scores[other].get(one)
