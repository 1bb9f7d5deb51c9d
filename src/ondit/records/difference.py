"""What becomes of one article's statements in another."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from ondit.records.document import Document
from ondit.records.trace import Match, Ref, Relay, Shift


class Fate(StrEnum):
    """What became of a statement: it is told as it was, or changed; the other article denies or
    contradicts it; it is left out; or it is new."""

    KEPT = "kept"
    CHANGED = "changed"
    DISPUTED = "disputed"
    DROPPED = "dropped"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Pair:
    """A statement of each of two articles, or of one of them alone.

    `match` says how both are related, `shifts` what the second changed against the first.
    """

    fate: Fate
    before: Ref | None
    after: Ref | None
    match: Match | None = None
    shifts: tuple[Shift, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Difference:
    """Two articles statement by statement, in the order of the first and then of the second.

    `relay` shows that the second is made from the first, if it is.
    """

    one: Document
    other: Document
    pairs: tuple[Pair, ...]
    relay: Relay | None
