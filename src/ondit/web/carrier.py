"""One that carries a claim: in which words, whose they are, and from where it has them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ondit.records import Article, Document, Span, Standing
from ondit.records.trace import Origin, Ref, Relay, Shift, Step, Trail
from ondit.show.branch import outlet
from ondit.show.stamp import brief, hours
from ondit.show.trail import changed, words
from ondit.show.wording import chain_of, sources
from ondit.web.difference import Piece, compared, shown
from ondit.web.holdings import Travelled


@dataclass(frozen=True, slots=True)
class Way:
    """How a carrier has a claim: from the article of this outlet, at its place on the page, None
    if that is not in the archive; `changes` tell what was changed."""

    outlet: str
    place: int | None
    relay: Relay
    changes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Carrier:
    """A statement that carries a claim.

    `place` is its number on the page, from 1. `id` is the archive's for its article, None if it
    has none. `source` is whose words they are, `standing` None in the article's own voice.
    `pieces` are the words, those marked that differ from what is told by `against`.
    """

    ref: Ref
    place: int
    id: str | None
    article: Article
    attribution: int | None
    words: str
    source: str
    standing: Standing | None
    origin: Origin | None
    witnesses: tuple[str, ...]
    ways: tuple[Way, ...]
    pieces: tuple[Piece, ...]
    against: str | None

    @property
    def outlet(self) -> str:
        """What its article goes by."""
        return outlet(self.article)

    @property
    def published(self) -> str:
        """When it was published, to the minute and in UTC."""
        return brief(self.article.published)


def carriers(trail: Trail, found: Travelled) -> Iterator[Carrier]:
    """Yield the carriers of a claim, the first to be published first, those without a date last."""
    ordered = sorted(trail.claim.carriers, key=lambda one: _when(one, found))
    places = {one: at for at, one in enumerate(ordered, 1)}
    first = {_article(one, found).language: one for one in reversed(ordered)}
    for ref in ordered:
        yield _carrier(ref, trail, found, places, first)


def _carrier(
    ref: Ref,
    trail: Trail,
    found: Travelled,
    places: dict[Ref, int],
    first: dict[str | None, Ref],
) -> Carrier:
    document = found.documents[ref.article]
    number = document.statements[ref.place].attribution
    steps = [one for one in trail.steps if one.child == ref]
    origin = next((one for one in trail.origins if one.carrier == ref), None)
    model = _model(ref, steps, found, first)
    source, standing = _source(document, number)
    return Carrier(
        ref=ref,
        place=places[ref],
        id=found.ids.get(ref.article),
        article=document.reading.article,
        attribution=number,
        words=words(ref, found.documents),
        source=source,
        standing=standing,
        origin=origin,
        witnesses=tuple(_outlet(one, found) for one in (origin.witnesses if origin else ())),
        ways=tuple(_way(one, found, places) for one in steps),
        pieces=_pieces(ref, model, steps, found),
        against=_outlet(model, found) if model else None,
    )


def _when(ref: Ref, found: Travelled) -> tuple[float, Ref]:
    return hours(_article(ref, found).published), ref


def _article(ref: Ref, found: Travelled) -> Article:
    return found.documents[ref.article].reading.article


def _outlet(ref: Ref, found: Travelled) -> str:
    return outlet(_article(ref, found))


def _source(document: Document, number: int | None) -> tuple[str, Standing | None]:
    """Return whose words an attribution's are, and how they stand; the outlet's own voice else."""
    if number is None:
        return outlet(document.reading.article), None
    reading = document.reading
    one = reading.attributions[number - 1]
    standing = chain_of(reading, one).standing if reading.chains else None
    return sources(reading, one)[-1], standing


def _way(step: Step, found: Travelled, places: dict[Ref, int]) -> Way:
    whose = _outlet(step.parent, found) if step.parent else step.relay.outlet or ""
    place = places.get(step.parent) if step.parent else None
    return Way(
        whose, place, step.relay, tuple(changed(shift, found.documents) for shift in step.shifts)
    )


def _model(
    ref: Ref, steps: list[Step], found: Travelled, first: dict[str | None, Ref]
) -> Ref | None:
    """Return what a wording is compared with: the one that it is made from, or else the first in
    its language."""
    parent = next((one.parent for one in steps if one.parent), None)
    other = parent or first[_article(ref, found).language]
    return None if other == ref else other


def _pieces(ref: Ref, model: Ref | None, steps: list[Step], found: Travelled) -> tuple[Piece, ...]:
    """Return the words; between two languages what a shift points at is marked."""
    said = words(ref, found.documents)
    if model is None:
        return (Piece(said, marked=False),)
    if _article(model, found).language == _article(ref, found).language:
        return compared(said, words(model, found.documents))
    shifts = tuple(shift for one in steps for shift in one.shifts)
    return tuple(shown(said, _within(ref, shifts, found)))


def _within(ref: Ref, shifts: tuple[Shift, ...], found: Travelled) -> Iterator[Span]:
    """Yield the parts of a statement's words that shifts point at, as characters of them."""
    pointed = sorted({span for one in shifts for span in one.after})
    begun, last = 0, 0
    for piece in found.documents[ref.article].statements[ref.place].spans:
        for span in pointed:
            begin = max(begun + max(span.begin, piece.begin) - piece.begin, last)
            end = begun + min(span.end, piece.end) - piece.begin
            if begin < end:
                yield Span(begin, end)
                last = end
        # A blank joins the pieces of a statement.
        begun += piece.end - piece.begin + 1
