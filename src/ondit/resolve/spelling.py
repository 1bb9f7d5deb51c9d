"""How a name is written, apart from what does not tell it from another: case, marks, script.

Names are compared in many scripts; the comparisons share one way of folding and of telling
scripts apart, so that they agree on what counts as the same spelling.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from ondit.late import late

NO_LETTER = ("P", "Z", "C")
"""Unicode categories (first letter) that tell no name from another: marks, blanks, controls."""


MARKS = frozenset(map(chr, range(0x300, 0x370)))
"""The combining marks of Unicode's block of that name: accents, breves, cedillas."""


@lru_cache(maxsize=65536)
def folded(text: str) -> str:
    """Return the letters, digits and symbols of `text` in one case and one normal form."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    return "".join(c for c in plain if unicodedata.category(c)[0] not in NO_LETTER)


@lru_cache(maxsize=65536)
def bare(text: str) -> str:
    """Return `text` folded and without the diacritics of Latin letters."""
    parts = unicodedata.normalize("NFD", folded(text))
    return "".join(c for c in parts if c not in MARKS)


@lru_cache(maxsize=65536)
def script(text: str) -> str:
    """Return the script of the first letter of `text` as Unicode names it ("CYRILLIC", "CJK",
    "KATAKANA", ...), or "" if it has none."""
    for char in text:
        if char.isalpha():
            return unicodedata.name(char, "").split(" ")[0].split("-")[0]
    return ""


@lru_cache(maxsize=65536)
def latin(text: str) -> str:
    """Return `text` in Latin letters (anyascii); each Chinese or Korean syllable has a capital."""
    return str(late("anyascii", "anyascii")(text))
