"""When something is or was."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from ondit.records.article import Span


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
