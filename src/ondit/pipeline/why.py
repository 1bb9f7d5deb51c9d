"""Why each carrier's words count as the claim: its statement beside the one it was made from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ondit.records import Document
from ondit.records.trace import Match, Ref, Step, Trail
from ondit.trace.match import Compared
from ondit.trace.model import Model, models
from ondit.trace.pair import compare, facts
from ondit.trace.relation import match
from ondit.trace.sheet import Sheet, sheet


def matches(trails: Iterable[Trail], documents: Mapping[str, Document]) -> dict[Ref, Match]:
    """Return for each carrier that has a claim from an article in the archive how the words of
    both are related, and why."""
    ways = [(one, one.parent) for trail in trails for one in trail.steps if one.parent]
    names = {ref.article for step, parent in ways for ref in (step.child, parent)}
    sheets = {name: sheet(documents[name]) for name in names}
    by = models().claim
    return {step.child: _match(step, parent, sheets, by) for step, parent in ways}


def _match(step: Step, parent: Ref, sheets: Mapping[str, Sheet], by: Model) -> Match:
    """Compare two statements as tracing did, the article with the smaller id first."""
    one, other = sorted((step.child, parent))
    comparison = compare(sheets[one.article], sheets[other.article])
    cell = facts(comparison, _at(comparison.one, one), _at(comparison.other, other))
    return match(Compared(comparison, (cell,)), cell, step.relay.probability, by, step)


def _at(its: Sheet, ref: Ref) -> int:
    return next(at for at, one in enumerate(its.profiles) if one.place == ref.place)
