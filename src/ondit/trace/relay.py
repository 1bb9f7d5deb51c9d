"""Which article is made from which: by name, by copying, by translation, by a link.

A fitted model gives each two articles a probability; then an article keeps the parents that are
likely and that give it something no likelier parent gives, or that it names.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from ondit.records.bond import Card, Kin
from ondit.records.trace import Evidence, Relay, RelayKind
from ondit.trace.model import Model
from ondit.trace.moment import moment
from ondit.trace.outlet import likeness
from ondit.trace.tie import NAMED, Tie

LIKELY = 0.4
"""Probability from which a relay is taken for one, fitted on the relay families: where the F1 of
their edges is highest when each is left out in turn."""

DOUBTFUL = 0.02
"""Probability from which a relay is taken for one where a statement is told by some outlet or by
the same source as in an earlier article: six of seven of those in the relay families are."""

DIGITS = 6
"""Decimals of probabilities that are compared: the last bits of a sum depend on how many are
made at once, and two copies of one article must not be told apart by them."""


def chances(ties: Sequence[Tie], by: Model) -> NDArray[np.float64]:
    """Return how likely each tie is a relay."""
    found: NDArray[np.float64] = np.round(by.probabilities([one.values for one in ties]), DIGITS)
    return found


def linked(tied: Sequence[Sequence[Tie]], by: Model) -> dict[tuple[str, str], float]:
    """Return for each two articles the probability that one is made from the other."""
    found: dict[tuple[str, str], float] = {}
    for row in tied:
        for one, chance in zip(row, chances(row, by), strict=True):
            key = min(one.child.id, one.parent.id), max(one.child.id, one.parent.id)
            found[key] = max(found.get(key, 0.0), float(chance))
    return found


def kin(ties: Sequence[Tie], by: Model) -> Kin:
    """Return the relays that lead to one article."""
    likely = chances(ties, by)
    return Kin(_parents(ties, likely), _doubtful(ties, likely))


def _parents(ties: Sequence[Tie], likely: NDArray[np.float64]) -> tuple[Relay, ...]:
    """Return the relays that are likely, the likeliest first."""
    order = sorted(zip(likely, ties, strict=True), key=lambda one: (-one[0], one[1].parent.id))
    given: set[int] = set()
    found = []
    for chance, one in order:
        news = set(one.lead.given) - given
        if chance >= LIKELY and (news or one.named >= NAMED):
            given |= news
            found.append(_relay(one, float(chance)))
    return tuple(found)


def _doubtful(ties: Sequence[Tie], likely: NDArray[np.float64]) -> tuple[Relay, ...]:
    """Return the relays that could lead to the article, but are not likely by themselves."""
    return tuple(
        _relay(one, float(chance))
        for chance, one in zip(likely, ties, strict=True)
        if DOUBTFUL <= chance < LIKELY and not _before(one.child, one.parent)
    )


def relays(own: Card, kins: Mapping[str, Kin]) -> tuple[Relay, ...]:
    """Return the relays that lead to an article, those from outlets that are not there, too.

    `kins` are its own and its parents'; of two relays that run both ways the likelier stays.
    """
    found = [one for one in kins[own.id].parents if _stays(one, kins)]
    return (*found, *ghosts(own, [one.outlet or "" for one in found]))


def ghosts(own: Card, outlets: Sequence[str]) -> list[Relay]:
    """Return a relay for each outlet that an article names and that is not there.

    `outlets` are those of the articles it is made from.
    """
    found: dict[str, Relay] = {}
    for one in own.named:
        known = [name for name in (*outlets, own.outlet, *found) if name]
        if not any(likeness(one.name, name) >= NAMED for name in known):
            evidence = (Evidence(RelayKind.NAMED, (one.span,)),)
            found[one.name] = Relay(own.id, None, one.name, RelayKind.NAMED, evidence, 1.0)
    return list(found.values())


def _stays(one: Relay, kins: Mapping[str, Kin]) -> bool:
    parent = one.parent or ""
    back = (its.probability for its in kins[parent].parents if its.parent == one.child)
    return all((one.probability, one.child) >= (chance, parent) for chance in back)


def _before(one: Card, other: Card) -> bool:
    return moment(one.published).before(moment(other.published))


def _relay(one: Tie, chance: float) -> Relay:
    evidence = one.lead.evidence
    return Relay(
        child=one.child.id,
        parent=one.parent.id,
        outlet=one.parent.outlet or None,
        kind=evidence[0].kind,
        evidence=evidence,
        probability=round(chance, 3),
        late=_before(one.child, one.parent),
        unordered=not _before(one.parent, one.child),
    )
