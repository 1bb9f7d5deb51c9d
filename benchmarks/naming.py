"""Whether two names are one to a fair reader: how `who` of the corpus is compared with a naming.

Names agree if they have the same words in the same order, apart from

- case, punctuation and quotation marks, and diacritics of Latin letters;
- articles and prepositions in front ("the Post", "among diplomats", ال, ה), from
  `determiners.tsv`;
- an acronym or other addition in brackets at the end ("World Wide Fund (WWF)");
- inflection: two words that may come from one nominative (`inflections.tsv`), or that share a
  beginning of STEM letters and differ in at most ENDING after it (agreement, plural, articles
  written to the end of a word);
- what kind of thing a name is, if that noun stands right beside it, with or without modifiers
  before it ("the Osterland weekly Kompas", "газета «Ведомости»"), or how a person is addressed
  ("la señora Hopley"), from `kinds.tsv`; then the name itself must be written the same, so that
  a person's firm is not the person.

A source without any name (`via` group, anonymous or document) is also right if what is said of it
is all that annotators say, and more; that is `holds`.

So a surname alone is not the full name, an office is not its person, a description without its
complement ("the spokesman") is not the one with it, and a pronoun is nobody's name.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ondit.resolve.inflection import nominatives
from ondit.resolve.spelling import bare
from ondit.resolve.vocabulary import (
    is_aide,
    is_of,
    is_office,
    kind_of,
    without_article,
    without_preposition,
    written_on,
)

KIND_BEHIND = frozenset({"fi", "hi", "hu", "ja", "ko", "tr", "zh"})
"""Languages in which the noun that says what a name is stands behind it ("Nordhal ajansı")."""

BEHIND = 2
"""Words at most that stand behind a name then ("Napló című lap")."""

BRACKETS = re.compile(r"\s*[(（][^()（）]*[)）]?$")

STEM = 4
"""Letters at least that two forms of a word share at their beginning, if it is as long."""

ENDING = 3
"""Letters at most in which they differ after that."""


def agree(one: str, other: str, language: str) -> bool:
    """Return whether two names in a text in `language` are the same."""
    left, right = _words(one, language), _words(other, language)
    if len(left) == len(right):
        return bool(left) and all(
            _same_word(a, b, language) for a, b in zip(left, right, strict=True)
        )
    short, long = sorted((left, right), key=len)
    return bool(short) and _differ_in_kind(long, short, language)


def _words(name: str, language: str) -> list[str]:
    whole = without_preposition(BRACKETS.sub("", name.strip()) or name, language)
    bare_name = without_article(whole, language)
    plain = "".join(c if c.isalnum() or _joins(c) else " " for c in bare_name)
    words = without_article(plain, language).casefold().split()
    return [word[written_on(word, language) :] for word in words]


def _joins(char: str) -> bool:
    """Return whether a character that is no letter is part of a word: a combining vowel sign."""
    return not char.isspace() and bool(bare(char))


def _same_word(one: str, other: str, language: str) -> bool:
    if bare(one) == bare(other):
        return True
    if set(nominatives(one, language)) & set(nominatives(other, language)):
        return True
    pairs = enumerate(zip(one, other, strict=False))
    shared = next((i for i, (a, b) in pairs if a != b), min(len(one), len(other)))
    return shared >= STEM and max(len(one), len(other)) - shared <= ENDING


def _differ_in_kind(long: Sequence[str], short: Sequence[str], language: str) -> bool:
    """Return whether `long` is `short` and beside it only what kind of thing or person it is."""
    size = len(short)
    names = list(map(bare, short))
    before, after = long[:-size], long[size:]
    if list(map(bare, long[-size:])) == names and _is_kind(before, language):
        return True
    behind = language in KIND_BEHIND and list(map(bare, long[:size])) == names
    return behind and len(after) <= BEHIND and _is_kind(after[-1:], language)


def holds(found: str, who: str, language: str) -> bool:
    """Return whether a description says all that `who` says, at its beginning or end, and more
    ("a pensioner with a basket", "a new study")."""
    longer, words = _words(found, language), _words(who, language)
    edges = (longer[: len(words)], longer[-len(words) :])
    return len(longer) > len(words) > 0 and any(
        all(_same_word(a, b, language) for a, b in zip(edge, words, strict=True)) for edge in edges
    )


def _is_kind(words: Sequence[str], language: str) -> bool:
    """Return whether words beside a name say what it is, and not who of it is meant."""
    line = " ".join(words)
    return any(kind_of(word, language) for word in words) and not (
        is_office(line, language)
        or is_aide(line, language)
        or any(is_of(w, language) for w in words)
    )
