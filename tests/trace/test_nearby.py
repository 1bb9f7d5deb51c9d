from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np
import pytest

from ondit.records.bond import Meaning
from ondit.trace import nearby
from ondit.trace.index import Whole, nearest, points
from ondit.trace.nearby import Nearby


class Shelf:
    """Articles of three statements each, about one of forty subjects."""

    def __init__(self, count: int) -> None:
        drawn = np.random.default_rng(3)
        subjects = drawn.standard_normal((40, 384))
        self.held: dict[str, Meaning] = {}
        for number in range(count):
            vectors = subjects[drawn.integers(0, 40, 3)] + drawn.standard_normal((3, 384))
            unit = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
            name = f"{number * 7919:016x}"
            self.held[name] = Meaning(name, "xx", unit.astype(np.float32))

    @property
    def last(self) -> int:
        return len(self.held)

    def meanings(self, after: int) -> Iterator[Meaning]:
        yield from list(self.held.values())[after:]

    def meanings_of(self, articles: Iterable[str]) -> list[Meaning]:
        return [self.held[name] for name in articles if name in self.held]


@pytest.fixture
def shelf(monkeypatch: pytest.MonkeyPatch) -> Shelf:
    monkeypatch.setattr(nearby, "TAIL", 150)
    return Shelf(170)


def share(index: Nearby, shelf: Shelf) -> float:
    """Return which part of the nearest of all is found, each as near as it is."""
    whole = Whole()
    for name, one in shelf.held.items():
        whole.add(name, points(one))
    found, there = 0, 0
    for name, one in list(shelf.held.items())[::10]:
        exact, scores = whole.scores(name, points(one)), index.scores(name, points(one))
        assert all(exact[other] == score for other, score in scores.items())
        there += len(nearest(exact))
        found += len(set(nearest(exact)) & set(scores))
    return found / there


def test_nearly_all_of_the_nearest_are_found(tmp_path: Path, shelf: Shelf) -> None:
    assert share(Nearby(tmp_path / "news.near", shelf), shelf) >= 0.95


def test_the_graph_is_used_again_with_what_came_since(tmp_path: Path, shelf: Shelf) -> None:
    first = Nearby(tmp_path / "news.near", shelf)
    (written,) = tmp_path.iterdir()
    assert written.name == "news.near-170"
    late = Shelf(180).held
    shelf.held = late
    again = Nearby(tmp_path / "news.near", shelf)
    assert list(tmp_path.iterdir()) == [written]
    name, one = list(late.items())[-1]
    assert again.scores(name, points(one)).keys() == first.scores(name, points(one)).keys() | {
        other for other in list(late)[170:-1] if other in again.scores(name, points(one))
    }
    assert share(again, shelf) >= 0.95


@pytest.mark.parametrize("damage", [b"", b"no graph", b"usearch"])
def test_a_damaged_graph_is_made_again(tmp_path: Path, shelf: Shelf, damage: bytes) -> None:
    (tmp_path / "news.near-165").write_bytes(damage)
    assert share(Nearby(tmp_path / "news.near", shelf), shelf) >= 0.95
    assert [one.name for one in tmp_path.iterdir()] == ["news.near-170"]


def test_what_went_or_has_another_text_is_not_found_by_the_old_one(
    tmp_path: Path, shelf: Shelf
) -> None:
    index = Nearby(tmp_path / "news.near", shelf)
    names = list(shelf.held)
    old, new = shelf.held[names[0]], shelf.held[names[1]]
    index.drop(names[0])
    assert names[0] not in index.scores("f" * 16, points(old))
    changed = Meaning(names[0], "xx", new.vectors)
    shelf.held[names[0]] = changed
    index.add(names[0], points(changed))
    scores = index.scores("f" * 16, points(new))
    assert scores[names[0]] == scores[names[1]]


def test_a_graph_that_cannot_be_written_is_held_in_memory(tmp_path: Path, shelf: Shelf) -> None:
    (tmp_path / "file").write_text("in the way")
    index = Nearby(tmp_path / "file" / "news.near", shelf)
    assert share(index, shelf) >= 0.95
