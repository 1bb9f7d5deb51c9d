"""Vectors that are kept small still mean what they meant."""

from __future__ import annotations

import numpy as np

from ondit.store.vectors import grow, likeness, shrink
from tests.store.samples import documents

FOUND = np.concatenate([one.vectors for one in documents(40)])


def test_what_grows_back_is_near_what_was_shrunk() -> None:
    cosines = (grow(shrink(FOUND)) * FOUND).sum(axis=1)
    assert cosines.min() > 0.99


def test_likeness_is_the_cosine() -> None:
    exact = FOUND @ FOUND[7]
    near = likeness(shrink(FOUND), FOUND[7])
    assert np.sqrt(np.mean((exact - near) ** 2)) < 0.004
    assert near.argmax() == 7


def test_no_vectors_are_no_bytes() -> None:
    assert shrink(FOUND[:0]) == b""
    assert grow(b"").shape == (0, 384)
