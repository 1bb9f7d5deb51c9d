"""Who signed a statement: a document says nothing by itself, its signatories do."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import takewhile

from ondit.records import Attribution, Mention, MentionType, Reading, Span, Via
from ondit.resolve.mentions import whole
from ondit.resolve.wordlist import rows

SENTENCES_BEFORE = 2
"""Sentences before the one that cites a document in which its signing may stand: the signing, and
one between. Set by hand; the corpus has too few signed statements to measure on."""

MAY_BE_SIGNED = (Via.DOCUMENT, Via.NONE)
"""What kinds of source a document may be: where the reader does not know what "it" is, the
signing before it tells."""

SENTENCE_END = re.compile(r"(?<!\s\w)[.!?؟।۔][»”\"')\]]*\s+(?=[^\W\d_a-zа-я]|[«“„\"])|[。！？]|\n")


def signatories(reading: Reading, attribution: Attribution) -> tuple[Mention, ...]:
    """Return those who signed what `attribution` cites, in the order of the text.

    They are the people named in the nearest sentence that tells of signing; without people, the
    organisations and states. Names within what the document says are left out, and an earlier
    sentence counts only for a document that has no name of its own ("it", "the text").
    """
    text, source = reading.article.text, attribution.source
    signing = _signing(reading.article.language)
    signs = any(signing.match(text, one.begin, one.end) for one in attribution.cue)
    if not source or not (signs or attribution.via in MAY_BE_SIGNED):
        return ()
    names = [one for one in whole(reading) if not _lies_in(one.span, attribution.content)]
    is_named = signs or any(_lies_in(one.span, source) for one in names)
    for sentence in _sentences(text, source[0].begin):
        if signing.search(text, sentence.begin, sentence.end):
            found = [one for one in names if sentence.contains(one.span)]
            people = [one for one in found if one.type is MentionType.PERSON]
            return tuple(people or found)
        if is_named:
            return ()
    return ()


def _lies_in(span: Span, spans: tuple[Span, ...]) -> bool:
    return any(one.contains(span) for one in spans)


def _sentences(text: str, at: int) -> Iterator[Span]:
    """Yield the sentence around `at` and those before it in its paragraph, nearest first."""
    paragraph = text.rfind("\n", 0, at) + 1
    end = SENTENCE_END.search(text, at)
    found = SENTENCE_END.finditer(text, paragraph)
    borders = [one.end() for one in takewhile(lambda one: one.end() <= at, found)]
    begins = [*reversed(borders), paragraph][: SENTENCES_BEFORE + 1]
    ends = [end.start() if end else len(text), *begins]
    for begin, stop in zip(begins, ends, strict=False):
        if begin < stop:
            yield Span(begin, stop)


@cache
def _signing(language: str | None) -> re.Pattern[str]:
    """Return the pattern of the words of signing of a language, of all if it is not known."""
    known = {row[0] for row in rows("signings.tsv")}
    words = [row[-1] for row in rows("signings.tsv") if row[0] == language or language not in known]
    return re.compile("|".join(_beginning(one) for one in words), re.IGNORECASE)


def _beginning(word: str) -> str:
    """Return the pattern of a word's beginning; scripts without case write prefixes to it."""
    cased = word[0].lower() != word[0].upper()
    return (r"(?<!\w)" if cased else "") + re.escape(word)
