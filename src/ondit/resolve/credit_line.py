"""Credits that fill a line or a pair of brackets: "Source: ...", "(translated by ...)"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from ondit.records import Credit, CreditKind, Span
from ondit.resolve.outlet_name import is_known, is_listed, names, trimmed
from ondit.resolve.wordlist import rows

LONGEST = 200
"""Characters of the longest line or bracket that is looked at: over three times the longest that
the tests have in 27 languages (58), as formulas of republication may name a licence."""

FIRST_LINES = 3
"""Lines at the start among which brackets and agencies' names count: headline, lead, and
what stands before them. In the synthetic corpus every dateline is in the first two."""

LAST_LINES = 4
"""Lines at the end among which agencies' names count: the last paragraph, author, date, tags.
Not measured: the corpus's texts come without what stands below them on their pages."""

SHORT = 3
"""Words of the longest name that may start with a small letter ("сайт Кремля"); headlines of the
synthetic corpus that begin like a credit ("Källor: ...") have four and more."""

PART_OF_IT = "with"
NAME = r"[^\n:：。！？…]{2,90}?|https?://\S+?"
LINE = re.compile(r"[^\n]*\S[^\n]*")
BRACKETS = re.compile(
    r"[(\[（【](?P<in>[^()\[\]（）【】\n]{2,200})[)\]）】]|(?<![\w/])/(?P<slug>[^/\n]{2,40})/"
)
CLOSERS = '.!?…。！？।؟۔»”"」\n'
COLON = re.compile(r"(?<!\?)[:：]")


@dataclass(frozen=True, slots=True)
class _Place:
    """A stretch that can be a credit: alone in its line, in brackets, at the text's ends."""

    span: Span
    is_line: bool
    is_first: bool
    is_last: bool
    ends_text: bool
    heads: bool


def credit_lines(text: str) -> Iterator[Credit]:
    """Yield the credits that stand in lines or brackets of their own, in the order of the text."""
    for place in _places(text):
        yield from _stated(text, place) or _slugs(text, place)


def _places(text: str) -> Iterator[_Place]:
    lines = [Span(found.start(), found.end()) for found in LINE.finditer(text)]
    for i, line in enumerate(lines):
        first, last = i < FIRST_LINES, i >= len(lines) - LAST_LINES
        if line.end - line.begin <= LONGEST:
            heads = i == 0 and len(lines) > 1
            yield _Place(line, True, first, last, last, heads)
        for found in BRACKETS.finditer(text, line.begin, line.end):
            span = Span(*found.span(found.lastgroup or 0))
            closes = last and not text[found.end() : line.end].strip(" .")
            yield _Place(span, False, first, last, closes, heads=False)


def _stated(text: str, place: _Place) -> tuple[Credit, ...]:
    """Return the credits that the words of a place state, none if they state none."""
    span = trimmed(text, place.span.begin, place.span.end)
    if span is None:
        return ()
    for kind, pattern in _patterns():
        found = pattern.fullmatch(text, span.begin, span.end)
        if found and _may_stand(kind, place, COLON.search(found[0]) is not None):
            stated = tuple(_credits(text, Span(*found.span("name")), span, kind, place.heads))
            if stated:
                return stated
    return ()


def _may_stand(kind: str, place: _Place, has_colon: bool) -> bool:
    """Return whether a place is one where such a credit is the whole article's.

    Brackets in running text credit the sentence they follow, pictures and translators aside;
    a line above the text without a colon ("Via Appia") may be a headline.
    """
    at_ends = place.is_first or place.is_last
    if kind == CreditKind.PHOTO:
        return True
    if kind == CreditKind.TRANSLATION:
        return place.is_line or at_ends
    if not place.is_line:
        return place.ends_text
    return place.is_last or has_colon or kind == CreditKind.REPUBLISHED


def _credits(text: str, named: Span, span: Span, kind: str, heads: bool) -> Iterator[Credit]:
    found = list(names(text, named))
    if kind == CreditKind.PHOTO:
        # "Jane Doe/AFP": who took it stands before who sells it.
        found = found[-1:]
    for one in found:
        outlet = one.of(text)
        if kind == PART_OF_IT and is_known(outlet):
            yield Credit(span, CreditKind.AGENCY, outlet, inferred=True)
        elif kind != PART_OF_IT and (is_known(outlet) or not _is_clause(outlet, heads)):
            yield Credit(span, CreditKind(kind), outlet)


def _is_clause(words: str, heads: bool) -> bool:
    """Return whether words after a colon are no name but what sources say ("Sources: Tindall out").

    Above a text a headline is likelier than a credit; elsewhere a name of several words starts
    with a capital.
    """
    return heads or (words[0].islower() and len(words.split()) > SHORT)


def _slugs(text: str, place: _Place) -> Iterator[Credit]:
    """Yield the agencies that are named by themselves at the end of the text or above it."""
    words = place.span.of(text)
    alone = place.is_line and (place.is_first or place.is_last)
    closes = place.ends_text and _after_sentence(text, place.span)
    if (alone or closes) and is_listed(words):
        for one in names(text, place.span):
            yield Credit(one, CreditKind.AGENCY, one.of(text))


def _after_sentence(text: str, inside: Span) -> bool:
    """Return whether the sentence before these brackets is closed, so that they end no clause."""
    before = text[: inside.begin - 1].rstrip(" ")
    return not before or before[-1] in CLOSERS


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return the wordings of `credits.tsv`, those of one kind with one ending as one pattern."""
    grouped: dict[tuple[str, str], list[str]] = {}
    for _, kind, before, after in rows("credits.tsv"):
        grouped.setdefault((kind, after), []).append(before)
    return tuple(
        (kind, _pattern("|".join(befores), after)) for (kind, after), befores in grouped.items()
    )


def _pattern(before: str, after: str) -> re.Pattern[str]:
    wording = f"(?:{_widened(before)})(?P<name>{NAME}){_widened(after)}"
    return re.compile(wording, re.IGNORECASE)


def _widened(pattern: str) -> str:
    """Return a pattern whose blanks and colons match as the press sets them."""
    return COLON.sub(r"(?:\\s*[:：]\\s*)", pattern).replace(" ", r"\s+")
