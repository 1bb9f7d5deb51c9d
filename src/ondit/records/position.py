"""What an actor said, promised, refused or demanded, and when."""

from __future__ import annotations

from dataclasses import dataclass

from ondit.records.attribution import Act
from ondit.records.chain import Standing
from ondit.records.trace import Ref


@dataclass(frozen=True, slots=True)
class Position:
    """One thing that an actor did with words, as its first report has it.

    `ref` is where it stands, `words` what is said, `condition` under which condition or by which
    deadline. `outlets` are those that report it, the first one first; `published` is the first
    report's ISO 8601 stamp.
    """

    ref: Ref
    act: Act
    words: str
    condition: str
    standing: Standing | None
    published: str | None
    outlets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Stand:
    """A position, and how it stands to the others of the same actor.

    `through` are the names between the reader and the actor in its first report, from the outside
    in. `deadlines` are dates of its condition, and those that it is to be done by, with their
    EDTF values: "20 October = 2031-10-20". `turns_from` are earlier positions that it reverses,
    `contradicts` those of the same day, or of an unknown one, that it does not agree with.
    """

    position: Position
    through: tuple[str, ...] = ()
    deadlines: tuple[str, ...] = ()
    turns_from: tuple[Ref, ...] = ()
    contradicts: tuple[Ref, ...] = ()
