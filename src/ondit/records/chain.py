"""Through whose hands words came."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from ondit.records.article import Span
from ondit.records.attribution import Via


class CreditKind(StrEnum):
    """What an article says it has from another: its text, its words in translation, its pictures.

    `agency`: the text, or part of it, is an agency's. `original`: it tells what another article
    told. `translation`: who put it into this language. `republished`: it stood elsewhere first.
    `photo`: who took the pictures, which makes no source of the text.
    """

    AGENCY = "agency"
    ORIGINAL = "original"
    TRANSLATION = "translation"
    REPUBLISHED = "republished"
    PHOTO = "photo"


@dataclass(frozen=True, slots=True)
class Credit:
    """Whom an article says it comes from, in the words of `span`.

    `outlet` stands in them as written. Without a span it was read off the page's markup.
    `inferred` if the article does not say that all of it comes from there.
    """

    span: Span | None
    kind: CreditKind
    outlet: str
    inferred: bool = False


class LinkKind(StrEnum):
    """Where a link of a chain was found."""

    ARTICLE = "article"
    CREDIT = "credit"
    TRANSLATION = "translation"
    ATTRIBUTION = "attribution"
    SIGNATURE = "signature"


@dataclass(frozen=True, slots=True)
class Link:
    """One of those through whom words came, as the text names it; "" if it does not.

    `attribution` is the id of the one whose source this is. `inferred` as in its credit, or
    because the sentence leaves its source out: then it is the one named before, at `span`.
    """

    name: str
    span: Span | None
    via: Via
    kind: LinkKind
    inferred: bool = False
    attribution: int | None = None


class Standing(StrEnum):
    """What a reader may conclude from a chain (docs/standing.md has the rules)."""

    ON_RECORD = "on-record"
    RELAYED = "relayed"
    UNNAMED = "unnamed"
    OWN_VOICE = "own-voice"


@dataclass(frozen=True, slots=True)
class Chain:
    """How words reached the reader.

    `links` run from the outside in; the last is their source. `sources` are those who stand by
    them: that source, or all who signed the document that it is. `relays` are the outlets other
    than the article's own that the text says they came through. `hands` counts who stands
    between the reader and the source.
    """

    links: tuple[Link, ...]
    sources: tuple[Link, ...]
    relays: tuple[str, ...]
    hands: int
    standing: Standing
