"""One difference between a statement and the one it retells, as a number that has a name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ondit.records import Span


@dataclass(frozen=True, slots=True)
class Turn:
    """One difference: how much of it, and the words of parent and child it is seen in."""

    name: str
    value: float
    before: tuple[Span, ...] = ()
    after: tuple[Span, ...] = ()


def exchanged(name: str, before: Sequence[Span], after: Sequence[Span]) -> Iterable[Turn]:
    """Yield what came for something else, what was lost and what came besides."""
    spans = tuple(before), tuple(after)
    both = bool(before and after)
    yield Turn(name, float(both), *spans)
    yield Turn(f"{name}_lost", float(bool(before) and not both), spans[0])
    yield Turn(f"{name}_gained", float(bool(after) and not both), (), spans[1])
