"""The value types that pass between the stages, so that no stage needs to know another.

All offsets are `[begin, end)` in characters (Unicode code points) of `Article.text`.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from enum import StrEnum


class Act(StrEnum):
    """What is being done with an attributed content (corpus guidelines, "The list")."""

    SAY = "say"
    CONFIRM = "confirm"
    DENY = "deny"
    ACCUSE = "accuse"
    PRAISE = "praise"
    WARN = "warn"
    DEMAND = "demand"
    OFFER = "offer"
    COMMIT = "commit"
    REFUSE = "refuse"
    AGREE = "agree"
    ASK = "ask"
    BELIEVE = "believe"


class Via(StrEnum):
    """What kind of source a content comes from (corpus guidelines, "The list")."""

    NAMED = "named"
    OFFICE = "office"
    OUTLET = "outlet"
    DOCUMENT = "document"
    GROUP = "group"
    ANONYMOUS = "anonymous"
    NONE = "none"


class Form(StrEnum):
    """How a content is rendered: all within quotation marks, none of it, or in part."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class MentionType(StrEnum):
    """What a name stands for: a person, an organisation or a place."""

    PERSON = "PER"
    ORGANISATION = "ORG"
    PLACE = "LOC"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of an article's text: `[begin, end)` in characters."""

    begin: int
    end: int

    def __post_init__(self) -> None:
        """Raise ValueError for a span that is empty or starts before the text."""
        if not 0 <= self.begin < self.end:
            raise ValueError(f"not a span: [{self.begin}, {self.end})")

    def of(self, text: str) -> str:
        """Return the characters of `text` that this span covers."""
        return text[self.begin : self.end]

    def contains(self, other: Span) -> bool:
        """Return whether `other` lies wholly within this span."""
        return self.begin <= other.begin and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Article:
    """One text by one outlet at one time, as stored.

    `text` has `\\n` line breaks and is otherwise what the source held. `language` is an
    ISO 639 code; `published` an ISO 8601 date or time, as precise as the source gave it.
    `canonical` is the domain of another site that the page's markup names as where it is from.
    """

    text: str
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    language: str | None = None
    published: str | None = None
    byline: str | None = None
    canonical: str | None = None
    id: str = field(init=False)

    def __post_init__(self) -> None:
        """Set `id`: the first 16 hexadecimal digits of the SHA-256 of the text in UTF-8."""
        digest = hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()
        object.__setattr__(self, "id", digest[:16])


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in the text and what it stands for."""

    span: Span
    type: MentionType


@dataclass(frozen=True, slots=True)
class Attribution:
    """A content, who it comes from, and the words that say so.

    `id` counts from 1 in the order of the text; `parent` is the id of the attribution in
    whose content this one lies. Every tuple of spans is sorted and without overlap;
    `content` is never empty. `probability` is calibrated, in [0, 1].
    """

    id: int
    parent: int | None
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    condition: tuple[Span, ...]
    act: Act
    via: Via
    form: Form
    probability: float


@dataclass(frozen=True, slots=True)
class Reading:
    """What was found in one article: its names, and its attributions in text order."""

    article: Article
    mentions: tuple[Mention, ...] = ()
    attributions: tuple[Attribution, ...] = ()

    def chain(self, attribution: Attribution) -> tuple[Attribution, ...]:
        """Return the attributions that lead to this one, from the outside in, itself last."""
        by_id = {one.id: one for one in self.attributions}
        links = [attribution]
        while (parent := links[0].parent) is not None:
            links.insert(0, by_id[parent])
        return tuple(links)


class TimexKind(StrEnum):
    """What a time expression stands for; a set is one that recurs ("every Monday")."""

    DATE = "date"
    TIME = "time"
    DURATION = "duration"
    INTERVAL = "interval"
    SET = "set"


@dataclass(frozen=True, slots=True)
class Timex:
    """A time expression and when it is, as far as the text and its publication tell.

    `value` is EDTF (ISO 8601-2), with X for digits that are open; a duration's is ISO 8601
    ("P1W"), a set's one that repeats ("R/P1D"). `relative` says that the words name a distance
    ("yesterday", "a week after the truce") and no place in the calendar; `anchor` is what in the
    text they count from: an earlier expression, or an event, and then `value` stays a duration.
    """

    span: Span
    value: str
    kind: TimexKind
    anchor: Span | None = None
    relative: bool = False


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

    `attribution` is the id of the one whose source this is; `inferred` as in its credit.
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


class EntityKind(StrEnum):
    """What an entity is; a state is also meant where its capital or government speaks for it."""

    PERSON = "PER"
    ORGANISATION = "ORG"
    PLACE = "LOC"
    OUTLET = "OUTLET"
    STATE = "STATE"


class Rule(StrEnum):
    """Why a form belongs to its entity."""

    SAME = "same"
    INFLECTION = "inflection"
    TRANSLITERATION = "transliteration"
    INITIALS = "initials"
    SURNAME = "surname"
    ACRONYM = "acronym"
    KNOWN = "known"
    CAPITAL = "capital"
    GOVERNMENT = "government"


@dataclass(frozen=True, slots=True)
class NameForm:
    """A name as one article writes it, without titles.

    `language` is the article's ISO 639 code, `article` its id; `speaks` if it stands as a source
    somewhere in it: only then do capitals and seats of government mean their state.
    """

    text: str
    type: MentionType
    language: str | None
    article: str
    speaks: bool = False


@dataclass(frozen=True, slots=True)
class EntityForm:
    """A form of an entity's name and why it was taken for one."""

    form: NameForm
    rule: Rule


@dataclass(frozen=True, slots=True)
class Entity:
    """The person, organisation, place, outlet or state behind names, across articles and scripts.

    `country` is an ISO 3166 code (alpha-2; "EU" for the European Union); it and `wikidata` are
    set only where the data files have them.
    """

    id: str
    name: str
    kind: EntityKind
    forms: tuple[EntityForm, ...]
    country: str | None = None
    wikidata: str | None = None
