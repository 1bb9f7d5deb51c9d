"""Tokens of a text with their places in it, and the windows in which the encoder sees them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

from ondit.read.segment import paragraphs, sentences
from ondit.read.vocabulary import Vocabulary

WINDOW = 446
"""Tokens in a window, with `<s>` and `</s>` 448; the base encoder knows 512 positions."""

MARGIN = 64
"""Tokens of context on either side of those that a window decides; in the training corpus
99 % of the attributions reach no further than 60 tokens from their anchor."""


class Boundary(IntEnum):
    """What starts with a token: nothing, a sentence, or a paragraph."""

    NONE = 0
    SENTENCE = 1
    PARAGRAPH = 2


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of one text as arrays of one length: ids, places in characters, boundaries.

    `begin` and `end` leave out surrounding blanks; a token of blanks alone is empty.
    """

    ids: NDArray[np.int32]
    begin: NDArray[np.int32]
    end: NDArray[np.int32]
    boundary: NDArray[np.int32]

    def __len__(self) -> int:
        """Return the number of tokens."""
        return len(self.ids)


@dataclass(frozen=True, slots=True)
class Window:
    """Tokens `[begin, end)` seen together, of which `[first, last)` are decided here."""

    begin: int
    end: int
    first: int
    last: int


def tokenize(text: str, language: str | None, vocabulary: Vocabulary) -> Tokens:
    """Return the tokens of `text`, without the special ones."""
    ids, places = vocabulary.pieces(text)
    begin = np.empty(len(ids), np.int32)
    end = np.empty(len(ids), np.int32)
    for i, (left, right) in enumerate(places):
        piece = text[left:right]
        begin[i] = left + len(piece) - len(piece.lstrip())
        end[i] = max(begin[i], right - len(piece) + len(piece.rstrip()))
    boundary = np.zeros(len(begin), np.int32)
    _mark(boundary, begin, end, [one.begin for one in sentences(text, language)], Boundary.SENTENCE)
    _mark(boundary, begin, end, [one.begin for one in paragraphs(text)], Boundary.PARAGRAPH)
    return Tokens(np.array(ids, np.int32), begin, end, boundary)


def _mark(
    boundary: NDArray[np.int32],
    begin: NDArray[np.int32],
    end: NDArray[np.int32],
    places: list[int],
    kind: Boundary,
) -> None:
    """Set `kind` on the first token that is not over at each place."""
    at = np.searchsorted(end, places, side="right")
    at = at[at < len(begin)]
    boundary[at] = kind


def windows(tokens: Tokens, size: int = WINDOW, margin: int = MARGIN) -> tuple[Window, ...]:
    """Cut a text into overlapping windows of at most `size` tokens, at sentences if it can.

    Every token is decided in exactly one window, with `margin` tokens of context on either
    side of it wherever the text has as many.
    """
    count = len(tokens)
    if count <= size:
        return (Window(0, count, 0, count),) if count else ()
    starts = np.flatnonzero(tokens.boundary)
    cut, first = [], 0
    while first < count:
        begin = max(0, first - margin)
        end = min(count, begin + size)
        last = count if end == count else _sentence_before(starts, end - margin, first)
        cut.append(Window(begin, end, first, last))
        first = last
    return tuple(cut)


def _sentence_before(starts: NDArray[np.intp], limit: int, floor: int) -> int:
    """Return the last sentence start in the second half of `(floor, limit]`, else `limit`."""
    at = int(np.searchsorted(starts, limit, side="right")) - 1
    return int(starts[at]) if at >= 0 and starts[at] > (floor + limit) // 2 else limit
