"""Why each carrier's words count as the claim: its statement beside the one it was made from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from ondit.records import Document
from ondit.records.trace import Match, Ref, Step, Trail
from ondit.trace.match import Compared
from ondit.trace.model import models
from ondit.trace.pair import compare, facts
from ondit.trace.relation import match
from ondit.trace.sheet import Sheet, sheet


def matches(trails: Iterable[Trail], documents: Mapping[str, Document]) -> dict[Ref, Match]:
    """Return for each carrier that has a claim from an article in the archive how the words of
    both are related, and why."""
    ways = [(one, one.parent) for trail in trails for one in trail.steps if one.parent]
    names = {ref.article for step, parent in ways for ref in (step.child, parent)}
    sheets = {name: replace(sheet(documents[name]), id=name) for name in names}
    return {
        step.child: beside(step.child, parent, sheets, step.relay.probability, step)
        for step, parent in ways
    }


def beside(
    one: Ref, other: Ref, sheets: Mapping[str, Sheet], relay: float = 0.0, step: Step | None = None
) -> Match:
    """Return how two statements are related; `relay` and `step` are as in `relation.match`."""
    # Tracing compares the article with the smaller id first.
    first, second = sorted((one, other))
    comparison = compare(sheets[first.article], sheets[second.article])
    cell = facts(comparison, _at(comparison.one, first), _at(comparison.other, second))
    return match(Compared(comparison, (cell,)), cell, relay, models().claim, step)


def _at(its: Sheet, ref: Ref) -> int:
    return next(at for at, one in enumerate(its.profiles) if one.place == ref.place)
