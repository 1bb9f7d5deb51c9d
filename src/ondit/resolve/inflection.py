"""The nominative forms that an inflected name may come from.

A name that the press inflects ("Кира Стармера", "Rosińskiego") must meet its nominative. Which
one it is cannot be told from the ending alone, so all candidates are kept, and what the text or
another article holds decides among them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import islice, product

from ondit.resolve.wordlist import rows

SHORTEST = 2
"""Letters that must remain before an ending: shorter stems made words of names in the annotated
corpus ("Мао" of "М")."""

PHRASES = 64
"""Candidates tried for a name of several words; four words with two candidates each have 16."""


@dataclass(frozen=True, slots=True)
class Ending:
    """An ending of an inflected name and those that its nominative may have."""

    text: str
    nominatives: tuple[str, ...]


@cache
def _endings(language: str) -> tuple[Ending, ...]:
    """Return the endings of a language, the longest first; none for a language without any."""
    found = (
        Ending(text, tuple(end.strip("-") for end in ends.split(" ")))
        for languages, text, ends in rows("inflections.tsv")
        if language in languages.split(" ")
    )
    return tuple(sorted(found, key=lambda one: -len(one.text)))


@lru_cache(maxsize=65536)
def nominatives(word: str, language: str | None) -> tuple[str, ...]:
    """Return `word` itself and then every nominative that its ending allows, with and without
    what its language writes in front of a word (Hebrew and Arabic particles)."""
    short = (language or "").split("-")[0]
    found = []
    for base in (word, *without_particle(word, short)):
        found.append(base)
        for ending in _endings(short):
            stem = base[: len(base) - len(ending.text)]
            if len(stem) >= SHORTEST and base.casefold().endswith(ending.text):
                found.extend(stem + end for end in ending.nominatives)
    return tuple(dict.fromkeys(found))


def without_suffix(name: str, language: str | None) -> str:
    """Return `name` without a case ending that an apostrophe parts from it ("Reuters'in")."""
    endings = (one.text for one in _endings((language or "").split("-")[0]))
    parted = (one for one in endings if one[0] in "'’" and 1 < len(one) < len(name))
    return next((name[: -len(one)] for one in parted if name.endswith(one)), name)


def without_particle(word: str, language: str) -> tuple[str, ...]:
    """Return `word` without each of the particles that may be written in front of it."""
    return tuple(
        instead.strip("-") + word[len(particle) :]
        for languages, particle, instead in rows("particles.tsv")
        if language in languages.split(" ")
        and word.startswith(particle)
        and len(word) > len(particle) + SHORTEST
    )


def phrases(words: Iterable[str], language: str | None) -> tuple[tuple[str, ...], ...]:
    """Return the ways to put a name of several words into the nominative, as written first."""
    ways = product(*(nominatives(word, language) for word in words))
    return tuple(islice(ways, PHRASES))
