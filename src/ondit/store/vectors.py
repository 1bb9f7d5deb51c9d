"""What statements mean, as few bytes as still tell them apart."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

DIMENSIONS = 384

Vectors = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Grain:
    """How finely vectors are kept: `bits` a dimension, in steps of `width` standard deviations
    (the best where values are spread normally: Max, 1960)."""

    bits: int
    width: float

    @property
    def each(self) -> int:
        """How many dimensions a byte holds."""
        return 8 // self.bits

    @property
    def row(self) -> int:
        """Bytes of a vector: its steps, after their size as half a float."""
        return DIMENSIONS // self.each + 2

    @property
    def middle(self) -> np.float32:
        """The step that stands for nothing."""
        return np.float32((2**self.bits - 1) / 2)


FINE = Grain(4, 0.335)
"""For contents, which are searched. Between 1,057 statements of 48 news texts in 10 languages
cosines are then off by .003 (root mean square), and 92 % of each one's ten nearest stay.
With 8 bits 99 % do, but vectors alone would take three times the text's size."""

COARSE = Grain(2, 0.9957)
"""For sentences in the article's own voice, which are only compared: cosines are off by .009,
where those of one claim in two languages are .06 above those of another on its subject."""


def shrink(vectors: Vectors, grain: Grain) -> bytes:
    """Return vectors of length one as `grain.row` bytes each."""
    apart = vectors.astype(np.float32).reshape(-1, DIMENSIONS) - centre()
    size = (grain.width * apart.std(axis=1, keepdims=True)).astype("<f2")
    safe = np.maximum(size, np.finfo(np.float16).tiny).astype(np.float32)
    half = 2 ** (grain.bits - 1)
    steps = np.clip(np.floor(apart / safe) + half, 0, 2 * half - 1).astype(np.uint8)
    packed = np.zeros((len(apart), DIMENSIONS // grain.each), np.uint8)
    for place in range(grain.each):
        packed |= steps[:, place :: grain.each] << (grain.bits * place)
    return np.concatenate([size.view(np.uint8), packed], axis=1).tobytes()


def grow(packed: bytes, grain: Grain) -> Vectors:
    """Return the vectors that were shrunk, as near as their grain tells. Their length is not made
    one again: that would bring all of them nearer to the centre, and so to one another."""
    sizes, rows = _rows(packed, grain)
    steps = np.empty((len(rows), DIMENSIONS), np.float32)
    for place in range(grain.each):
        steps[:, place :: grain.each] = _steps(rows, grain, place)
    found: Vectors = (steps - grain.middle) * sizes[:, None] + centre()
    return found


def likeness(packed: bytes, grain: Grain, vector: Vectors) -> Vectors:
    """Return the cosine of `vector` with each of the shrunk ones, without growing them."""
    sizes, rows = _rows(packed, grain)
    found = np.full(len(rows), -grain.middle * vector.sum(), np.float32)
    for place in range(grain.each):
        found += _steps(rows, grain, place).astype(np.float32) @ vector[place :: grain.each]
    cosines: Vectors = found * sizes + centre() @ vector
    return cosines


def _rows(packed: bytes, grain: Grain) -> tuple[Vectors, NDArray[np.uint8]]:
    """Return the sizes of the steps, and the steps as they are packed."""
    rows = np.frombuffer(packed, np.uint8).reshape(-1, grain.row)
    sizes = np.ascontiguousarray(rows[:, :2]).view("<f2")[:, 0].astype(np.float32)
    return np.maximum(sizes, np.finfo(np.float16).tiny), rows[:, 2:]


def _steps(rows: NDArray[np.uint8], grain: Grain, place: int) -> NDArray[np.uint8]:
    """Return the steps that stand at one place of each byte."""
    found: NDArray[np.uint8] = rows >> (grain.bits * place) & (2**grain.bits - 1)
    return found


@cache
def centre() -> Vectors:
    """Return what all sentence vectors have in common: the mean over the contents of eight texts
    in each of the 27 languages of training/corpus/synthetic, every language weighing the same."""
    found: Vectors = np.frombuffer((files("ondit.store") / "centre.f32").read_bytes(), "<f4")
    return found
