"""The network in training as a scorer, so that it is measured by the reader's own decoding."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from ondit.read.decode import Calibration
from ondit.read.reader import Parameters
from ondit.read.scores import ConditionalScores, Floats, MainScores
from training.base import load_base
from training.model import Reader, Shape

ANCHOR_FLOOR = 0.15


class TorchScorer:
    """Scores windows with a PyTorch network."""

    def __init__(self, reader: Reader, words: Tensor) -> None:
        self._reader = reader.eval()
        self._words = words

    @torch.inference_mode()
    def main(self, ids: NDArray[np.int64], boundary: NDArray[np.int64]) -> MainScores:
        """Score the tokens of one window, special tokens included."""
        words = self._words[torch.from_numpy(ids)][None]
        found = self._reader.encoder(words, torch.from_numpy(boundary)[None])
        arrays = (found.lower, found.anchor, found.name, found.identity)
        return MainScores(*(one[0].numpy() for one in arrays))

    @torch.inference_mode()
    def conditional(self, lower: Floats, anchors: NDArray[np.int64]) -> ConditionalScores:
        """Score crops (anchors, tokens, hidden), the anchor's place in each given."""
        found = self._reader.conditioner(torch.from_numpy(lower), torch.from_numpy(anchors))
        arrays = (found.role, found.condition, found.valid, found.act, found.via)
        return ConditionalScores(*(one.numpy() for one in arrays))


def load(checkpoint: Path) -> tuple[Reader, Tensor]:
    """Return the averaged network of a checkpoint, and the word embeddings."""
    state = torch.load(checkpoint, weights_only=True)
    reader = Reader(Shape(conditional=state["recipe"]["conditional"]))
    reader.load_state_dict(state["average"])
    base = load_base()
    return reader.eval(), torch.from_numpy(base.words.dense().reshape(-1, base.hidden))


def parameters(reader: Reader, calibration: Calibration | None = None) -> Parameters:
    """Return the reader's parameters; without a calibration, anchor and validity count alike."""
    calibration = calibration or Calibration((0.5, 0.5, 0.0), 0.0, 0.35)
    return Parameters(ANCHOR_FLOOR, reader.transition.detach().numpy(), calibration)
