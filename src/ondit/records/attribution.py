"""Who said what, as read off one article."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from ondit.records.article import Span


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
class Coreference:
    """A source and the earlier source or name that it most likely takes up ("he" -> a name).

    `probability` in [0, 1] is the model's own, not calibrated.
    """

    span: Span
    antecedent: Span
    probability: float
