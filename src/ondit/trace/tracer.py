"""The stage's one entrance: from documents to the trails of their claims."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from ondit.records import Document
from ondit.records.trace import Claim, Ref, Relay, Step, Tracing, Trail
from ondit.trace.claim import SEEN, claims
from ondit.trace.index import Memory
from ondit.trace.match import Compared, compared, same
from ondit.trace.model import Models, models
from ondit.trace.origin import depth, flags, ghost_step, inferred, origins, steps
from ondit.trace.relation import disputes
from ondit.trace.relay import doubtful, ghosts, linked, parents
from ondit.trace.sheet import Sheet
from ondit.trace.shift import shifts
from ondit.trace.tie import Tie, sides, ties

Chances = dict[tuple[Ref, Ref], float]


def trace(documents: Iterable[Document]) -> Tracing:
    """Return the relays and trails of documents; their order plays no part."""
    index = Memory(documents)
    found = compared(index, [one.id for one in index.sheets])
    return tracing({one.id: one for one in index.sheets}, found, models())


def tracing(sheets: Mapping[str, Sheet], found: Sequence[Compared], by: Models) -> Tracing:
    """Return the relays and trails of articles that were compared."""
    tied = relations(found, by)
    relays = related(sheets, tied, by)
    chances = likely(found, linked(tied, by.tie), by)
    weak = {row[0].child.id: doubtful(row, by.tie) for row in tied if row}
    all_claims = claims(chances)
    known = Known(sheets, relays, weak, chances, disputes(found, all_claims), by)
    trails = tuple(trail(one, known) for one in all_claims)
    ordered = tuple(one for name in sorted(relays) for one in relays[name])
    return Tracing(ordered, trails)


def relations(found: Sequence[Compared], by: Models) -> list[list[Tie]]:
    """Return for each article the ties to those that it may be made from."""
    views = defaultdict(list)
    for one in found:
        for side in sides(one.comparison, same(one, by.match)):
            views[side.own.id].append(side)
    return [ties(views[name]) for name in sorted(views)]


def related(
    sheets: Mapping[str, Sheet], tied: Sequence[Sequence[Tie]], by: Models
) -> dict[str, list[Relay]]:
    """Return the relays that lead to each article."""
    found = {row[0].child.id: parents(row, by.tie) for row in tied if row}
    found = _one_way(found)
    for name, sheet in sheets.items():
        outlets = [one.outlet or "" for one in found.get(name, [])]
        found[name] = [*found.get(name, []), *ghosts(sheet, outlets)]
    return found


def likely(
    found: Sequence[Compared], relays: Mapping[tuple[str, str], float], by: Models
) -> Chances:
    """Return how likely each two statements are one claim, where that is likely at all."""
    chances = {}
    for one in found:
        a, b = one.comparison.one, one.comparison.other
        table = same(one, by.claim, relays.get((a.id, b.id), 0.0))
        for i, j in np.argwhere(table >= SEEN):
            refs = Ref(a.id, a.profiles[i].place), Ref(b.id, b.profiles[j].place)
            chances[refs] = float(table[i, j])
    return chances


@dataclass(frozen=True, slots=True, eq=False)
class Known:
    """What trails are made of: the articles, the relays that lead to each, those that are not
    likely by themselves, how likely each two statements are one claim, and which claims dispute
    each other."""

    sheets: Mapping[str, Sheet]
    relays: Mapping[str, Sequence[Relay]]
    doubtful: Mapping[str, Sequence[Relay]]
    chances: Chances
    disputed: Mapping[str, frozenset[str]]
    models: Models


def trail(claim: Claim, known: Known) -> Trail:
    """Return all that is known of a claim."""
    sheets = known.sheets
    ways = _ways(claim, known)
    articles = sorted({one.article for one in claim.carriers})
    begun = origins(claim, ways, sheets)
    return Trail(
        claim=claim,
        origins=begun,
        steps=tuple(ways),
        carriers=len(articles),
        outlets=len({sheets[one].outlet or one for one in articles}),
        languages=len({sheets[one].language for one in articles}),
        depth=depth(ways),
        flags=flags(begun, len(articles)),
        disputed=tuple(sorted(known.disputed.get(claim.id, ()))),
    )


def _ways(claim: Claim, known: Known) -> list[Step]:
    """Return a step for each carrier that has the claim from another article, there or not."""
    found = list(steps(claim, known.relays, known.chances))
    reached = {one.child.article for one in found}
    found += inferred(claim, reached, known.doubtful, known.sheets)
    ways = [_changed(one, known.sheets, known.models) for one in found]
    reached = {one.child.article for one in ways}
    for one in claim.carriers:
        if one.article not in reached:
            sheet, relays = known.sheets[one.article], known.relays.get(one.article, ())
            ghost = ghost_step(one, sheet, relays)
            reached |= {one.article} if ghost else set()
            ways += [ghost] if ghost else []
    return ways


def _one_way(found: dict[str, list[Relay]]) -> dict[str, list[Relay]]:
    """Return the relays without the less likely of two that run both ways."""
    chances = {(r.child, r.parent or ""): r.probability for row in found.values() for r in row}

    def stays(one: Relay) -> bool:
        parent = one.parent or ""
        back = chances.get((parent, one.child), 0.0)
        return (one.probability, one.child) >= (back, parent) or not back

    return {name: [one for one in row if stays(one)] for name, row in found.items()}


def _changed(step: Step, sheets: Mapping[str, Sheet], by: Models) -> Step:
    if step.parent is None:
        return step
    parent, child = sheets[step.parent.article], sheets[step.child.article]
    places = _place(parent, step.parent), _place(child, step.child)
    return replace(step, shifts=shifts((parent, places[0]), (child, places[1]), by.shifts))


def _place(sheet: Sheet, ref: Ref) -> int:
    return next(i for i, one in enumerate(sheet.profiles) if one.place == ref.place)
