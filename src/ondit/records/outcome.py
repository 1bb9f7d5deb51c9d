"""What became of one source that was to be added to an archive."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class State(StrEnum):
    """What became of an item: a new article, a new version of one, the same as before, not
    taken with a reason, or failed."""

    ADDED = "added"
    UPDATED = "updated"
    SAME = "same"
    SKIPPED = "skipped"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one item; `id` is the article's in the archive, `message` a reason."""

    source: str
    state: State
    id: str | None = None
    message: str | None = None
