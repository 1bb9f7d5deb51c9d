"""From candidates to attributions: one for each, nested, in the order of the text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from ondit.read.candidate import Candidate
from ondit.read.pieces import Page, visible
from ondit.records import Act, Attribution, Form, Span, Via

SAME_CONTENT = 0.5
"""Overlap (intersection over union) from which two anchors on one cue are one attribution;
the benchmarks align attributions by the same measure."""

WITHIN = 0.9
"""Part of a content that must lie in another's for it to be nested there."""

QUOTED = 0.9
"""Part of a content within quotation marks from which it is direct."""


@dataclass(frozen=True, slots=True)
class Calibration:
    """A logistic regression on a candidate's evidence, fitted on held-out texts, and the
    probability below which a candidate is not shown."""

    weights: tuple[float, float, float]
    bias: float
    threshold: float

    def probability(self, evidence: Sequence[float]) -> float:
        """Return how likely a candidate with this evidence is right."""
        logit = float(np.dot(self.weights, evidence)) + self.bias
        return float(1 / (1 + np.exp(-np.clip(logit, -30, 30))))


@dataclass(frozen=True, slots=True)
class _Draft:
    """An attribution before it has a number and a parent; `body` are its content's places."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    condition: tuple[Span, ...]
    act: Act
    via: Via
    probability: float
    body: frozenset[int]

    @property
    def begin(self) -> int:
        return min(spans[0].begin for spans in (self.source, self.cue, self.content) if spans)

    @property
    def head(self) -> frozenset[int]:
        """The places of the cue, or without one of the source."""
        return frozenset(at for s in self.cue or self.source for at in range(s.begin, s.end))

    def apart(self, other: _Draft) -> bool:
        """Return whether one's content ends before the other's begins."""
        return (
            self.content[-1].end <= other.content[0].begin
            or other.content[-1].end <= self.content[0].begin
        )


def decode(
    page: Page, candidates: Iterable[Candidate], calibration: Calibration
) -> tuple[Attribution, ...]:
    """Return the attributions that the candidates amount to."""
    drafts = []
    for candidate in candidates:
        probability = calibration.probability(candidate.evidence)
        if probability >= calibration.threshold:
            draft = _draft(page, candidate, probability)
            if draft:
                drafts.append(draft)
    kept = sorted(_distinct(drafts), key=lambda one: (one.begin, -len(one.body), one.cue))
    parents = _parents(kept)
    return tuple(_finish(page, one, i, parents[i]) for i, one in enumerate(kept))


def _draft(page: Page, candidate: Candidate, probability: float) -> _Draft | None:
    content = page.content(page.told(candidate.content, candidate.anchor))
    body = visible(page.text, content)
    if not any(page.text[at].isalnum() for at in body):
        return None
    source = _outside(page.phrase(candidate.source), body)
    cue = _outside(page.phrase(candidate.cue), body)
    condition = tuple(
        one for one in page.words(candidate.condition) if any(c.contains(one) for c in content)
    )
    return _Draft(source, cue, content, condition, candidate.act, candidate.via, probability, body)


def _outside(spans: Iterable[Span], body: frozenset[int]) -> tuple[Span, ...]:
    """Return the spans that do not touch the content."""
    return tuple(one for one in spans if body.isdisjoint(range(one.begin, one.end)))


def _distinct(drafts: list[_Draft]) -> list[_Draft]:
    """Leave out drafts that say the same as a more probable one."""
    kept: list[_Draft] = []
    for draft in sorted(drafts, key=lambda one: (-one.probability, one.begin)):
        if not any(_same(draft, other) for other in kept):
            kept.append(draft)
    return kept


def _same(one: _Draft, other: _Draft) -> bool:
    if one.apart(other):
        return False
    overlap = len(one.body & other.body) / len(one.body | other.body)
    if overlap < SAME_CONTENT:
        return False
    if one.head and other.head:
        return not one.head.isdisjoint(other.head) and (
            one.source == other.source or bool(one.cue) == bool(other.cue)
        )
    return one.head == other.head


def _parents(drafts: Sequence[_Draft]) -> list[int | None]:
    """Return for each draft the place of the smallest other one whose content it lies in."""
    parents: list[int | None] = [None] * len(drafts)
    for i, one in enumerate(drafts):
        around = [j for j, other in enumerate(drafts) if j != i and _encloses(other, one, j < i)]
        around.sort(key=lambda j: (len(drafts[j].body), -j))
        parents[i] = next((j for j in around if i not in _upwards(parents, j)), None)
    return parents


def _upwards(parents: Sequence[int | None], place: int) -> list[int]:
    """Return `place` and all that it lies in."""
    above: list[int] = []
    at: int | None = place
    while at is not None:
        above.append(at)
        at = parents[at]
    return above


def _encloses(outer: _Draft, inner: _Draft, first: bool) -> bool:
    """Return whether `inner` is told within `outer`; of two with one content that is the one
    that comes first in the text ("X, citing Y, reports that Q")."""
    if outer.apart(inner):
        return False
    common = len(outer.body & inner.body)
    if common < WITHIN * len(inner.body):
        return False
    if common < WITHIN * len(outer.body):
        return True
    if inner.head and inner.head <= outer.body:
        return True
    return first and not (outer.head and outer.head <= inner.body)


def _finish(page: Page, draft: _Draft, number: int, parent: int | None) -> Attribution:
    return Attribution(
        id=number + 1,
        parent=None if parent is None else parent + 1,
        source=draft.source,
        cue=draft.cue,
        content=draft.content,
        condition=draft.condition,
        act=draft.act,
        via=draft.via,
        form=_form(page, draft.body),
        probability=round(draft.probability, 3),
    )


def _form(page: Page, body: frozenset[int]) -> Form:
    """Say how much of the content stands in quotation marks."""
    quoted = len(body & page.within)
    if quoted >= QUOTED * len(body):
        return Form.DIRECT
    return Form.MIXED if quoted else Form.INDIRECT
