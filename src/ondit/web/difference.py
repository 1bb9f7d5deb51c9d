"""What one wording says in other words than another: a reader sees at once what was changed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from ondit.records import Span

HAN = "\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
TOKEN = re.compile(rf"[{HAN}]|[^\W{HAN}]+|\s+|[^\w\s]")
"""A character where words are written without blanks between them, else a word."""

LONGEST = 400
"""Words beyond which two wordings are not compared: it takes 20 ms, and a claim is a sentence."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of words; `marked` if it stands out."""

    words: str
    marked: bool


def compared(words: str, other: str) -> tuple[Piece, ...]:
    """Return `words` in pieces, those marked that `other` has not, or not there."""
    mine, its = _tokens(words), _tokens(other)
    if max(len(mine), len(its)) > LONGEST:
        return (Piece(words, marked=False),)
    blocks = SequenceMatcher(None, _plain(mine), _plain(its)).get_matching_blocks()
    return tuple(_joined(_sorted(mine, {at for one in blocks for at in _places(one.a, one.size)})))


def shown(words: str, marked: Iterable[Span]) -> Iterator[Piece]:
    """Yield `words` in pieces; `marked` are sorted characters of them, without overlap."""
    at = 0
    for span in marked:
        yield Piece(words[at : span.begin], marked=False)
        yield Piece(span.of(words), marked=True)
        at = span.end
    yield Piece(words[at:], marked=False)


def _tokens(words: str) -> list[str]:
    return TOKEN.findall(words)


def _plain(tokens: Iterable[str]) -> list[str]:
    return [one.casefold() if not one.isspace() else " " for one in tokens]


def _places(begin: int, size: int) -> range:
    return range(begin, begin + size)


def _sorted(tokens: list[str], same: set[int]) -> Iterator[Piece]:
    for at, token in enumerate(tokens):
        yield Piece(token, at not in same and not token.isspace())


def _joined(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Yield pieces, neighbours that are alike as one; blanks go with what stands before them."""
    last: Piece | None = None
    for one in pieces:
        if last and (one.marked == last.marked or one.words.isspace()):
            last = Piece(last.words + one.words, last.marked)
            continue
        if last:
            yield last
        last = one
    if last:
        yield last
