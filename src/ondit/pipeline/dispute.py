"""Which words of two claims dispute each other, and why."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from ondit.pipeline.tracing import told
from ondit.pipeline.why import beside
from ondit.records import Document
from ondit.records.trace import Match, Relation, Trail
from ondit.trace.sheet import sheet

DISPUTES = frozenset({Relation.DENIES, Relation.CONTRADICTS})


def disputes(
    url: str, trails: Iterable[Trail], documents: Mapping[str, Document]
) -> tuple[dict[tuple[str, str], Match], dict[str, Document]]:
    """Return for each claim and each that disputes it their likest words that do, by both ids, and
    `documents` with those of the articles that dispute.

    Raise ArchiveError if there is no archive any more.
    """
    disputed = [one for one in trails if one.disputed]
    if not disputed:
        return {}, dict(documents)
    against = told(url, {other for one in disputed for other in one.disputed})
    others = {one.claim.id: one for one in against.trails}
    known = {**documents, **against.documents}
    found = {
        (one.claim.id, other): _likest(one, others[other], known)
        for one in disputed
        for other in one.disputed
        if other in others
    }
    return {ids: its for ids, its in found.items() if its}, known


def _likest(one: Trail, other: Trail, documents: Mapping[str, Document]) -> Match | None:
    refs = {*one.claim.carriers, *other.claim.carriers}
    names = {ref.article for ref in refs}
    sheets = {name: replace(sheet(documents[name]), id=name) for name in names}
    pairs = ((a, b) for a in one.claim.carriers for b in other.claim.carriers)
    found = (beside(a, b, sheets) for a, b in pairs if a.article != b.article)
    disputing = (one for one in found if one.relation in DISPUTES)
    return max(disputing, key=lambda its: (its.probability, its.one, its.other), default=None)
