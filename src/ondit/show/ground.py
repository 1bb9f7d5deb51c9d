"""What each conclusion about a carrier rests on, in words and with the places in the texts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ondit.records import Document, Span
from ondit.records.trace import Evidence, Match, Origin, Ref, Shift, Step, Trail
from ondit.show.branch import Branch, outlet
from ondit.show.trail import NOTHING
from ondit.show.wording import one_line, quoted

Documents = Mapping[str, Document]


def grounds(branch: Branch, documents: Documents, match: Match | None) -> Iterator[str]:
    """Yield for a carrier why it counts as an origin, or why as made from its parent, why both
    state the same, and each shift, with the `[begin, end)` of all words.

    `match` compares it with its parent, if that is in the archive.
    """
    if branch.origin:
        yield _origin(branch.origin, documents)
    if match:
        yield _match(match)
    if branch.step:
        yield from _step(branch.step, documents)
        yield from (_shift(one, documents) for one in branch.step.shifts)


def disputing(
    trail: Trail, documents: Documents, disputes: Mapping[tuple[str, str], Match]
) -> Iterator[str]:
    """Yield for each claim that disputes one which of its words do, and which they dispute.

    `disputes` has a match for the ids of both claims.
    """
    for other in trail.disputed:
        if found := disputes.get((trail.claim.id, other)):
            yield f"{other} {_dispute(found, trail, documents)}"


def _dispute(match: Match, trail: Trail, documents: Documents) -> str:
    own = set(trail.claim.carriers)
    mine, its = (match.one, match.other) if match.one in own else (match.other, match.one)
    there, here = (
        f"{outlet(documents[ref.article].reading.article)} "
        f"{_at(documents[ref.article].statements[ref.place].spans, ref, documents)}"
        for ref in (its, mine)
    )
    return f"{match.relation}: {there}, where the claim is told by {here}"


def _origin(origin: Origin, documents: Documents) -> str:
    ref = origin.carrier
    reading = documents[ref.article].reading
    number = documents[ref.article].statements[ref.place].attribution
    if origin.ghost:
        begun = f"origin in the archive: what it names, {one_line(origin.ghost)}, is not there"
    else:
        begun = "origin: no other article leads here"
    if number is None:
        return f"{begun}; in the article's own voice"
    one = reading.attributions[number - 1]
    parts = (("source", one.source), ("cue", one.cue))
    told = (f"{name} {_at(spans, ref, documents)}" for name, spans in parts if spans)
    return "; ".join((begun, *told))


def _match(match: Match) -> str:
    pro, contra = (
        "; ".join(
            f"{one.words} ({one.weight:+.1f})" for one in match.reasons if one.weight * side > 0
        )
        for side in (1, -1)
    )
    told = f"{match.relation} as its parent, p = {match.probability:.2f}, as {pro}"
    return f"{told}; against it: {contra}" if contra else told


def _step(step: Step, documents: Documents) -> Iterator[str]:
    relay = step.relay
    for evidence in relay.evidence:
        yield f"made from it, {evidence.kind}: {_evidence(evidence, step, documents)}"
    if relay.late:
        yield "its parent is dated after it: one of both stamps must be wrong"
    elif relay.unordered and step.parent:
        yield "the stamps do not tell which was first"


def _evidence(evidence: Evidence, step: Step, documents: Documents) -> str:
    own = _at(evidence.child, step.child, documents)
    if not evidence.parent or step.parent is None:
        return own
    return f"{own} from {_at(evidence.parent, step.parent, documents)}"


def _shift(shift: Shift, documents: Documents) -> str:
    said = f"{shift.kind}, p = {shift.probability:.2f}"
    if not shift.before and not shift.after:
        return f"{said}: read off who says it, not off words"
    before = _at(shift.before, shift.parent, documents)
    after = _at(shift.after, shift.child, documents)
    return f"{said}: {before} became {after}"


def _at(spans: tuple[Span, ...], ref: Ref, documents: Documents) -> str:
    text = documents[ref.article].reading.article.text
    found = (f"{quoted(one_line(one.of(text)))} [{one.begin}, {one.end})" for one in spans)
    return ", ".join(found) or NOTHING
