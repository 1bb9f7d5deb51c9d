"""A claim's trail, made of what is kept of its carriers and of their relays."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from ondit.records.bond import Card, Kin
from ondit.records.trace import Claim, Ref, Relay, Shift, Step, Trail
from ondit.trace.bond import Chances
from ondit.trace.model import Models
from ondit.trace.origin import depth, flags, ghost_step, inferred, origins, steps
from ondit.trace.sheet import Sheet
from ondit.trace.shift import shifts

Shifts = Callable[[Ref, Ref], tuple[Shift, ...]]
"""What tells what a retelling, given second, changed."""


@dataclass(frozen=True, slots=True, eq=False)
class Known:
    """What trails are made of: the articles, the relays that lead to each and those that are not
    likely by themselves, how likely each two statements are one claim, and what was changed."""

    cards: Mapping[str, Card]
    relays: Mapping[str, Sequence[Relay]]
    kins: Mapping[str, Kin]
    chances: Chances
    shifts: Shifts


def trail(claim: Claim, known: Known) -> Trail:
    """Return all that is known of a claim, but for the claims that dispute it."""
    cards = known.cards
    ways = _ways(claim, known)
    articles = sorted({one.article for one in claim.carriers})
    begun = origins(claim, ways, cards)
    return Trail(
        claim=claim,
        origins=begun,
        steps=tuple(ways),
        carriers=len(articles),
        outlets=len({cards[one].outlet or one for one in articles}),
        languages=len({cards[one].language for one in articles}),
        depth=depth(ways),
        flags=flags(begun, len(articles)),
    )


def changed(parent: tuple[Sheet, Ref], child: tuple[Sheet, Ref], by: Models) -> tuple[Shift, ...]:
    """Return what a statement changed of the one that it retells."""
    return shifts(_placed(*parent), _placed(*child), by.shifts)


def _placed(own: Sheet, ref: Ref) -> tuple[Sheet, int]:
    return own, next(i for i, one in enumerate(own.profiles) if one.place == ref.place)


def _ways(claim: Claim, known: Known) -> list[Step]:
    """Return a step for each carrier that has the claim from another article, there or not."""
    found = list(steps(claim, known.relays, known.chances))
    reached = {one.child.article for one in found}
    found += inferred(claim, reached, known.kins, known.cards)
    ways = [
        replace(one, shifts=known.shifts(one.parent, one.child)) if one.parent else one
        for one in found
    ]
    reached = {one.child.article for one in ways}
    for one in claim.carriers:
        if one.article not in reached:
            ghost = ghost_step(one, known.cards[one.article], known.relays[one.article])
            reached |= {one.article} if ghost else set()
            ways += [ghost] if ghost else []
    return ways
