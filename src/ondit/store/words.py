"""The words of a text as an archive looks for them: in any script, in any of their forms."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from ondit.records import Span

UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    "\U00020000-\U0003ffff"
)
"""Thai, Lao, Burmese, Khmer, kana and Chinese characters: no blanks between words."""

MARKS = "\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u0900-\u0dff"
"""Signs within words that are no letters of their own, and the scripts of India, full of them."""

WORD = re.compile(rf"[{UNSPACED}]+|(?:[^\W_{UNSPACED}]|[{MARKS}])+")
WITHOUT_BLANKS = re.compile(rf"[{UNSPACED}]")

STEM = 4
ENDING = 2
"""A word is looked for without its last two letters, but by its first four at least: of 112 forms
of 56 words in 19 languages 103 so find each other (33 as they are, 80 without one letter, 108
without three). Of the words in training/corpus/synthetic each then finds 2.3 (1.3, 1.8, 2.8)."""


@dataclass(frozen=True, slots=True)
class Term:
    """What stands in the index for a stretch of text."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Wanted:
    """A term that is looked for; `open` if it may go on in the index."""

    text: str
    open: bool

    def found_in(self, term: str) -> bool:
        """Return whether a term of the index is one that is looked for."""
        return term.startswith(self.text) if self.open else term == self.text


def terms(text: str) -> Iterator[Term]:
    """Yield the words of `text`, folded; of scripts without blanks each two characters that
    follow one another, and the last of a run. Accents alone are no word."""
    for span in _spans(text):
        if folded_word := fold(span.of(text)):
            yield Term(folded_word, span)


def _spans(text: str) -> Iterator[Span]:
    for found in WORD.finditer(text):
        if not WITHOUT_BLANKS.match(found[0]):
            yield Span(*found.span())
            continue
        for at in range(*found.span()):
            yield Span(at, min(at + 2, found.end()))


def wanted(words: str) -> tuple[Wanted, ...]:
    """Return what must stand in a text in which somebody looks for `words`: each word in any of
    its forms, each run of a script without blanks as it is."""
    found: list[Wanted] = []
    for word in WORD.findall(words):
        if WITHOUT_BLANKS.match(word):
            pairs = (word[at : at + 2] for at in range(max(1, len(word) - 1)))
            found.extend(Wanted(fold(pair), len(word) == 1) for pair in pairs)
        else:
            found.append(_stem(fold(word)))
    return tuple(dict.fromkeys(one for one in found if one.text))


def fold(word: str) -> str:
    """Return `word` without what differs between two ways to write it: case, width, accents."""
    apart = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", word).casefold())
    kept = "".join(one for one in apart if _is_kept(one))
    return unicodedata.normalize("NFC", kept)


def folded(name: str) -> str:
    """Return the words of a name, each with a blank before it."""
    return "".join(f" {term.text}" for term in terms(name))


def _stem(word: str) -> Wanted:
    if len(word) < STEM or any(character.isdigit() for character in word):
        return Wanted(word, open=False)
    return Wanted(word[: max(STEM, len(word) - ENDING)], open=True)


def _is_kept(character: str) -> bool:
    """Return whether a character stays: no accent, and no sign that a fraction falls apart into."""
    of_a_word = character.isalnum() or unicodedata.category(character).startswith("M")
    return of_a_word and not _is_accent(character)


def _is_accent(character: str) -> bool:
    # Classes 10 to 36 are the vowel signs of Hebrew and Arabic, from 200 on accents; those
    # between and below are parts of letters.
    kind = unicodedata.combining(character)
    return 10 <= kind <= 36 or kind >= 200  # noqa: PLR2004 - classes of Unicode
