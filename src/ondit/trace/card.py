"""What of an article its trails need: so that no text is loaded to follow a claim."""

from __future__ import annotations

from ondit.records import Span
from ondit.records.bond import Card, Named, Telling
from ondit.records.trace import Ref
from ondit.trace.sheet import Sheet


def card(own: Sheet) -> Card:
    """Return the card of an article."""
    article = own.document.reading.article
    tellings = (Telling(one.place, one.via, one.source, one.relays) for one in own.profiles)
    return Card(
        id=own.id,
        text=article.id,
        outlet=article.outlet,
        language=article.language,
        published=article.published,
        tellings=tuple(tellings),
        named=_named(own),
    )


def telling(its: Card, ref: Ref) -> Telling:
    """Return who a statement of an article comes from."""
    return next(one for one in its.tellings if one.place == ref.place)


def _named(own: Sheet) -> tuple[Named, ...]:
    """Return the outlets that an article has something from; a noun ("the newspaper") is none."""
    return tuple(
        Named(one.name, one.span)
        for one in own.cited
        if one.span and any(_meet(one.span, its.span) for its in own.mentioned)
    )


def _meet(one: Span, other: Span | None) -> bool:
    return other is not None and one.begin < other.end and other.begin < one.end
