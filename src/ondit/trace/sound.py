"""How a name sounds, roughly, in any script: what is left of it when it is retold abroad.

Names of news are written anew in each language; their consonants, taken in broad classes, stay.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from anyascii import anyascii

CLASSES = str.maketrans(
    {
        **dict.fromkeys("bpfvw", "p"),
        **dict.fromkeys("dt", "t"),
        **dict.fromkeys("gkqcx", "k"),
        **dict.fromkeys("szj", "s"),
        **dict.fromkeys("lr", "l"),
        **dict.fromkeys("mn", "n"),
        **dict.fromkeys("aeiouyh'", ""),
    }
)
"""Letters that retellings exchange; vowels and h come and go."""

DIGRAPHS = tuple(
    pair.split(":")
    for pair in [
        "tsch:s",
        "sch:s",
        "dzh:s",
        "sh:s",
        "ch:s",
        "zh:s",
        "kh:k",
        "ts:s",
        "tz:s",
        "ck:k",
        "ph:f",
        "th:t",
    ]
)
"""Letters that are one sound together."""

REPEATED = re.compile(r"(.)\1+")
LATIN = re.compile(r"[a-z']+")
SHORTEST = 2
"""Classes that a sound must have to be told from others."""


@cache
def sound(word: str) -> str:
    """Return the classes of consonants of a word, in order; "" for one without any."""
    plain = anyascii(unicodedata.normalize("NFC", word)).casefold()
    for letters, one in DIGRAPHS:
        plain = plain.replace(letters, one)
    return REPEATED.sub(r"\1", "".join(LATIN.findall(plain)).translate(CLASSES))


@cache
def sounds(name: str) -> tuple[str, ...]:
    """Return how a name sounds as a whole and word by word, without what is too short."""
    found = dict.fromkeys((sound(name), *map(sound, name.split())))
    return tuple(one for one in found if len(one) >= SHORTEST)


@cache
def alike(one: str, other: str) -> float:
    """Return in [0, 1] how much of two sounds is common, in order (longest common subsequence)."""
    if min(len(one), len(other)) < SHORTEST:
        return 0.0
    before = [0] * (len(other) + 1)
    for letter in one:
        row = [0]
        for at, its in enumerate(other):
            row.append(before[at] + 1 if its == letter else max(before[at + 1], row[-1]))
        before = row
    return 2 * before[-1] / (len(one) + len(other))
