"""What somebody wants to hear of, and what there is to be told."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Subject(StrEnum):
    """What is watched: somebody's positions, a claim's way, an outlet's articles, words."""

    ACTOR = "actor"
    CLAIM = "claim"
    OUTLET = "outlet"
    QUERY = "query"


class AlertKind(StrEnum):
    """What is new.

    `said`: somebody said something. `turn`: it reverses what they said. `deadline`: that of a
    commitment has passed. `origin`: a claim has another one. `carrier`: one more article carries
    it. `shift`: a retelling changed it. `denial`: somebody denies or contradicts it. `article`: an
    outlet has another article.
    """

    SAID = "said"
    TURN = "turn"
    DEADLINE = "deadline"
    ORIGIN = "origin"
    CARRIER = "carrier"
    SHIFT = "shift"
    DENIAL = "denial"
    ARTICLE = "article"


@dataclass(frozen=True, slots=True)
class Watch:
    """What is watched, under the name that a user gave to it; `what` is a name, or words."""

    name: str
    subject: Subject
    what: str


@dataclass(frozen=True, slots=True)
class Alert:
    """One thing to be told; `key` is the same whenever it is met.

    `title` says it in one line, `text` are the article's words, `url` is where it stands and
    `published` its ISO 8601 stamp.
    """

    key: str
    kind: AlertKind
    title: str
    text: str
    url: str | None
    published: str | None


@dataclass(frozen=True, slots=True)
class Noticed:
    """An alert and when it was first noticed (ISO 8601, UTC)."""

    alert: Alert
    at: str


@dataclass(frozen=True, slots=True)
class Watched:
    """A watch, the keys of all that was there or was told, and the alerts, the latest first."""

    watch: Watch
    seen: frozenset[str] = frozenset()
    alerts: tuple[Noticed, ...] = ()
