"""Which claims an editor should look at first: the most carried, least sourced, most changed."""

from __future__ import annotations

import sys
from enum import StrEnum

from ondit.errors import UsageError
from ondit.pipeline.tracing import Traced, claims
from ondit.records import Document
from ondit.records.trace import Trail
from ondit.store.moment import moment


class Order(StrEnum):
    """What puts a claim first: many carriers, few origins that name their source for the many
    that carry it, or many changes on the way."""

    CARRIED = "carried"
    UNSOURCED = "unsourced"
    CHANGED = "changed"


def ranked(url: str, order: Order, since: str | None, limit: int) -> Traced:
    """Return at most `limit` claims that several articles carry, first those that `order` puts
    there; with `since` (ISO 8601) only those that were first told then or later.

    Raise ArchiveError if there is no archive, UsageError for what is no date.
    """
    if since is not None and moment(since) is None:
        raise UsageError(f"{since}: not a date", "write 2025-08-18, or a time in ISO 8601")
    found = claims(url, sys.maxsize)
    kept = [one for one in found.trails if since is None or first(one, found.documents) >= since]
    return Traced(tuple(sorted(kept, key=lambda one: _key(one, order))[:limit]), found.documents)


def first(trail: Trail, documents: dict[str, Document]) -> str:
    """Return when a claim was first told, in UTC; "" if none of its carriers is dated."""
    stamps = (documents[one.article].reading.article.published for one in trail.claim.carriers)
    return min((known for stamp in stamps if (known := moment(stamp))), default="")


def _key(trail: Trail, order: Order) -> tuple[float, ...]:
    """Return what sorts a trail; trails of one key stay in the order of carriers."""
    if order is Order.UNSOURCED:
        named = [one for one in trail.origins if not (one.unnamed or one.witnesses or one.ghost)]
        return (len(named) / trail.carriers, -trail.carriers)
    if order is Order.CHANGED:
        return (-sum(len(one.shifts) for one in trail.steps),)
    return (-trail.carriers,)
