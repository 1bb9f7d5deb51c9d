"""The stage's entrance for documents in memory: from all of them to the trails of their claims.

An archive's are followed as they come instead (`upkeep`), with the same result.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from ondit.records import Document
from ondit.records.bond import Bond, Card, Lead
from ondit.records.trace import Ref, Shift, Tracing
from ondit.trace.bond import Chances, bond, chances, disputes
from ondit.trace.card import card
from ondit.trace.claim import claims
from ondit.trace.index import Memory
from ondit.trace.match import Compared, compared
from ondit.trace.model import Models, models
from ondit.trace.relation import disputes as disputed_claims
from ondit.trace.relay import kin, linked, relays
from ondit.trace.sheet import Sheet
from ondit.trace.tie import tied
from ondit.trace.trail import Known, changed, trail


def trace(documents: Iterable[Document]) -> Tracing:
    """Return the relays and trails of documents; their order plays no part."""
    index = Memory(documents)
    found = compared(index, [one.id for one in index.sheets])
    return tracing({one.id: one for one in index.sheets}, found, models())


def tracing(sheets: Mapping[str, Sheet], found: Sequence[Compared], by: Models) -> Tracing:
    """Return the relays and trails of articles that were compared."""
    bonds = [bond(one, by) for one in found]
    known = _known(sheets, bonds, by)
    all_claims = claims(known.chances)
    pairs = (pair for one in bonds for pair in disputes(one))
    disputed = disputed_claims(pairs, all_claims)
    trails = (
        replace(trail(one, known), disputed=tuple(sorted(disputed.get(one.id, ()))))
        for one in all_claims
    )
    ordered = tuple(one for name in sorted(sheets) for one in known.relays[name])
    return Tracing(ordered, tuple(trails))


def _known(sheets: Mapping[str, Sheet], bonds: Sequence[Bond], by: Models) -> Known:
    cards = {name: card(one) for name, one in sheets.items()}
    leads: dict[str, list[tuple[Card, Lead]]] = defaultdict(list)
    for one in bonds:
        if one.back:
            leads[one.one].append((cards[one.other], one.back))
        if one.forth:
            leads[one.other].append((cards[one.one], one.forth))
    rows = {name: tied(its, leads[name]) for name, its in cards.items()}
    kins = {name: kin(row, by.tie) for name, row in rows.items()}
    chance = linked([row for row in rows.values() if row], by.tie)
    likely: Chances = {}
    for one in bonds:
        likely |= chances(one, chance.get((one.one, one.other), 0.0), by.claim)

    def told(parent: Ref, child: Ref) -> tuple[Shift, ...]:
        return changed((sheets[parent.article], parent), (sheets[child.article], child), by)

    found = {name: relays(own, kins) for name, own in cards.items()}
    return Known(cards, found, kins, likely, told)
