"""What those are that a text speaks of: a ministry, a union, engineers, a source (`roles.tsv`).

Descriptions are translated where names are only spelt anew, so that the kinds of those who speak
and act can be compared across languages.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from ondit.records import Span
from ondit.trace.wordlist import pattern, rows

WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
UNPARTED = "\u2e80"
"""From here on, scripts that put no blanks between words."""

ARTICLE = re.compile("^(?:[وفبلك]?ال|[وفبلك])")
"""What Arabic writes to the front of a word."""


@dataclass(frozen=True, slots=True, order=True)
class Role:
    """Words that say what somebody is."""

    span: Span
    kind: str


def roles(text: str, spans: Iterable[Span]) -> tuple[Role, ...]:
    """Return the roles that are named within `spans` of a text, in its order."""
    return tuple(sorted({one for span in spans for one in _found(text, span)}))


def _found(text: str, span: Span) -> Iterator[Role]:
    for match in WORD.finditer(text, span.begin, span.end):
        kind = _kind(match[0].casefold())
        if kind:
            yield Role(Span(*match.span()), kind)
    for match in _phrases().finditer(text, span.begin, span.end):
        yield Role(Span(*match.span()), _phrase_kinds()[int(str(match.lastgroup)[1:])])


@cache
def _kind(word: str) -> str | None:
    """Return what a word stands for: by itself, by the longest stem that it begins with, or as a
    compound."""
    for form in dict.fromkeys((word, ARTICLE.sub("", word))):
        if form in _words():
            return _words()[form]
        for end in range(len(form), 1, -1):
            if form[:end] in _stems():
                return _stems()[form[:end]]
    return next((kind for part, kind in _compounds() if part.search(word)), None)


def _entries() -> Iterator[tuple[str, str]]:
    for kind, words in rows("roles.tsv"):
        yield from ((one, kind) for one in words.split())


def _is_phrase(word: str) -> bool:
    return "_" in word or word[0] >= UNPARTED


@cache
def _words() -> dict[str, str]:
    return {one: kind for one, kind in _entries() if not _is_phrase(one) and "*" not in one}


@cache
def _stems() -> dict[str, str]:
    found = ((one, kind) for one, kind in _entries() if not _is_phrase(one) and one[0] != "*")
    return {one[:-1]: kind for one, kind in found if one[-1] == "*"}


@cache
def _compounds() -> tuple[tuple[re.Pattern[str], str], ...]:
    found = ((one, kind) for one, kind in _entries() if one[0] == "*")
    return tuple((re.compile(pattern(one, None)), kind) for one, kind in found)


@cache
def _phrase_kinds() -> tuple[str, ...]:
    return tuple(kind for kind, _ in rows("roles.tsv"))


@cache
def _phrases() -> re.Pattern[str]:
    """Return a pattern for what is written as several words, or in a script without blanks."""
    parts = []
    for at, (_, words) in enumerate(rows("roles.tsv")):
        found = [one for one in words.split() if _is_phrase(one)]
        plain = " ".join(one for one in found if one[0] >= UNPARTED)
        spaced = " ".join(one for one in found if one[0] < UNPARTED)
        both = [pattern(plain, "zh")] * bool(plain) + [pattern(spaced, None)] * bool(spaced)
        parts += [f"(?P<r{at}>{'|'.join(both)})"] if both else []
    return re.compile("|".join(parts), re.IGNORECASE)
