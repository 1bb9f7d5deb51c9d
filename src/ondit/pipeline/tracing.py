"""Tracing over an archive: the trail of an article's claims, of a text's, or of all."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import cast

from ondit.errors import ArchiveError
from ondit.late import late
from ondit.read.sentence import SentenceEncoder
from ondit.records import Document
from ondit.records.archived import Hit, Selection
from ondit.records.position import Position
from ondit.records.trace import Ref, Relay, Trail
from ondit.records.travelled import Order, Wanted
from ondit.store.traces import Traces
from ondit.trace.follower import Follower, digest
from ondit.trace.index import EXACT, Index, Whole, points
from ondit.trace.model import models
from ondit.trace.position import positions as positions_of

NEAR = 0.78
"""Cosine from which a content is about a subject: in Russian, English and Chinese, claims on one
subject lie at 0.75 to 0.82 to each other, the same claim at 0.86 to 0.88."""

BATCH = 16
"""Articles that are compared between two times of writing: what a kill costs."""

_FOLLOWING = threading.Lock()
"""Held while an archive is brought up to date, so that the threads of a server don't all do it."""


@dataclass(frozen=True, slots=True)
class Traced:
    """The trails that were asked for, and the documents of their articles by the archive's ids."""

    trails: tuple[Trail, ...]
    documents: dict[str, Document]


@dataclass(frozen=True, slots=True)
class Relayed:
    """Relays, and the documents of their articles by the archive's ids."""

    relays: tuple[Relay, ...]
    documents: dict[str, Document]


def claims(
    url: str,
    limit: int,
    *,
    offset: int = 0,
    order: Order = Order.CARRIED,
    since: str | None = None,
) -> Traced:
    """Return the claims that several articles carry, at most `limit` after the first `offset`;
    with `since` those that began on that day or later.

    Raise ArchiveError if there is no archive, UsageError for a date that is none.
    """
    with _traces(url) as archive:
        return _traced(archive, archive.claims(Wanted(limit, offset, order, since)))


def trails(url: str, what: str) -> Traced:
    """Return the trails of the claims of an article, by its id or URL, the trail of one claim, by
    its id, or that of the claim which comes nearest in meaning to a text.

    Raise ArchiveError if there is no archive, or nothing in it that goes by that name.
    """
    with _traces(url) as archive:
        if found := archive.told([what]):
            return _traced(archive, found)
        article = archive.named(what)
        found = _of(archive, article) if article else [_nearest(archive, what)]
        if not found:
            raise ArchiveError(
                f"{what}: no other article in the archive carries what it says", "add more articles"
            )
        return _traced(archive, found)


def told(url: str, claims: Iterable[str]) -> Traced:
    """Return the trails of those of some claims, by their ids, that are there.

    Raise ArchiveError if there is no archive.
    """
    with _traces(url) as archive:
        return _traced(archive, archive.told(sorted(claims)))


def taking_part(url: str, article: str) -> Traced:
    """Return the trails that an article takes part in, by its id or URL, those of most carriers
    first; none if it shares nothing. Raise ArchiveError if there is no archive."""
    with _traces(url) as archive:
        known = archive.named(article)
        return _traced(archive, _of(archive, known) if known else [])


def relays(url: str, outlet: str, limit: int, *, offset: int = 0) -> Relayed:
    """Return who an outlet has its articles from, and who has theirs from it, the likeliest first.

    Raise ArchiveError if there is no archive.
    """
    with _traces(url) as archive:
        found = tuple(archive.relays(outlet, Wanted(limit, offset)))
        articles = {name for one in found for name in (one.child, one.parent) if name}
        return Relayed(found, _documents(archive, articles))


def positions(url: str, selection: Selection, on: str | None) -> tuple[Position, ...]:
    """Return what a source said over time, each thing once however many report it; with `on` only
    what is near in meaning to a subject.

    Raise ArchiveError if there is no archive, WeightsError if there is no model for `on`.
    """
    with _traces(url) as archive:
        if on is None:
            hits = archive.search(selection)
        else:
            vector = SentenceEncoder().vectors([on])[0]
            hits = [hit for hit in archive.like(vector, selection) if hit.score >= NEAR]
        documents = _documents(archive, {hit.article.id for hit in hits})
        told = [_ref(documents[hit.article.id], hit) for hit in hits]
        carried = archive.trails(set(archive.homes(documents).values()))
    return positions_of(told, documents, carried)


def follow(url: str) -> None:
    """Bring the claims of an archive up to date: what is asked of them does so, too.

    What was compared stays, if this is broken off. Raise ArchiveError if there is no archive.
    """
    with _traces(url):
        pass


@contextmanager
def _traces(url: str) -> Iterator[Traces]:
    """Open an archive whose claims are up to date."""
    with Traces(url, digest()) as archive:
        with _FOLLOWING:
            while not _follow(archive):
                # Another process wrote meanwhile: what it has found needs not be found again.
                pass
        yield archive


def _follow(archive: Traces) -> bool:
    """Compare what waits to be; return whether nothing was in the way."""
    waiting = archive.waiting()
    if not (waiting.gone or waiting.came):
        return True
    index = _index(archive)
    follower = Follower(archive, index, models())
    if waiting.gone and not archive.write(follower.leave(waiting.gone)):
        return False
    came = archive.waiting().came
    parts = (came[at : at + BATCH] for at in range(0, len(came), BATCH))
    return all(archive.write(follower.come(part)) and index.settle() for part in parts)


def _index(archive: Traces) -> Index:
    """Return an index of what has been compared: of a large archive the one beside it."""
    if archive.statements > EXACT:
        return cast("Index", late("ondit.trace.nearby", "Nearby")(archive.beside, archive))
    index = Whole()
    for one in archive.meanings():
        index.add(one.article, points(one))
    return index


def _of(archive: Traces, article: str) -> list[Trail]:
    """Return the trails of an article's claims, those of most carriers first."""
    found = archive.told(set(archive.homes([article]).values()))
    return sorted(found, key=lambda one: (-one.carriers, len(one.origins), one.claim.id))


def _nearest(archive: Traces, text: str) -> Trail:
    best = archive.nearest(SentenceEncoder().vectors([text])[0])
    if best is None:
        raise ArchiveError(
            "no claim in the archive is carried by two articles", "add more articles"
        )
    return archive.told([best])[0]


def _traced(archive: Traces, found: Iterable[Trail]) -> Traced:
    trails = tuple(found)
    articles = {ref.article for one in trails for ref in one.claim.carriers}
    return Traced(trails, _documents(archive, articles))


def _documents(archive: Traces, articles: Iterable[str]) -> dict[str, Document]:
    return {name: archive.document(name) for name in sorted(articles)}


def _ref(document: Document, hit: Hit) -> Ref:
    """Return the statement that a hit is."""
    numbers = [one.attribution for one in document.statements]
    return Ref(hit.article.id, numbers.index(hit.attribution.id))
