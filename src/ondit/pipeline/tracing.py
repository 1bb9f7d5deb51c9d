"""Tracing over an archive: the trail of an article's claims, of a text's, or of all."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ondit.errors import ArchiveError
from ondit.read.sentence import SentenceEncoder
from ondit.records import Document
from ondit.records.archived import Hit, Selection
from ondit.records.position import Position
from ondit.records.trace import Ref, Trail
from ondit.store.archive import Archive
from ondit.trace.position import positions as positions_of
from ondit.trace.tracer import trace

NEAR = 0.78
"""Cosine from which a content is about a subject: in Russian, English and Chinese, claims on one
subject lie at 0.75 to 0.82 to each other, the same claim at 0.86 to 0.88."""

SHARED = 2
"""Articles that must carry a claim for it to have gone anywhere."""


@dataclass(frozen=True, slots=True)
class Traced:
    """The trails that were asked for, and the documents of their articles by id."""

    trails: tuple[Trail, ...]
    documents: dict[str, Document]


def claims(url: str, limit: int) -> Traced:
    """Return the claims that most articles carry, at most `limit`.

    Raise ArchiveError if there is no archive.
    """
    documents = _documents(url)
    return Traced(tuple(_travelled(documents)[:limit]), documents)


def trails(url: str, what: str) -> Traced:
    """Return the trails of the claims of an article, by its id or URL, the trail of one claim, by
    its id, or that of the claim which comes nearest in meaning to a text.

    Raise ArchiveError if there is no archive, or nothing in it that goes by that name.
    """
    documents = _documents(url)
    found = _travelled(documents)
    named = [one for one in found if one.claim.id == what]
    if not named and (article := _article(url, documents, what)):
        named = [one for one in found if article in _articles(one)]
        if not named:
            raise ArchiveError(
                f"{what}: no other article in the archive carries what it says", "add more articles"
            )
    return Traced(tuple(named or [_nearest(documents, found, what)]), documents)


def positions(url: str, selection: Selection, on: str | None) -> tuple[Position, ...]:
    """Return what a source said over time, each thing once however many report it; with `on` only
    what is near in meaning to a subject.

    Raise ArchiveError if there is no archive, WeightsError if there is no model for `on`.
    """
    with Archive(url, create=False) as archive:
        if on is None:
            hits = archive.search(selection)
        else:
            vector = SentenceEncoder().vectors([on])[0]
            hits = [hit for hit in archive.like(vector, selection) if hit.score >= NEAR]
        kept = {id_: archive.document(id_) for id_ in dict.fromkeys(hit.article.id for hit in hits)}
    told = [_ref(kept[hit.article.id], hit) for hit in hits]
    documents = {one.reading.article.id: one for one in kept.values()}
    return positions_of(told, documents, trace(kept.values()).trails)


def _ref(document: Document, hit: Hit) -> Ref:
    """Return the statement that a hit is."""
    numbers = [one.attribution for one in document.statements]
    return Ref(document.reading.article.id, numbers.index(hit.attribution.id))


def _documents(url: str) -> dict[str, Document]:
    """Return all documents of an archive by the ids that tracing knows them by."""
    with Archive(url, create=False) as archive:
        rows = archive.list(Selection())
        found = (archive.document(row.id) for row in list(rows))
        return {one.reading.article.id: one for one in found}


def _travelled(documents: dict[str, Document]) -> list[Trail]:
    """Return the trails of claims that several articles carry, those of the most first."""
    found = [one for one in trace(documents.values()).trails if one.carriers >= SHARED]
    return sorted(found, key=lambda one: (-one.carriers, len(one.origins), one.claim.id))


def _article(url: str, documents: dict[str, Document], what: str) -> str | None:
    """Return the article of this id, which may be that of its text or the archive's, or URL."""
    for name, document in documents.items():
        if what in (name, document.reading.article.url):
            return name
    with Archive(url, create=False) as archive:
        held = list(archive.list(Selection(articles=(what,))))
        return archive.document(what).reading.article.id if held else None


def _articles(trail: Trail) -> set[str]:
    return {one.article for one in trail.claim.carriers}


def _nearest(documents: dict[str, Document], found: Iterable[Trail], text: str) -> Trail:
    vector = SentenceEncoder().vectors([text])[0]

    def likeness(ref: Ref) -> float:
        return float(documents[ref.article].vectors[ref.place] @ vector)

    def nearness(trail: Trail) -> float:
        return max(likeness(one) for one in trail.claim.carriers)

    best = max(found, key=lambda one: (nearness(one), one.claim.id), default=None)
    if best is None:
        raise ArchiveError(
            "no claim in the archive is carried by two articles", "add more articles"
        )
    return best
