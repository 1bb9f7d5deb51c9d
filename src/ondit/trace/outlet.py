"""Whether two names can be one outlet's, though one is translated or written by ear.

《佐林晚报》 is "Вечерний Зорин": what the name means is translated, the rest is written anew.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from ondit.trace.sound import SHORTEST, alike, sound
from ondit.trace.wordlist import pattern, rows

WORD = re.compile(r"\w+")
MARKS = re.compile(r"[«»“”„\"「」『』《》()（）]")


SURE = 5
"""Consonants that a name must have to be known by its sound alone, set by hand; what shorter ones
have in common counts for less."""


@dataclass(frozen=True, slots=True)
class OutletName:
    """A name of an outlet, taken apart: all of its sound, what it means, what else it says."""

    whole: str
    notions: frozenset[str]
    rest: str


@cache
def outlet_name(words: str) -> OutletName:
    """Return the parts of a name as written in any language."""
    plain = MARKS.sub(" ", words).strip()
    notions, left = set(), plain
    for notion, found in _notions():
        left, count = found.subn(" ", left)
        notions |= {notion} if count else set()
    return OutletName(_sounds(plain), frozenset(notions), _sounds(left))


@cache
def likeness(one: str, other: str) -> float:
    """Return in [0, 1] how likely two names are one outlet's: by sound, or by meaning and sound."""
    if _written_alike(one, other):
        return 1.0
    mine, its = outlet_name(one), outlet_name(other)
    by_sound = alike(mine.whole, its.whole) * min(1.0, min(len(mine.whole), len(its.whole)) / SURE)
    if not mine.notions or not its.notions:
        return by_sound
    shared = 2 * len(mine.notions & its.notions) / (len(mine.notions) + len(its.notions))
    if max(len(mine.rest), len(its.rest)) < SHORTEST:
        return max(by_sound, shared)
    return max(by_sound, (shared + alike(mine.rest, its.rest)) / 2)


def _written_alike(one: str, other: str) -> bool:
    """Return whether the words of one name are all in the other ("the Harrier", "The Harrier")."""
    mine, its = (WORD.findall(words.casefold()) for words in (one, other))
    few, many = sorted((mine, its), key=len)
    return len("".join(few)) >= SURE and few == many[len(many) - len(few) :]


def _sounds(words: str) -> str:
    return "".join(sound(word) for word in WORD.findall(words))


@cache
def _notions() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((notion, _either(words)) for notion, words in rows("outlet_words.tsv"))


def _either(words: str) -> re.Pattern[str]:
    plain = " ".join(one for one in words.split() if one[0] > "\u2e80")
    spaced = " ".join(one for one in words.split() if one[0] <= "\u2e80")
    parts = [pattern(plain, "zh")] * bool(plain) + [pattern(spaced, "ar")] * bool(spaced)
    return re.compile("|".join(parts).replace("(?<!\\w)[وفبلك]?", "(?<!\\w)(?:ال)?"), re.IGNORECASE)
