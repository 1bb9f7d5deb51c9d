"""Where a claim began: its way back along the relays, and the articles at which it ends."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from ondit.records import Via
from ondit.records.bond import Card, Kin, Telling
from ondit.records.trace import Claim, Flag, Origin, Ref, Relay, Step
from ondit.trace.card import telling
from ondit.trace.moment import moment
from ondit.trace.pair import EXACT, HEARD, alike_names

SAME_DAY = 24.0
"""Hours within which two that name one source may have heard it at one occasion."""

MANY = 4
"""Carriers from which one origin makes a claim look more confirmed than it is."""

NOBODY = frozenset({Via.ANONYMOUS, Via.GROUP, Via.NONE})
"""Kinds of sources that nobody can be asked by."""

Chances = Mapping[tuple[Ref, Ref], float]


def steps(
    claim: Claim, relays: Mapping[str, Sequence[Relay]], chances: Chances
) -> tuple[Step, ...]:
    """Return for each carrier that has the claim from another the step that it came by.

    `relays` are those that lead to an article; of several parents that carry the claim the one
    whose words are likest counts.
    """
    by_article: dict[str, list[Ref]] = {}
    for one in claim.carriers:
        by_article.setdefault(one.article, []).append(one)
    found = []
    for article, own in sorted(by_article.items()):
        ways = [
            (relay.probability * _chance(chances, mine, its), its, mine, relay)
            for relay in relays.get(article, ())
            for its in by_article.get(relay.parent or "", ())
            for mine in own
        ]
        if ways:
            _, its, mine, relay = max(ways, key=lambda way: way[:3])
            found.append(Step(mine, its, relay))
    return tuple(found)


def inferred(
    claim: Claim,
    reached: Collection[str],
    kins: Mapping[str, Kin],
    cards: Mapping[str, Card],
) -> tuple[Step, ...]:
    """Return steps for carriers that no relay leads to, though they are no origins: another
    outlet tells what they state, or a source of days before does.

    Of the relays that are not likely by themselves the likeliest is taken.
    """
    places = {one.article: one for one in reversed(claim.carriers)}
    found = []
    for article in sorted(places.keys() - set(reached)):
        mine = places[article]
        ways = [
            (relay.probability, its, relay)
            for relay in kins[article].doubtful
            if (its := places.get(relay.parent or "")) and _secondhand(mine, its, cards)
        ]
        if ways:
            _, its, relay = max(ways, key=lambda way: way[:2])
            found.append(Step(mine, its, relay))
    return tuple(found)


def _secondhand(mine: Ref, its: Ref, cards: Mapping[str, Card]) -> bool:
    own, other = _telling(cards, mine), _telling(cards, its)
    hours = _hours(its, mine, cards)
    again = hours > SAME_DAY and alike_names(own.source, other.source) >= HEARD
    return bool(own.relays) or again


def _telling(cards: Mapping[str, Card], ref: Ref) -> Telling:
    return telling(cards[ref.article], ref)


def _hours(one: Ref, other: Ref, cards: Mapping[str, Card]) -> float:
    """Return the hours from the publishing of the one to that of the other."""
    mine, its = (moment(cards[ref.article].published) for ref in (one, other))
    return mine.hours_to(its)


def ghost_step(carrier: Ref, its: Card, relays: Sequence[Relay]) -> Step | None:
    """Return the step from an outlet that a carrier is told by and that is not there, if any."""
    names = telling(its, carrier).relays
    found = (one for one in relays if one.parent is None and one.outlet in names)
    relay = next(found, None)
    return Step(carrier, None, relay) if relay else None


def origins(claim: Claim, ways: Sequence[Step], cards: Mapping[str, Card]) -> tuple[Origin, ...]:
    """Return the carriers that have the claim from no other article, the earliest first."""
    reached = {one.child.article for one in ways if one.parent}
    ghosts = {one.child.article: one.relay.outlet for one in ways if one.parent is None}
    first: dict[str, Ref] = {}
    for one in claim.carriers:
        if one.article not in reached:
            first.setdefault(one.article, one)
    order = sorted(first.values(), key=lambda one: (_earliest(cards[one.article]), one))
    found: list[Origin] = []
    for one in order:
        own = _origin(one, _telling(cards, one), ghosts.get(one.article))
        witnesses = tuple(its.carrier for its in found if _together(own, its, cards))
        found.append(Origin(one, own.sources, own.unnamed, witnesses, own.ghost))
    return tuple(found)


def flags(found: Sequence[Origin], carriers: int) -> tuple[Flag, ...]:
    """Return what a reader should beware of."""
    independent = [one for one in found if not one.witnesses]
    flagged = (
        (Flag.CIRCULAR, carriers >= MANY and len(independent) == 1),
        (Flag.UNNAMED_ORIGIN, all(one.unnamed for one in found)),
        (Flag.ORIGIN_MISSING, all(one.ghost for one in found)),
    )
    return tuple(flag for flag, holds in flagged if holds)


def depth(ways: Sequence[Step]) -> int:
    """Return the number of steps of the longest way from an origin."""
    parents = {one.child.article: one.parent.article for one in ways if one.parent}
    return max((_length(article, parents) for article in parents), default=0)


def _length(article: str, parents: Mapping[str, str]) -> int:
    seen = {article}
    while (before := parents.get(article)) and before not in seen:
        seen.add(before)
        article = before
    return len(seen) - 1


def _chance(chances: Chances, one: Ref, other: Ref) -> float:
    """Return how likely two are one claim; a pair that was not looked at got there by others."""
    return chances.get((min(one, other), max(one, other)), 0.01)


def _earliest(one: Card) -> float:
    return moment(one.published).earliest


def _origin(carrier: Ref, its: Telling, ghost: str | None) -> Origin:
    sources = (its.source,) if its.source else ()
    told = its.via is not None and (its.via in NOBODY or not sources)
    return Origin(carrier, sources, unnamed=told, ghost=ghost)


def _together(one: Origin, other: Origin, cards: Mapping[str, Card]) -> bool:
    if abs(_hours(one.carrier, other.carrier, cards)) > SAME_DAY or one.unnamed or other.unnamed:
        return False
    return any(alike_names(a, b) >= EXACT for a in one.sources for b in other.sources)
