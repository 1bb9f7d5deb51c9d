"""Fits what a source takes up: `python -m training.antecedent --data ../shared`.

The reader reads training texts of the annotated corpus; wherever it found an attribution whose
source annotators gave a name (`who`), each earlier source and name is an example, right if it is
that name. The weights go to `ondit/resolve/antecedent.json`. A reader is surer of itself on the
texts that it learned from, so `--texts` can name those that it did not.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

import ondit.resolve
from benchmarks.naming import agree
from benchmarks.scoring import align, from_gold, from_reading
from ondit.read.reader import Reader
from ondit.records import Article, Reading, Span
from ondit.resolve.antecedent import ROLES, candidates, features, role
from ondit.resolve.referents import Referent, Scene
from ondit.resolve.source import described, head
from training import corpus
from training.corpus import Text

TARGET = Path(ondit.resolve.__path__[0]) / "antecedent.json"

RIDGE = 1.0
"""Penalty on the square of a weight: one example's worth, so that rare features stay small."""

STEPS = 30
"""Newton steps. Set by hand."""


@dataclass(frozen=True, slots=True)
class Example:
    """A source, what it may take up, and whether it does; `kind` is one of ROLES."""

    kind: str
    features: dict[str, float]
    right: bool


def examples(reading: Reading, gold: Text) -> Iterator[Example]:
    """Yield the examples of one text."""
    scene = Scene(reading)
    names = _names(reading, gold)
    for one in scene.referents:
        who = names.get(one.span)
        if who is None or (not one.pointing and _self_named(scene, one)):
            continue
        for other in candidates(scene, one):
            said = names.get(other.span) or own_name(scene, other)
            right = agree(said, who, gold.language) and not other.pointing
            right = right or (bool(other.pointing) and names.get(other.span) == who)
            yield Example(role(one), features(scene, one, other), right)


def _names(reading: Reading, gold: Text) -> dict[Span, str]:
    """Return who annotators say that each source is."""
    golds, found = gold.attributions or (), reading.attributions
    left = [from_gold(gold.text, one) for one in golds]
    right = [from_reading(gold.text, one) for one in found]
    return {
        found[j].source[0]: str(golds[i].who)
        for i, j in align(left, right)
        if golds[i].who and golds[i].source and found[j].source
    }


def _self_named(scene: Scene, one: Referent) -> bool:
    return own(scene, one) is not None


def own(scene: Scene, one: Referent) -> str | None:
    """Return the name that stands in a source."""
    if one.via is None:
        return one.span.of(scene.text)
    found = head(scene.text, one.span, one.via, scene.inside(one.span), scene.language)
    return found.of(scene.text) if found else None


def own_name(scene: Scene, one: Referent) -> str:
    """Return what a source calls itself."""
    return own(scene, one) or described(scene.text, one.span, scene.language)


def fit(found: Iterable[Example]) -> dict[str, dict[str, float]]:
    """Return the weights for each of the ROLES."""
    everything = list(found)
    return {kind: _fit([one for one in everything if one.kind == kind]) for kind in ROLES}


def _fit(found: Sequence[Example]) -> dict[str, float]:
    """Return the weights of a logistic regression (Newton's method)."""
    columns = sorted({name for one in found for name in one.features})
    place = {name: at for at, name in enumerate(columns)}
    x = np.zeros((len(found), len(columns)))
    for row, one in enumerate(found):
        for name, value in one.features.items():
            x[row, place[name]] = value
    y = np.array([one.right for one in found], float)
    weights = np.zeros(len(columns))
    for _ in range(STEPS):
        weights -= _step(x, y, weights)
    return {name: round(float(weights[place[name]]), 2) for name in columns}


def _step(
    x: NDArray[np.float64], y: NDArray[np.float64], weights: NDArray[np.float64]
) -> NDArray[np.float64]:
    chance = 1 / (1 + np.exp(-x @ weights))
    slope = x.T @ (chance - y) + RIDGE * weights
    curve = (x * (chance * (1 - chance))[:, None]).T @ x + RIDGE * np.eye(len(weights))
    return np.asarray(np.linalg.solve(curve, slope), np.float64)


def main() -> None:
    """Fit from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--texts", default="", help="part of the names of the texts to learn from")
    parser.add_argument("--most", type=int, default=400, help="texts at most")
    given = parser.parse_args()
    texts = [one for one in corpus.annotated(given.data) if not one.held_out]
    texts = [one for one in texts if given.texts in one.id]
    random.Random(0).shuffle(texts)
    reader = Reader()
    found: list[Example] = []
    for text in texts[: given.most]:
        reading = reader.read(Article(text.text, language=text.language))
        found.extend(examples(reading, text))
    lines = json.dumps(fit(found), indent=1, ensure_ascii=False, sort_keys=True)
    TARGET.write_text(lines + "\n", encoding="utf-8")
    print(len(found), "examples,", sum(one.right for one in found), "right")


if __name__ == "__main__":
    main()
