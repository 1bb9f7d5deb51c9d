"""What the claims of an archive are asked for."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Order(StrEnum):
    """What puts a claim first: many carriers, few origins that name their source for the many
    that carry it, or many changes on the way."""

    CARRIED = "carried"
    UNSOURCED = "unsourced"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which claims are meant: at most `limit` after the first `offset`, those that began on the
    ISO 8601 day or time `since` or later."""

    limit: int
    offset: int = 0
    order: Order = Order.CARRIED
    since: str | None = None
