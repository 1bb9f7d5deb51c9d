"""Words that change what a sentence claims: not, may, if, until, all ..."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from ondit.records import Span
from ondit.trace.wordlist import compiled, rows


class CueKind(StrEnum):
    """What a word does to a claim (`cues.tsv`)."""

    NOT = "not"
    MAY = "may"
    CONSIDER = "consider"
    WOULD = "would"
    IF = "if"
    UNTIL = "until"
    ALL = "all"
    SOME = "some"
    ADVISE = "advise"
    ASK = "ask"
    ORDER = "order"
    PROMISE = "promise"
    IDIOM = "idiom"


@dataclass(frozen=True, slots=True)
class Cue:
    """A word of some kind and where it stands."""

    kind: CueKind
    span: Span


def cues(text: str, spans: tuple[Span, ...], language: str | None) -> tuple[Cue, ...]:
    """Return the cues within `spans` of a text; none in a language without a table.

    One that is part of a longer one does not count: "not" in "not only".
    """
    found = [
        Cue(kind, Span(*match.span()))
        for kind, words in _patterns(language)
        for span in spans
        for match in words.finditer(text, span.begin, span.end)
        if match.end() > match.start()
    ]
    whole = (one for one in found if not any(_part(one.span, its.span) for its in found))
    return tuple(sorted(whole, key=lambda one: (one.span, one.kind)))


def _part(one: Span, other: Span) -> bool:
    return one != other and other.contains(one)


@cache
def _patterns(language: str | None) -> tuple[tuple[CueKind, re.Pattern[str]], ...]:
    return tuple(
        (CueKind(kind), compiled(words, language))
        for one, kind, words in rows("cues.tsv")
        if one == language
    )
