"""Vectors that are kept small still mean what they meant."""

from __future__ import annotations

import numpy as np

from ondit.store.vectors import grow, likeness, shrink
from tests.store.samples import documents

FOUND = np.concatenate([one.vectors for one in documents(40)])
ERROR = 0.012


def test_cosines_stay_nearly_the_same() -> None:
    exact = FOUND @ FOUND[7]
    near = likeness(shrink(FOUND), FOUND[7])
    assert np.sqrt(np.mean((exact - near) ** 2)) < ERROR
    assert near.argmax() == 7


def test_what_grows_back_is_near_what_was_shrunk() -> None:
    grown = grow(shrink(FOUND))
    assert np.allclose(grown @ FOUND[7], likeness(shrink(FOUND), FOUND[7]), atol=1e-5)
    assert np.delete(np.abs(grown @ grown[7] - FOUND @ FOUND[7]), 7).mean() < 1.5 * ERROR


def test_many_are_compared_as_one_is() -> None:
    few = likeness(shrink(FOUND[:50]), FOUND[7])
    many = likeness(shrink(np.tile(FOUND[:50], (100, 1))), FOUND[7])
    assert np.allclose(many, np.tile(few, 100), atol=1e-6)


def test_a_vector_takes_98_bytes() -> None:
    assert len(shrink(FOUND[:3])) == 3 * 98


def test_no_vectors_are_no_bytes() -> None:
    assert shrink(FOUND[:0]) == b""
    assert grow(b"").shape == (0, 384)
