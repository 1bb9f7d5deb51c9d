"""Quotation marks of the world's scripts: which stretches of a text stand between them.

Marks are rules, not learning. A quotation never crosses a line break, but one left open
there goes on in the next paragraph if that begins with a mark too.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files

from ondit.read.segment import paragraphs
from ondit.records import Span


def _load() -> dict[str, str]:
    """Return the closing marks of each opening one, from `quotation_marks.txt`."""
    lines = files(__package__).joinpath("quotation_marks.txt").read_text("utf-8").splitlines()
    rows = [line.split() for line in lines if line and not line.startswith("#")]
    return {opening: "".join(closing) for opening, *closing in rows}


OPENING = _load()
CLOSING = frozenset("".join(OPENING.values()))
MARKS = CLOSING.union(OPENING)


@dataclass(frozen=True, slots=True)
class Quotation:
    """A stretch with its marks; `closed` is false if the paragraph ended before it did."""

    span: Span
    closed: bool


def quotations(text: str) -> tuple[Quotation, ...]:
    """Return the outermost quotations of `text` in order."""
    return tuple(one for part in paragraphs(text) for one in _in_paragraph(text, part))


def _in_paragraph(text: str, part: Span) -> Iterator[Quotation]:
    opened: list[tuple[int, str]] = []
    for at in range(part.begin, part.end):
        mark = text[at]
        if mark not in MARKS or _is_apostrophe(text, at):
            continue
        if opened and mark in OPENING[opened[-1][1]] and not _must_open(text, at, mark):
            begin, _ = opened.pop()
            if not opened:
                yield Quotation(Span(begin, at + 1), closed=True)
        elif mark in OPENING and _may_open(text, at, mark):
            opened.append((at, mark))
    if opened:
        end = part.begin + len(part.of(text).rstrip())
        yield Quotation(Span(opened[0][0], end), closed=False)


def _is_apostrophe(text: str, at: int) -> bool:
    """Return whether the single mark at `at` stands within a word."""
    inside = 0 < at < len(text) - 1 and text[at - 1].isalnum() and text[at + 1].isalnum()
    return text[at] in "’‘" and inside


def _starts_word(text: str, at: int) -> bool:
    """Return whether something begins right after `at` and nothing ends right before it."""
    before = text[at - 1] if at else " "
    after = text[at + 1] if at + 1 < len(text) else " "
    return not before.isalnum() and before not in ".,!?…" and not after.isspace()


def _must_open(text: str, at: int, mark: str) -> bool:
    """Return whether a mark that could close can only open here: `" "`."""
    before = text[at - 1] if at else " "
    opens = mark in OPENING and unicodedata.category(mark) in ("Po", "Pf")
    return opens and before.isspace() and _starts_word(text, at)


def _may_open(text: str, at: int, mark: str) -> bool:
    """Return whether a mark opens: an initial one anywhere, others at a word's start."""
    return unicodedata.category(mark) in ("Pi", "Ps") or _starts_word(text, at)
