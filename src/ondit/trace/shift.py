"""What a retelling changed against what it retells, with the words of both."""

from __future__ import annotations

from collections.abc import Sequence

from ondit.records import Span
from ondit.records.trace import Ref, Shift, ShiftKind
from ondit.trace.model import Model
from ondit.trace.sheet import Sheet
from ondit.trace.turn import Turn, turns

LIKELY = 0.35
"""Probability from which a difference is a shift: the F1 of all shifts in the relay families,
each left out of the fit in turn, is highest from 0.3 to 0.4."""


def shifts(
    parent: tuple[Sheet, int], child: tuple[Sheet, int], by: Sequence[tuple[ShiftKind, Model]]
) -> tuple[Shift, ...]:
    """Return what profile `child` changed against profile `parent`, by kind."""
    (first, i), (second, j) = parent, child
    before, after = first.profiles[i], second.profiles[j]
    found = turns(before, after)
    values = [one.value for one in found]
    refs = Ref(first.id, before.place), Ref(second.id, after.place)
    result = []
    for kind, model in by:
        chance = float(model.probabilities([values])[0])
        seen = _seen(kind, found)
        if chance >= LIKELY and seen:
            words = _words(kind, seen, first.text, second.text)
            spans = seen.before, seen.after
            result.append(Shift(kind, *refs, *spans, words, round(chance, 3)))
    return tuple(result)


def _seen(kind: ShiftKind, found: Sequence[Turn]) -> Turn | None:
    """Return the difference that a shift of this kind is seen in."""
    own = [one for one in found if one.kind is kind and one.value > 0]
    return max(own, key=lambda one: one.value, default=None)


def _words(kind: ShiftKind, seen: Turn, first: str, second: str) -> str:
    return f"{kind}: {_of(seen.before, first)} -> {_of(seen.after, second)}"


def _of(spans: tuple[Span, ...], text: str) -> str:
    return ", ".join(one.of(text) for one in spans) or "nothing"
