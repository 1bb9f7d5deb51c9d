"""How other scripts write Chinese and Korean names by custom rather than by ear.

Few syllables make many of these names, so by sound one is hardly told from another; but each
script has one spelling for each syllable (pinyin, Palladius), and surnames have their own.
"""

from __future__ import annotations

from functools import cache, lru_cache

from ondit.resolve.spelling import bare, latin, script
from ondit.resolve.wordlist import rows


@lru_cache(maxsize=65536)
def romanised(part: str) -> frozenset[str]:
    """Return the spellings, folded, of a surname or given name in Latin and Cyrillic."""
    custom = {row[2] for row in rows("name_parts.tsv") if row[:2] == ("custom", part)}
    if script(part) != "CJK":
        return frozenset(custom | {bare(latin(part))})
    syllables = [latin(char).casefold() for char in part]
    russian = "".join(map(_palladius, syllables))
    return frozenset(custom | {"".join(syllables), bare(russian), bare(_ukrainian(russian))})


@cache
def words(kind: str) -> frozenset[str]:
    """Return the words of a kind: "particle", "double" for surnames of two syllables, or
    "surname_first" for languages that put the surname first."""
    return frozenset(row[1] for row in rows("name_parts.tsv") if row[0] == kind)


@cache
def _palladius(syllable: str) -> str:
    """Return how Russian writes a syllable of pinyin; as it is if it is none."""
    whole = _spelling("syllable", syllable)
    if whole:
        return whole
    for size in (2, 1):
        initial, final = syllable[:size], syllable[size:]
        if _spelling("initial", initial) and _spelling("final", final):
            return _spelling("initial", initial) + _spelling("final", final)
    return syllable


def _ukrainian(russian: str) -> str:
    return "".join(_spelling("ukrainian", letter) or letter for letter in russian)


@cache
def _spelling(kind: str, text: str) -> str:
    return next((row[2] for row in rows("palladius.tsv") if row[:2] == (kind, text)), "")
