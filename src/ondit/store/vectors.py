"""What statements mean, as few bytes as still tell them apart."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

DIMENSIONS = 384

Vectors = NDArray[np.float32]

BITS = 2
"""Bits that a dimension is kept in. Of 332 quotations of 132 claims that several articles of
training/relays and shared/relays carry, among 3,399 other contents, a search for one finds the
others with a mean average precision of .631; with 4 bits it is .642, with 1 .616, exact .639."""

WIDTH = 0.9957
"""Of a step, in standard deviations: the best where values are spread normally (Max, 1960).
Cosines are then off by .009 (root mean square), where those of one claim in two languages are
.06 above those of another on its subject."""

EACH = 8 // BITS
"""Dimensions that a byte holds."""

ROW = DIMENSIONS // EACH + 2
"""Bytes of a vector: its steps, after their size as half a float."""

HALF = 2 ** (BITS - 1)
MIDDLE = np.float32((2 * HALF - 1) / 2)
"""The step that stands for nothing."""

TOGETHER = 4096
"""Vectors compared at once: what they are unpacked to then stays in a processor's cache."""


def shrink(vectors: Vectors) -> bytes:
    """Return vectors of length one as `ROW` bytes each."""
    apart = vectors.astype(np.float32).reshape(-1, DIMENSIONS) - centre()
    size = (WIDTH * apart.std(axis=1, keepdims=True)).astype("<f2")
    safe = np.maximum(size, np.finfo(np.float16).tiny).astype(np.float32)
    steps = np.clip(np.floor(apart / safe) + HALF, 0, 2 * HALF - 1).astype(np.uint8)
    packed = np.zeros((len(apart), DIMENSIONS // EACH), np.uint8)
    for place in range(EACH):
        packed |= steps[:, place::EACH] << (BITS * place)
    return np.concatenate([size.view(np.uint8), packed], axis=1).tobytes()


def grow(packed: bytes) -> Vectors:
    """Return the vectors that were shrunk, as near as is known. Their length is not made one
    again: that would bring all of them nearer to the centre, and so to one another."""
    rows = _rows(packed)
    steps = np.empty((len(rows), DIMENSIONS), np.float32)
    for place in range(EACH):
        steps[:, place::EACH] = _steps(rows, place)
    found: Vectors = (steps - MIDDLE) * _sizes(rows)[:, None] + centre()
    return found


def likeness(packed: bytes, vector: Vectors) -> Vectors:
    """Return the cosine of `vector` with each of the shrunk ones, without growing them."""
    rows = _rows(packed)
    found = np.empty(len(rows), np.float32)
    for begin in range(0, len(rows), TOGETHER):
        part = slice(begin, begin + TOGETHER)
        found[part] = _likeness(rows[part], vector)
    return found


def _likeness(rows: NDArray[np.uint8], vector: Vectors) -> Vectors:
    found = np.full(len(rows), -MIDDLE * vector.sum(), np.float32)
    for place in range(EACH):
        found += _steps(rows, place).astype(np.float32) @ vector[place::EACH]
    cosines: Vectors = found * _sizes(rows) + centre() @ vector
    return cosines


def _rows(packed: bytes) -> NDArray[np.uint8]:
    return np.frombuffer(packed, np.uint8).reshape(-1, ROW)


def _sizes(rows: NDArray[np.uint8]) -> Vectors:
    """Return the sizes of the steps of shrunk vectors."""
    sizes = np.ascontiguousarray(rows[:, :2]).view("<f2")[:, 0].astype(np.float32)
    return np.maximum(sizes, np.finfo(np.float16).tiny)


def _steps(rows: NDArray[np.uint8], place: int) -> NDArray[np.uint8]:
    """Return the steps that stand at one place of each byte."""
    found: NDArray[np.uint8] = rows[:, 2:] >> (BITS * place) & (2**BITS - 1)
    return found


@cache
def centre() -> Vectors:
    """Return what all sentence vectors have in common: the mean over the contents of eight texts
    in each of the 27 languages of training/corpus/synthetic, every language weighing the same."""
    found: Vectors = np.frombuffer((files("ondit.store") / "centre.f32").read_bytes(), "<f4")
    return found
