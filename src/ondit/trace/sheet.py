"""A document with all that tracing asks of it taken apart once."""

from __future__ import annotations

from dataclasses import dataclass

from ondit.records import CreditKind, Document, LinkKind, MentionType, Reading, Span, Via
from ondit.trace.centre import Floats, centred
from ondit.trace.moment import Moment, moment
from ondit.trace.profile import Profile, profiles
from ondit.trace.sound import SHORTEST, sound

SPOKEN = 0.4
"""Calibrated probability from which an attribution's outlet counts as named, set by hand: a wrong
one costs little, as it must fit an outlet that is there."""


@dataclass(frozen=True, slots=True)
class Cited:
    """An outlet that an article names, where, and for which attribution (None: for all of it)."""

    name: str
    span: Span | None
    attribution: int | None


@dataclass(frozen=True, slots=True, eq=False)
class Sheet:
    """An article as tracing sees it; `vectors` (profiles, 384) are centred."""

    id: str
    document: Document
    profiles: tuple[Profile, ...]
    vectors: Floats
    when: Moment
    cited: tuple[Cited, ...]
    mentioned: tuple[Cited, ...]
    names: frozenset[str]
    grams: frozenset[str]

    @property
    def outlet(self) -> str:
        """The article's outlet, "" if it is not known."""
        return self.document.reading.article.outlet or ""

    @property
    def language(self) -> str | None:
        """The article's language."""
        return self.document.reading.article.language

    @property
    def text(self) -> str:
        """The article's text."""
        return self.document.reading.article.text


def sheet(document: Document) -> Sheet:
    """Return what tracing asks of a document."""
    article = document.reading.article
    found = profiles(document)
    vectors = document.vectors[[one.place for one in found]]
    sounds = (sound(one.span.of(article.text)) for one in document.reading.mentions)
    return Sheet(
        id=article.id,
        document=document,
        profiles=found,
        vectors=centred(vectors.reshape(len(found), -1), article.language),
        when=moment(article.published),
        cited=_cited(document.reading),
        mentioned=_mentioned(document.reading),
        names=frozenset(one for one in sounds if len(one) > SHORTEST),
        grams=frozenset[str]().union(*(one.grams for one in found)),
    )


def _cited(reading: Reading) -> tuple[Cited, ...]:
    found = [
        Cited(one.outlet, one.span, None)
        for one in reading.credits
        if one.kind is not CreditKind.PHOTO
    ]
    sure = {one.id for one in reading.attributions if one.probability >= SPOKEN}
    for chain in reading.chains:
        found += [
            Cited(link.name, link.span, link.attribution)
            for link in chain.links
            if link.kind is LinkKind.ATTRIBUTION
            and link.via is Via.OUTLET
            and link.attribution in sure
        ]
    return tuple(dict.fromkeys(found))


def _mentioned(reading: Reading) -> tuple[Cited, ...]:
    """Return the organisations that the text names: any of them can be an outlet."""
    text = reading.article.text
    return tuple(
        Cited(one.span.of(text), one.span, None)
        for one in reading.mentions
        if one.type is MentionType.ORGANISATION
    )
