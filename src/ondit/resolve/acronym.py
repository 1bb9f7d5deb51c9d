"""Acronyms: names made of the first letters of another ("ВСУ", "Вооружённые силы Украины")."""

from __future__ import annotations

import re

LENGTHS = range(2, 8)
"""Letters of an acronym; longer ones are words."""


LIGHT = 3
"""Letters up to which a word written small may be passed over: articles and prepositions."""


def abbreviates(short: str, name: str) -> bool:
    """Return whether `short` consists of the initials of the words of `name`, of all of them or
    of those that are not written small throughout or are longer than three letters."""
    letters = short.replace(".", "")
    if len(letters) not in LENGTHS or not letters.isalpha() or letters != letters.upper():
        return False
    words = re.findall(r"\w+", name)
    heavy = [one for one in words if one != one.lower() or len(one) > LIGHT]
    return len(words) > 1 and any(_initials(some) == letters for some in (words, heavy))


def _initials(words: list[str]) -> str:
    return "".join(word[0] for word in words).upper()
