"""The names of an article as wholes: a name that was found in pieces is one name."""

from __future__ import annotations

import re

from ondit.records import Article, Mention, MentionType, Reading, Span
from ondit.resolve.inflection import nominatives
from ondit.resolve.vocabulary import NO_BLANKS
from ondit.resolve.wordlist import column, rows

ZWNJ = "\u200c"
"""Parts a word that stays one, in Persian."""

LONG = 3
"""Words from which a person's name may begin with one that is none of it."""

WORD = re.compile(r"\S+")

BETWEEN = frozenset({" ", "-", "\u00a0", "·", "・"})
"""What stands between the parts of one name; a list parts two names by more."""


def whole(reading: Reading) -> tuple[Mention, ...]:
    """Return the mentions, pieces of one name ("Ursula von" "der Leyen") put together."""
    text = reading.article.text
    found: list[Mention] = []
    for piece in sorted(reading.mentions, key=lambda mention: mention.span):
        one = Mention(_trimmed(reading, widened(reading.article, piece.span), piece), piece.type)
        before = found[-1] if found else None
        if before and one.type is before.type and _joins(text, before.span, one.span):
            found[-1] = Mention(Span(before.span.begin, one.span.end), one.type)
        else:
            found.append(one)
    return tuple(found)


def widened(article: Article, span: Span) -> Span:
    """Return a span with the beginning of the word that it starts within, unless that is a
    particle ("כ", "و") or the language writes no blanks."""
    text, begin = article.text, span.begin
    if article.language in {*NO_BLANKS, "ko"}:
        return span
    while begin and (text[begin - 1].isalnum() or text[begin - 1] == ZWNJ):
        begin -= 1
    if text[begin : span.begin] in {row[1] for row in rows("particles.tsv")}:
        begin = span.begin
    end = span.end
    while text[end : end + 1] == ZWNJ or (end > span.end and text[end : end + 1].isalnum()):
        end += 1
    return Span(begin, end)


def _trimmed(reading: Reading, span: Span, piece: Mention) -> Span:
    """Return a person's name without the place before it ("the mayor of Podrin Vesna Kolar", in
    languages that say "of" by a case) and without words in small letters."""
    text, language = reading.article.text, reading.article.language
    words = [(found[0], span.begin + found.start()) for found in WORD.finditer(span.of(text))]
    if piece.type is not MentionType.PERSON or len(words) < LONG:
        return span
    first, begin = words[0][0], words[1][1]
    if first.islower() and first not in column("name_parts.tsv", "particle"):
        return Span(begin, span.end)
    bases = set(nominatives(first, language))
    places = (one.span.of(text) for one in reading.mentions if one.type is not MentionType.PERSON)
    is_place = any(bases & set(nominatives(place, language)) for place in places)
    return Span(begin, span.end) if is_place else span


def _joins(text: str, one: Span, other: Span) -> bool:
    """Return whether two names are pieces of one: two full ones side by side are a thing's and
    its owner's."""
    full = all(" " in span.of(text) for span in (one, other))
    gap = text[one.end : other.begin]
    if gap.strip().casefold() in column("name_parts.tsv", "particle"):
        return True
    return gap in BETWEEN and not (full and text[other.begin].isupper())
