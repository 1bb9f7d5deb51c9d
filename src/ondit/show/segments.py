"""Splits a text at every border of a span, since spans nest and overlap and markup must not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from ondit.records import Attribution, Reading, Span


class Role(StrEnum):
    """What a part of an attribution is in it."""

    SOURCE = "source"
    CUE = "cue"
    CONTENT = "content"
    CONDITION = "condition"


@dataclass(frozen=True, slots=True)
class Part:
    """One span of one attribution; `depth` counts what the attribution lies in."""

    attribution: int
    depth: int
    role: Role
    span: Span


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text in which nothing begins or ends, and the parts that it belongs to.

    `parts` are sorted from the innermost attribution outwards.
    """

    span: Span
    parts: tuple[Part, ...]


def parts(reading: Reading) -> tuple[Part, ...]:
    """Return every span of every attribution of `reading`."""
    return tuple(
        Part(one.id, len(reading.chain(one)) - 1, role, span)
        for one in reading.attributions
        for role, spans in _roles(one)
        for span in spans
    )


def segments(marked: Iterable[Part], within: Span) -> Iterator[Segment]:
    """Yield the segments of `within` in order; together they cover it exactly."""
    here = [part for part in marked if _overlap(part.span, within)]
    borders = {within.begin, within.end}
    for part in here:
        borders |= {max(part.span.begin, within.begin), min(part.span.end, within.end)}
    ordered = sorted(borders)
    for begin, end in pairwise(ordered):
        span = Span(begin, end)
        inside = (part for part in here if part.span.contains(span))
        yield Segment(span, tuple(sorted(inside, key=_outwards)))


def anchor(attribution: Attribution) -> Span:
    """Return where an attribution is met in the text: its cue, else its source, else content."""
    return (attribution.cue or attribution.source or attribution.content)[0]


def _roles(one: Attribution) -> tuple[tuple[Role, tuple[Span, ...]], ...]:
    return (
        (Role.SOURCE, one.source),
        (Role.CUE, one.cue),
        (Role.CONTENT, one.content),
        (Role.CONDITION, one.condition),
    )


def _overlap(one: Span, other: Span) -> bool:
    return one.begin < other.end and other.begin < one.end


def _outwards(part: Part) -> tuple[int, bool, int]:
    """Sort by depth; of one attribution, what lies in its content before the content."""
    return -part.depth, part.role is Role.CONTENT, part.attribution
