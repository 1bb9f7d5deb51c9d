"""A logistic regression as data: what it weighs has names, so that each conclusion can be told.

Fitted by `python -m training.relays`; the file says on what.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ondit.records.trace import ShiftKind
from ondit.trace.wordlist import table


@dataclass(frozen=True, slots=True)
class Model:
    """Weights of features that were brought to mean 0 and deviation 1."""

    names: tuple[str, ...]
    means: tuple[float, ...]
    deviations: tuple[float, ...]
    weights: tuple[float, ...]
    bias: float

    def probabilities(self, values: Sequence[Sequence[float]]) -> NDArray[np.float64]:
        """Return the probability for each row of values."""
        if not len(values):
            return np.zeros(0)
        rows = (np.asarray(values, np.float64) - self.means) / self.deviations
        out: NDArray[np.float64] = 1 / (1 + np.exp(-(rows @ np.asarray(self.weights) + self.bias)))
        return out

    def shares(self, values: Sequence[float]) -> tuple[tuple[str, float], ...]:
        """Return what each feature adds to the logarithm of the odds, the weightiest first."""
        parts = zip(self.names, values, self.means, self.deviations, self.weights, strict=True)
        found = ((name, weight * (value - mean) / dev) for name, value, mean, dev, weight in parts)
        return tuple(sorted(found, key=lambda one: -abs(one[1])))


def parse(held: dict[str, Any]) -> Model:
    """Return the model that a JSON object holds."""
    means, deviations, weights = (
        tuple(map(float, held[name])) for name in ("means", "deviations", "weights")
    )
    return Model(tuple(held["names"]), means, deviations, weights, float(held["bias"]))


@dataclass(frozen=True, slots=True)
class Models:
    """What tracing weighs: statements alone, articles, statements of articles, differences."""

    match: Model
    tie: Model
    claim: Model
    shifts: tuple[tuple[ShiftKind, Model], ...]


def models() -> Models:
    """Return the models that come with Ondit (`models.json`)."""
    held = table("models.json")
    kinds = tuple((ShiftKind(kind), parse(one)) for kind, one in held["shifts"].items())
    return Models(parse(held["match"]), parse(held["tie"]), parse(held["claim"]), kinds)
