"""The exported model: word embeddings looked up here, all else computed by onnxruntime.

Windows are scored one by one and crops of one length together, without padding, so that
what an article gives never depends on what is read beside it.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from ondit.errors import WeightsError
from ondit.read.scores import ConditionalScores, Floats, MainScores

BLOCK = 32
"""Embedding weights that share a scale; see the model card for the layout."""

ANCHORS_AT_ONCE = 32
"""Crops that go through the conditional layers together: bounds the memory they take."""


class Embeddings:
    """The table of word embeddings, 4 bits a weight, mapped from two files."""

    def __init__(self, nibbles: Path, scales: Path) -> None:
        """Map the files; raise WeightsError if they don't belong together."""
        self._nibbles = np.load(nibbles, mmap_mode="r")
        self._scales = np.load(scales, mmap_mode="r")
        if self._nibbles.shape[:-1] != self._scales.shape:
            raise WeightsError(f"{nibbles} and {scales.name} differ in shape", "reinstall ondit")

    @property
    def width(self) -> int:
        """The number of dimensions of a row."""
        return int(self._scales.shape[1]) * BLOCK

    def rows(self, ids: NDArray[np.int64]) -> Floats:
        """Return the embeddings of some tokens, (tokens, hidden)."""
        nibbles = np.asarray(self._nibbles[ids])
        low = (nibbles & 15).astype(np.int8) - 8
        high = (nibbles >> 4).astype(np.int8) - 8
        weights = np.concatenate([low, high], axis=-1).astype(np.float32)
        weights *= np.asarray(self._scales[ids]).astype(np.float32)[..., None]
        return weights.reshape(len(ids), -1)


class Encoder:
    """Scores windows with the model in a folder of weights."""

    def __init__(self, folder: Path, threads: int) -> None:
        """Load the model to run on `threads` threads; raise WeightsError if it is not there."""
        try:
            self._words = Embeddings(folder / "words.npy", folder / "scales.npy")
            self._main = session(folder / "main.onnx", threads)
            self._conditional = session(folder / "conditional.onnx", threads)
        except Exception as error:  # onnxruntime's errors have no common kind
            raise unusable(folder, error) from error

    def main(self, ids: NDArray[np.int64], boundary: NDArray[np.int64]) -> MainScores:
        """Score the tokens of one window, special tokens included."""
        feed = {"words": self._words.rows(ids)[None], "boundary": boundary[None]}
        return MainScores(*(array[0] for array in self._main.run(None, feed)))

    def conditional(self, lower: Floats, anchors: NDArray[np.int64]) -> ConditionalScores:
        """Score crops (anchors, tokens, hidden), the anchor's place in each given."""
        parts = [
            self._conditional.run(
                None,
                {
                    "lower": lower[at : at + ANCHORS_AT_ONCE],
                    "anchor": anchors[at : at + ANCHORS_AT_ONCE],
                },
            )
            for at in range(0, len(anchors), ANCHORS_AT_ONCE)
        ]
        return ConditionalScores(*(np.concatenate(arrays) for arrays in zip(*parts, strict=True)))


def unusable(folder: Path, error: Exception) -> WeightsError:
    """Return the error for a folder whose model cannot be loaded."""
    reason = str(error).splitlines()[0]
    return WeightsError(f"no usable model in {folder} ({reason})", "reinstall ondit")


def session(path: Path, threads: int) -> onnxruntime.InferenceSession:
    """Load a graph so that it gives the same figures whatever the number of threads."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.use_deterministic_compute = True
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
