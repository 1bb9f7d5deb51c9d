"""What the model says about tokens, before it is decoded: plain arrays of logits."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class MainScores:
    """Of one window: `lower` (tokens, hidden) feeds the conditional layers, `anchor` (tokens),
    `name` (tokens, tags), `identity` (tokens, width)."""

    lower: Floats
    anchor: Floats
    name: Floats
    identity: Floats


@dataclass(frozen=True, slots=True)
class ConditionalScores:
    """Of some anchors: `role` (anchors, tokens, roles), `condition` (anchors, tokens), `valid`
    (anchors), `act` (anchors, acts), `via` (anchors, vias)."""

    role: Floats
    condition: Floats
    valid: Floats
    act: Floats
    via: Floats


class Scorer(Protocol):
    """Anything that scores windows: the exported model, or the one in training."""

    def main(self, ids: NDArray[np.int64], boundary: NDArray[np.int64]) -> MainScores:
        """Score the tokens of one window, special tokens included."""

    def conditional(self, lower: Floats, anchors: NDArray[np.int64]) -> ConditionalScores:
        """Score crops (anchors, tokens, hidden), the anchor's place in each given."""


def sigmoid(logits: Floats) -> Floats:
    """Return logits as probabilities."""
    return np.asarray(1 / (1 + np.exp(-np.clip(logits, -60, 60))), np.float32)
