"""Scorers without a model, for tests of what is done with scores."""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ondit.read.decode import Calibration
from ondit.read.labels import ACTS, NAME_TAGS, VIAS, Role
from ondit.read.reader import Parameters
from ondit.read.scores import ConditionalScores, Floats, MainScores


class Words:
    """A vocabulary whose pieces are words and stretches of marks, all with one id."""

    def pieces(self, text: str) -> tuple[list[int], list[tuple[int, int]]]:
        """Return ids and places."""
        places = [found.span() for found in re.finditer(r"\w+|[^\w\s]+", text)]
        return [0] * len(places), places


PARAMETERS = Parameters(
    anchor_floor=0.3,
    transition=np.zeros((len(Role), len(Role)), np.float32),
    calibration=Calibration((1.0, 1.0, 0.0), 0.0, 0.2),
)


@dataclass
class RandomScorer:
    """Scores drawn at random: whatever the model may say, the result must be well formed."""

    seed: int

    def _draw(self, *shape: int) -> Floats:
        return np.random.default_rng((self.seed, *shape)).normal(0, 2, shape).astype(np.float32)

    def main(self, ids: NDArray[np.int64], boundary: NDArray[np.int64]) -> MainScores:
        count = len(ids)
        return MainScores(
            self._draw(count, 8),
            self._draw(count),
            self._draw(count, len(NAME_TAGS)),
            self._draw(count, 4),
        )

    def conditional(self, lower: Floats, anchors: NDArray[np.int64]) -> ConditionalScores:
        rows, tokens = lower.shape[:2]
        return ConditionalScores(
            self._draw(rows, tokens, len(Role)),
            self._draw(rows, tokens),
            self._draw(rows),
            self._draw(rows, len(ACTS)),
            self._draw(rows, len(VIAS)),
        )
