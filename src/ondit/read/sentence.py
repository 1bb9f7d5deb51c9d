"""Sentence vectors of the base encoder: what means the same lies close, in any two languages."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from ondit.errors import WeightsError
from ondit.read.encoder import Embeddings, session, unusable
from ondit.read.reader import WEIGHTS
from ondit.read.scores import Floats
from ondit.read.vocabulary import load

PREFIX = "query: "
"""What the base encoder was trained to find before a text that is compared with others."""

MOST = 510
"""Tokens of a text that count, without the special ones: the encoder knows 512 positions."""

AT_ONCE = 32
"""Texts that are encoded together: bounds the memory they take."""

_BEGIN, _END = 0, 2


class SentenceEncoder:
    """Gives vectors of length one, 384 wide; their product is how alike two texts are."""

    def __init__(self, threads: int = 1, weights: Path | None = None) -> None:
        """Load the encoder in the folder `weights` (by default the one that comes with Ondit).

        Raises WeightsError if there is none that is usable.
        """
        folder = weights or WEIGHTS
        self._vocabulary = load(folder)
        try:
            self._words = Embeddings(folder / "words.npy", folder / "scales.npy")
            self._session = session(folder / "sentence.onnx", threads)
        except WeightsError:
            raise
        except Exception as error:  # onnxruntime's errors have no common kind
            raise unusable(folder, error) from error

    def vectors(self, texts: Sequence[str]) -> Floats:
        """Return a vector for each text, (texts, 384); one never depends on the others.

        Texts of one number of tokens go together, so that there is no padding.
        """
        by_length: dict[int, list[int]] = defaultdict(list)
        ids = [self._ids(text) for text in texts]
        for place, one in enumerate(ids):
            by_length[len(one)].append(place)
        found = np.zeros((len(texts), self._words.width), np.float32)
        for places in by_length.values():
            for at in range(0, len(places), AT_ONCE):
                batch = places[at : at + AT_ONCE]
                words = np.stack([self._words.rows(ids[place]) for place in batch])
                states = self._session.run(None, {"words": words})[0]
                found[batch] = [_mean(one) for one in states]
        return found

    def _ids(self, text: str) -> NDArray[np.int64]:
        inside, _ = self._vocabulary.pieces(PREFIX + text)
        return np.array([_BEGIN, *inside[:MOST], _END], np.int64)


def _mean(states: Floats) -> Floats:
    """Return the mean of (tokens, hidden), of length one."""
    mean = states.mean(0)
    out: Floats = mean / np.linalg.norm(mean)
    return out
