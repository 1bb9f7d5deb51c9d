"""What a name sounds like, so that spellings of it in different scripts can be compared.

Each script blurs names in its own way: Arabic and Hebrew leave out vowels, Chinese and Japanese
put vowels between consonants, Chinese has no final r. So a sound is a set of classes that it may
stand for and a cost of doing without it, both of which the tables beside this module give for
each script.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from ondit.resolve.spelling import latin, script
from ondit.resolve.wordlist import rows

SCRIPTS = {"HIRAGANA": "KANA", "KATAKANA": "KANA"}
"""Scripts that the table of sounds has under another name."""

UNLIKE = 2.0
"""Cost of taking a sound for one that is not near it: dropping both costs no more."""

HOPELESS = 0.5
"""Distance from which two names are no more compared in detail; no limit for names is near it."""

SYLLABIC = ("CJK", "HANGUL")
"""Scripts whose romanisation has a capital for each syllable that the table makes use of."""


@dataclass(frozen=True, slots=True)
class Sound:
    """The classes that a sound may stand for, and what it costs to do without it."""

    classes: str
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Rule:
    """The letters that make certain sounds in the romanisation of one script."""

    letters: re.Pattern[str]
    sounds: tuple[Sound, ...]


@lru_cache(maxsize=65536)
def sounds(word: str) -> tuple[Sound, ...]:
    """Return the sounds of `word`, in any script."""
    kind = script(word)
    kind = SCRIPTS.get(kind, kind)
    text = latin(word)
    text = text if kind in SYLLABIC else text.casefold()
    found: list[Sound] = []
    at = 0
    while at < len(text):
        end, heard = _next(text, at, _rules(kind) or _rules("LATIN"))
        found.extend(one for one in heard if not (found and found[-1].classes == one.classes))
        at = end
    return tuple(found)


@lru_cache(maxsize=262144)
def distance(one: str, other: str) -> float:
    """Return how far apart two words sound: 0 for alike, about 1 for nothing in common.

    It is the cost of the cheapest alignment, divided by the weight of the longer word; for words
    that are much unlike in length it is at least that.
    """
    whole = max(weight(one), weight(other))
    least = abs(weight(one) - weight(other))
    if least >= HOPELESS * whole:
        return least / whole if whole else 1.0
    return _alignment(sounds(one), sounds(other)) / whole


@lru_cache(maxsize=65536)
def weight(word: str) -> float:
    """Return what it costs to do without all sounds of a word."""
    return sum(one.weight for one in sounds(word))


def _alignment(one: tuple[Sound, ...], other: tuple[Sound, ...]) -> float:
    costs = [0.0]
    for b in other:
        costs.append(costs[-1] + b.weight)
    for a in one:
        before, costs = costs, [costs[0] + a.weight]
        for j, b in enumerate(other):
            cheapest = min(
                before[j] + _substitution(a.classes, b.classes),
                before[j + 1] + a.weight,
                costs[j] + b.weight,
            )
            costs.append(cheapest)
    return costs[-1]


def _next(text: str, at: int, rules: tuple[Rule, ...]) -> tuple[int, tuple[Sound, ...]]:
    for rule in rules:
        found = rule.letters.match(text, at)
        if found:
            return found.end(), rule.sounds
    return at + 1, ()


@cache
def _rules(kind: str) -> tuple[Rule, ...]:
    return tuple(
        Rule(re.compile(letters), tuple(_sound(one) for one in heard.split(" ")))
        for name, letters, heard in rows("sounds.tsv")
        if name == kind
    )


def _sound(text: str) -> Sound:
    classes, dot, cost = text.partition(".")
    return Sound(classes, float(f"0.{cost}") if dot else 1.0)


@cache
def _substitution(one: str, other: str) -> float:
    if set(one) & set(other):
        return 0.0
    return min((_near(a, b) for a in one for b in other), default=UNLIKE)


@cache
def _near(one: str, other: str) -> float:
    for a, b, cost in rows("near_sounds.tsv"):
        if {a, b} == {one, other}:
            return float(cost)
    return UNLIKE
