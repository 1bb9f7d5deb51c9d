"""Makes sentence vectors comparable: what all sentences of a language have in common is taken off.

Vectors of unrelated sentences have a product near 0.8, and a higher one within a language, most
of all in Chinese; without the mean of their language it is near 0 in every pair of languages.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]


def centred(vectors: Floats, language: str | None) -> Floats:
    """Return (statements, 384) without the mean of their language, of length one.

    The means are of 120 sentences in each language of the training corpus (`centres.npz`).
    """
    known = means()
    moved = vectors - known.get(language or "", known["all"])
    length = np.linalg.norm(moved, axis=1, keepdims=True)
    out: Floats = (moved / np.maximum(length, np.float32(1e-6))).astype(np.float32)
    return out


@cache
def means() -> dict[str, Floats]:
    """Return the mean vector of each language, and under "all" that of those."""
    with files("ondit.trace").joinpath("centres.npz").open("rb") as file:
        held = np.load(file)
        found = {name: held[name].astype(np.float32) for name in held.files}
    return found | {"all": np.mean(list(found.values()), axis=0)}
