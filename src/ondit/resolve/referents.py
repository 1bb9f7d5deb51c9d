"""The places of an article where somebody is named, described or pointed at, in order.

They are its sources and its names: what a source takes up is one of them.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from ondit.records import Attribution, Mention, MentionType, Reading, Span, Via
from ondit.resolve import vocabulary
from ondit.resolve.mentions import whole
from ondit.resolve.source import untitled
from ondit.resolve.spelling import bare

BREAK = re.compile(r"(?<=[.!?؟।۔…])[»”\"')\]]*\s+|(?<=[。！？])|\n+")
"""Where a sentence ends; abbreviations do no harm where only distances are counted."""

START = 3
"""Characters after a sentence's begin in which it starts: a quotation mark, an article's letter."""

WORDS = 5
"""Words before and after a name among which a title or apposition is looked for."""


@dataclass(frozen=True, slots=True)
class Referent:
    """Somebody at `span`: a source if `via` is set, a name of `type` if that is.

    `sentence` and `paragraph` count from the beginning, `turn` the sources; `words` are without
    articles, case and diacritics, and `pointing` says what a pronoun may point at.
    """

    span: Span
    via: Via | None
    type: MentionType | None
    sentence: int
    paragraph: int
    turn: int
    starts: bool
    words: tuple[str, ...]
    pointing: frozenset[str]
    back: bool


class Scene:
    """An article's referents and what of its attributions bears on them."""

    def __init__(self, reading: Reading) -> None:
        """Find the referents of a reading."""
        self.reading = reading
        self.text = reading.article.text
        self.language = reading.article.language
        self.names = whole(reading)
        self.by_source: dict[Span, Attribution] = {}
        for one in reading.attributions:
            for span in one.source:
                self.by_source.setdefault(span, one)
        self._by_id = {one.id: one for one in reading.attributions}
        self._breaks = [found.end() for found in BREAK.finditer(self.text)]
        self._lines = [found.end() for found in re.finditer(r"\n+", self.text)]
        self._begins = [one.span.begin for one in self.names]
        self._beside: dict[Span, tuple[str, ...]] = {}
        self.links = {one.span: one for one in reading.coreferences}

    @cached_property
    def referents(self) -> tuple[Referent, ...]:
        """All referents in the order of the text; a name that is a source is one."""
        types = {one.span: one.type for one in self.names}
        turns = sorted(self.by_source)
        return tuple(
            self._referent(span, types.get(span), turns)
            for span in sorted(self.by_source.keys() | types.keys())
        )

    @cached_property
    def places(self) -> dict[Span, int]:
        """The number of each referent in their order."""
        return {one.span: at for at, one in enumerate(self.referents)}

    def inside(self, span: Span) -> tuple[Mention, ...]:
        """Return the names within a span."""
        first = bisect_left(self._begins, span.begin)
        last = bisect_left(self._begins, span.end)
        return tuple(one for one in self.names[first:last] if one.span.end <= span.end)

    def beside(self, span: Span) -> tuple[str, ...]:
        """Return the words around a name in its sentence that may say who it is."""
        if span not in self._beside:
            at = bisect_right(self._breaks, span.begin)
            begin = self._breaks[at - 1] if at else 0
            end = self._breaks[at] if at < len(self._breaks) else len(self.text)
            before = self.text[begin : span.begin].split()[-WORDS:]
            after = self.text[span.end : max(end, span.end)].split()[:WORDS]
            self._beside[span] = tuple(word for one in before + after if (word := bare(one)))
        return self._beside[span]

    def speaker(self, span: Span) -> Span | None:
        """Return the source in whose words the source at `span` stands."""
        parent = self.by_source[span].parent if span in self.by_source else None
        while parent is not None:
            outer = self._by_id[parent]
            if outer.source and outer.source[0] != span:
                return outer.source[0]
            parent = outer.parent
        return None

    def contents(self, span: Span) -> Sequence[Span]:
        """Return the content of the attribution whose source is at `span`."""
        return self.by_source[span].content if span in self.by_source else ()

    def _referent(self, span: Span, type_: MentionType | None, turns: Sequence[Span]) -> Referent:
        words = span.of(self.text)
        plain = vocabulary.without_determiner(words, self.language)
        sentence = bisect_right(self._breaks, span.begin)
        return Referent(
            span=span,
            via=self.by_source[span].via if span in self.by_source else None,
            type=type_,
            sentence=sentence,
            paragraph=bisect_right(self._lines, span.begin),
            turn=bisect_left(turns, span),
            starts=span.begin - (self._breaks[sentence - 1] if sentence else 0) < START,
            words=tuple(
                bare(word) for word in untitled(plain, self.language).split() if bare(word)
            ),
            pointing=vocabulary.pointing(words, self.language),
            back=vocabulary.points_back(words, self.language),
        )
