"""What happened, or was said, when, as articles tell it."""

from __future__ import annotations

from dataclasses import dataclass

from ondit.records.document import Document
from ondit.records.trace import Ref


@dataclass(frozen=True, slots=True)
class Entry:
    """A statement at its place in time, as its first report has it.

    `when` is EDTF: the date that the statement gives for what it tells, or, where it gives none
    (`dated` is false), when it was published. `attribution` is the one whose content it is, None
    in the article's own voice. `outlets` are those that carry it, the first one first; `claim` is
    its claim, if several do.
    """

    when: str
    dated: bool
    ref: Ref
    attribution: int | None
    outlets: tuple[str, ...]
    claim: str | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Chronicle:
    """Entries in the order of time, and the documents of their articles by id."""

    entries: tuple[Entry, ...]
    documents: dict[str, Document]
