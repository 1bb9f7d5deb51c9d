"""From tokens to characters: ranges become spans that a reader would mark.

Spans begin and end at words, leave outer punctuation out, keep quotation marks together,
and follow a quotation into the paragraphs in which it goes on.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, pairwise

import numpy as np

from ondit.read.quotation import CLOSING, OPENING, Quotation, quotations
from ondit.read.tokens import Boundary, Tokens
from ondit.records import Span

_LOOSE = ",;:，；：、،؛–—-―"
"""Punctuation that stands at the border of a span and belongs to neither side."""

_CASED_WORD = re.compile(r"[A-Za-z\u00aa-\u024f\u0370-\u03ff\u0400-\u052f\u1e00-\u1fff]")
"""Scripts that write whole words apart; others join clitics to them, so are cut anywhere."""


@dataclass(frozen=True, slots=True)
class Page:
    """A text with its tokens and quotations, which all spans of it are made from."""

    text: str
    tokens: Tokens
    quoted: tuple[Quotation, ...]
    within: frozenset[int]

    @classmethod
    def of(cls, text: str, tokens: Tokens) -> Page:
        """Find the quotations of a text, and all places within them."""
        quoted = quotations(text)
        places = (range(one.span.begin, one.span.end) for one in quoted)
        return cls(text, tokens, quoted, frozenset(chain.from_iterable(places)))

    def words(self, ranges: Iterable[tuple[int, int]]) -> tuple[Span, ...]:
        """Return token ranges as spans of whole words without loose ends."""
        found = (self._characters(begin, end) for begin, end in ranges)
        return join(self.text, [span for span in found if span])

    def phrase(self, ranges: Iterable[tuple[int, int]]) -> tuple[Span, ...]:
        """Return token ranges as spans of whole words without quotation marks at their ends that
        open or close nothing in them."""
        found = (unpaired(self.text, span) for span in self.words(ranges))
        return tuple(span for span in found if span)

    def content(self, ranges: Iterable[tuple[int, int]]) -> tuple[Span, ...]:
        """Return token ranges as spans whose quotation marks are closed, a paragraph each."""
        spans = [self._close(span) for span in self.words(ranges)]
        spans += [more for span in spans[-1:] for more in self._continued(span)]
        return join(self.text, sorted(spans))

    def told(self, ranges: Iterable[tuple[int, int]], anchor: int) -> list[tuple[int, int]]:
        """Return the token ranges of a content, a paragraph each, without those in other paragraphs
        than its anchor that stand in no quotation marks: of 14 such on texts that the model had not
        seen (held-out, PolNeAR, German news) none was right."""
        parts = [part for one in ranges for part in self._by_paragraph(*one)]
        near = [part for part in parts if self._beside(part, anchor)]
        if not near:
            return parts
        return [part for part in parts if part in near or self._is_quoted(part)]

    def _by_paragraph(self, first: int, last: int) -> Iterator[tuple[int, int]]:
        starts = np.flatnonzero(self.tokens.boundary[first + 1 : last] == Boundary.PARAGRAPH)
        edges = [first, *(first + 1 + int(at) for at in starts), last]
        yield from pairwise(edges)

    def _beside(self, part: tuple[int, int], anchor: int) -> bool:
        """Return whether a range lies in the paragraph of a token."""
        begin = min(int(self.tokens.begin[part[0]]), int(self.tokens.begin[anchor]))
        end = max(int(self.tokens.begin[part[1] - 1]), int(self.tokens.begin[anchor]))
        return "\n" not in self.text[begin:end]

    def _is_quoted(self, part: tuple[int, int]) -> bool:
        """Return whether more of a range stands in quotation marks than outside."""
        begin, end = int(self.tokens.begin[part[0]]), int(self.tokens.end[part[1] - 1])
        return 2 * sum(at in self.within for at in range(begin, end)) > end - begin

    def _characters(self, first: int, last: int) -> Span | None:
        begin, end = int(self.tokens.begin[first]), int(self.tokens.end[last - 1])
        begin, end = whole_words(self.text, begin, end)
        return trim(self.text, begin, end)

    def _close(self, span: Span) -> Span:
        """Take in the marks of a quotation of which the span leaves out nothing but marks."""
        begin, end = span.begin, span.end
        for one in self.quoted:
            quote = one.span
            if quote.end <= begin or end <= quote.begin:
                continue
            whole_head = begin <= quote.begin or not self._speaks(quote.begin, begin)
            whole_tail = quote.end <= end or not self._speaks(end, quote.end)
            if whole_head and whole_tail:
                begin, end = min(begin, quote.begin), max(end, quote.end)
        return Span(begin, end)

    def _speaks(self, begin: int, end: int) -> bool:
        """Return whether there is a letter or digit between two places."""
        return any(character.isalnum() for character in self.text[begin:end])

    def _continued(self, span: Span) -> list[Span]:
        """Return the paragraphs in which a quotation left open at the end of `span` goes on."""
        found: list[Span] = []
        last = span
        for before, after in pairwise(self.quoted):
            if before.closed or not last.begin < before.span.end <= last.end + 1:
                continue
            gap = self.text[before.span.end : after.span.begin]
            if not gap.isspace() or "\n" not in gap:
                break
            last = after.span
            found.append(last)
        return found


def trim(text: str, begin: int, end: int) -> Span | None:
    """Return `[begin, end)` without blanks and loose punctuation at its ends, if any is left."""
    while begin < end and _is_loose(text[begin]):
        begin += 1
    while begin < end and _is_loose(text[end - 1]):
        end -= 1
    return Span(begin, end) if begin < end else None


def unpaired(text: str, span: Span) -> Span | None:
    """Return a span without a mark at either end that opens or closes nothing in it, if any of it
    is left: "«We" is "We"."""
    words = span.of(text)
    left = words[0] in OPENING and not any(mark in CLOSING for mark in words[1:])
    right = words[-1] in CLOSING and not any(mark in OPENING for mark in words[:-1])
    return trim(text, span.begin + left, max(span.begin + left, span.end - right))


def _is_loose(character: str) -> bool:
    return character.isspace() or character in _LOOSE


def join(text: str, spans: list[Span]) -> tuple[Span, ...]:
    """Return sorted spans with those made one that overlap or have only blanks between them."""
    joined: list[Span] = []
    for span in sorted(spans):
        gap = text[joined[-1].end : span.begin] if joined else "-"
        if joined and "\n" not in gap and (not gap or gap.isspace()):
            joined[-1] = Span(joined[-1].begin, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return tuple(joined)


def visible(text: str, spans: Iterable[Span]) -> frozenset[int]:
    """Return the places of the characters in the spans that are no blanks."""
    return frozenset(at for s in spans for at in range(s.begin, s.end) if not text[at].isspace())


def whole_words(text: str, begin: int, end: int) -> tuple[int, int]:
    """Move ends that lie within a word of a cased script outwards to its borders."""
    while 0 < begin < len(text) and _within_word(text, begin):
        begin -= 1
    while 0 < end < len(text) and _within_word(text, end):
        end += 1
    return begin, end


def _within_word(text: str, at: int) -> bool:
    return bool(_CASED_WORD.match(text[at - 1]) and _CASED_WORD.match(text[at]))
