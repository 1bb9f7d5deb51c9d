"""Vectors that are kept small still mean what they meant."""

from __future__ import annotations

import numpy as np
import pytest

from ondit.store.vectors import COARSE, FINE, Grain, grow, likeness, shrink
from tests.store.samples import documents

FOUND = np.concatenate([one.vectors for one in documents(40)])

ERRORS = [(FINE, 0.004), (COARSE, 0.012)]


@pytest.mark.parametrize(("grain", "error"), ERRORS)
def test_cosines_stay_nearly_the_same(grain: Grain, error: float) -> None:
    exact = FOUND @ FOUND[7]
    near = likeness(shrink(FOUND, grain), grain, FOUND[7])
    assert np.sqrt(np.mean((exact - near) ** 2)) < error
    assert near.argmax() == 7


@pytest.mark.parametrize(("grain", "error"), ERRORS)
def test_what_grows_back_is_near_what_was_shrunk(grain: Grain, error: float) -> None:
    grown = grow(shrink(FOUND, grain), grain)
    assert np.allclose(grown @ FOUND[7], likeness(shrink(FOUND, grain), grain, FOUND[7]), atol=1e-5)
    assert np.delete(np.abs(grown @ grown[7] - FOUND @ FOUND[7]), 7).mean() < 1.5 * error


def test_a_vector_takes_as_many_bytes_as_its_grain_says() -> None:
    assert len(shrink(FOUND[:3], FINE)) == 3 * 194
    assert len(shrink(FOUND[:3], COARSE)) == 3 * 98


def test_no_vectors_are_no_bytes() -> None:
    assert shrink(FOUND[:0], FINE) == b""
    assert grow(b"", COARSE).shape == (0, 384)
