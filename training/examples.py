"""Training examples: windows of tokens with the labels of every head."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from ondit.read.labels import ACTS, NAME_TAGS, VIAS
from ondit.read.tokens import Tokens, tokenize
from ondit.read.vocabulary import Vocabulary
from training.corpus import Gold, Pairs, Text

UNKNOWN = -100
"""A label that is not annotated: no loss."""

WORD_DROPOUT = 0.06
BOUNDARY_DROPOUT = 0.05
_UNK = 3
_DOUBLE = ("“”", "«»", "„“", '""', "”“", "「」", "『』", "„”")


@dataclass(frozen=True)
class Target:
    """One attribution on the tokens of a window."""

    anchor: int
    role: NDArray[np.int64]
    condition: NDArray[np.int64]
    act: int
    via: int
    who: str | None


@dataclass(frozen=True)
class Example:
    """One window: tokens, their boundaries, and what is annotated in it (None: nothing is)."""

    ids: NDArray[np.int64]
    boundary: NDArray[np.int64]
    targets: tuple[Target, ...] | None
    names: NDArray[np.int64] | None


def requote(text: Text, random: np.random.Generator) -> Text:
    """Return the text with its double quotation marks in another style; offsets stay."""
    style = _DOUBLE[random.integers(len(_DOUBLE))]
    left, right = ("„", "“”") if "„" in text.text else ("“«", "”»")
    marks = str.maketrans(left + right, style[0] * len(left) + style[1] * len(right))
    return replace(text, text=text.text.translate(marks))


def examples(
    text: Text, vocabulary: Vocabulary, size: int, random: np.random.Generator | None
) -> Iterator[Example]:
    """Cut a text into windows of at most `size` tokens; with `random`, augmented ones."""
    if random is not None and text.kind == "synthetic" and random.random() < 0.35:
        text = requote(text, random)
    tokens = tokenize(text.text, text.language, vocabulary)
    targets = _targets(text.attributions, tokens)
    names = _names(text, tokens)
    for begin, end in _cuts(tokens, size, random):
        ids = tokens.ids[begin:end].astype(np.int64)
        boundary = tokens.boundary[begin:end].astype(np.int64)
        if random is not None:
            ids = np.where(random.random(len(ids)) < WORD_DROPOUT, _UNK, ids)
            boundary = np.where(random.random(len(ids)) < BOUNDARY_DROPOUT, 0, boundary)
        yield _framed(ids, boundary, _within(targets, begin, end), names, begin, end)


def _framed(
    ids: NDArray[np.int64],
    boundary: NDArray[np.int64],
    targets: tuple[Target, ...] | None,
    names: NDArray[np.int64] | None,
    begin: int,
    end: int,
) -> Example:
    """Put `<s>` and `</s>` around a window."""
    ids = np.concatenate([[0], ids, [2]])
    boundary = np.pad(boundary, 1)
    if names is not None:
        names = np.pad(names[begin:end], 1, constant_values=UNKNOWN)
    return Example(ids, boundary, targets, names)


def _cuts(
    tokens: Tokens, size: int, random: np.random.Generator | None
) -> Iterator[tuple[int, int]]:
    """Yield windows that begin at sentences; the first is shorter by a random part."""
    starts = np.flatnonzero(tokens.boundary)
    begin, count = 0, len(tokens)
    room = size if random is None or count <= size else int(random.integers(size // 4, size + 1))
    while begin < count:
        end = min(count, begin + room)
        if end < count:
            inside = starts[(starts > begin + room // 2) & (starts <= end)]
            end = int(inside[-1]) if len(inside) else end
        yield begin, end
        begin, room = end, size


def _place(tokens: Tokens, spans: Pairs) -> NDArray[np.bool_]:
    """Return which tokens lie more inside than outside of the spans."""
    inside = np.zeros(len(tokens), bool)
    for begin, end in spans:
        overlap = np.minimum(tokens.end, end) - np.maximum(tokens.begin, begin)
        inside |= 2 * overlap > tokens.end - tokens.begin
        if not (2 * overlap > tokens.end - tokens.begin).any() and (overlap > 0).any():
            inside[int(overlap.argmax())] = True
    return inside


def _targets(golds: Iterable[Gold] | None, tokens: Tokens) -> list[Target] | None:
    """Return the attributions on the tokens of the whole text."""
    if golds is None:
        return None
    found = []
    for gold in golds:
        role = np.zeros(len(tokens), np.int64)
        for number, spans in ((3, gold.content), (1, gold.source), (2, gold.cue)):
            role[_place(tokens, spans)] = number
        spans = gold.cue or gold.source or gold.content
        marked = np.flatnonzero(_place(tokens, spans[:1]))
        if not len(marked) or not (role == 3).any():
            continue
        condition = _place(tokens, gold.condition).astype(np.int64)
        if gold.act is None:
            condition[:] = UNKNOWN
        act = UNKNOWN if gold.act is None else ACTS.index(gold.act)
        via = UNKNOWN if gold.via is None else VIAS.index(gold.via)
        found.append(Target(int(marked[0]), role, condition, act, via, gold.who))
    return found


def _within(targets: list[Target] | None, begin: int, end: int) -> tuple[Target, ...] | None:
    """Return the targets anchored in a window, on its tokens with the special ones."""
    if targets is None:
        return None
    return tuple(
        replace(
            one,
            anchor=one.anchor - begin + 1,
            role=np.pad(one.role[begin:end], 1),
            condition=np.pad(one.condition[begin:end], 1),
        )
        for one in targets
        if begin <= one.anchor < end
    )


def _names(text: Text, tokens: Tokens) -> NDArray[np.int64] | None:
    """Return the name tag of every token."""
    if text.names is None:
        return None
    tags = np.zeros(len(tokens), np.int64)
    for begin, end, kind in text.names:
        inside = np.flatnonzero(_place(tokens, ((begin, end),)))
        if len(inside):
            tags[inside] = NAME_TAGS.index(f"I-{kind}")
            tags[inside[0]] = NAME_TAGS.index(f"B-{kind}")
    tags[tokens.begin == tokens.end] = UNKNOWN
    return tags
