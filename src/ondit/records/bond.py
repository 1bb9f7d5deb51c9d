"""What tracing keeps of articles and of each two of them, so that nothing is done twice.

Articles are named by the id that the archive gave them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ondit.records.article import Span
from ondit.records.attribution import Via
from ondit.records.trace import Evidence, Relay, Trail

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Telling:
    """Who a statement comes from: the one at `place` in its document.

    `source` is who says it in the end, "" for an outlet; `relays` are the outlets between.
    """

    place: int
    via: Via | None
    source: str
    relays: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Named:
    """An outlet that an article says it has something from, and where it is named."""

    name: str
    span: Span


@dataclass(frozen=True, slots=True)
class Card:
    """An article as its trails need it.

    `text` is the `Article.id` of its text, `published` an ISO 8601 stamp.
    """

    id: str
    text: str
    outlet: str | None
    language: str | None
    published: str | None
    tellings: tuple[Telling, ...]
    named: tuple[Named, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """Two statements that may be one claim: their places, and the values of their features."""

    one: int
    other: int
    values: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Lead:
    """What speaks for one article being made from another, but for how it stands beside its other
    leads: the features' values, the places of its statements that it may have from there, and
    the words that show it."""

    values: tuple[float, ...]
    given: tuple[int, ...]
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Bond:
    """Two articles that were compared, the one with the smaller id first.

    `disputes` are places of statements that deny or contradict each other. `back` leads from the
    one to the other as its parent, `forth` the other way.
    """

    one: str
    other: str
    cells: tuple[Cell, ...] = ()
    disputes: tuple[tuple[int, int], ...] = ()
    back: Lead | None = None
    forth: Lead | None = None


@dataclass(frozen=True, slots=True)
class Kin:
    """The relays that lead to an article: likely ones, and those that are not by themselves."""

    parents: tuple[Relay, ...]
    doubtful: tuple[Relay, ...]


@dataclass(frozen=True, slots=True)
class Pairing:
    """What is kept of two articles in an archive.

    `score` is how near they are; `back` is the probability that the one is made from the other,
    `forth` that the other is made from the one.
    """

    bond: Bond
    score: int
    back: float = 0.0
    forth: float = 0.0


@dataclass(frozen=True, slots=True)
class Followed:
    """What is kept of an article in an archive.

    `floor` is how near the last of its nearest is, 0 where there is room for more. `relays` are
    those of its kin that stand beside its parents' own, and those from outlets that are not there.
    """

    card: Card
    floor: int
    kin: Kin
    relays: tuple[Relay, ...]


@dataclass(frozen=True, slots=True)
class Update:
    """What is to be written because articles came or went.

    `gone` are articles, `dropped` pairs of them and `closed` claims that are no more; the others
    are new, as are those of `followed` that are in `came`, or take the place of what was kept.
    """

    came: tuple[str, ...]
    gone: tuple[str, ...]
    followed: tuple[Followed, ...]
    dropped: tuple[tuple[str, str], ...]
    pairings: tuple[Pairing, ...]
    closed: tuple[str, ...]
    trails: tuple[Trail, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Meaning:
    """What an article's statements mean, those that are compared: vectors (statements, 384)."""

    article: str
    language: str | None
    vectors: NDArray[np.float32]
