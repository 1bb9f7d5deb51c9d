"""Whom or what names stand for."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from ondit.records.article import Span
from ondit.records.attribution import MentionType


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
class Naming:
    """Who a source is: the fullest name, or else the fullest description, that the text has.

    `antecedent` is where the text has it, if not in the source itself; `entity` the id of the
    entity so named, or None. `resolved` is false where the source only points at somebody ("he")
    and it is not clear at whom: then `name` is what stands in the source.
    """

    span: Span
    name: str
    antecedent: Span | None = None
    entity: str | None = None
    resolved: bool = True


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
