"""Finds claims and relays in what tracing has written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

import numpy as np
from sqlalchemy import ColumnElement, Connection, Select, and_, or_, select

from ondit.errors import UsageError
from ondit.records.bond import Meaning
from ondit.records.trace import Ref, Trail
from ondit.records.travelled import Order, Wanted
from ondit.store import traceschema as tables
from ondit.store.moment import moment
from ondit.store.schema import versions
from ondit.store.tracewrite import parts
from ondit.store.vectors import DIMENSIONS, ROW, Vectors, grow, likeness

_claims = tables.claims.c

VECTORS = (versions.c.contents, versions.c.own)

ORDERS = {
    Order.CARRIED: (_claims.carriers.desc(), _claims.origins),
    Order.UNSOURCED: (_claims.named * 1.0 / _claims.carriers, _claims.carriers.desc()),
    Order.CHANGED: (_claims.shifts.desc(), _claims.carriers.desc()),
}
"""What comes first; claims that are equal by it stand in the order of their ids."""


def wanted(given: Wanted) -> Select[Any]:
    """Return the query for the ids of claims that are meant. Raise UsageError for a date that is
    none."""
    asked = select(_claims.id).order_by(*ORDERS[given.order], _claims.id)
    if given.since is not None:
        since = moment(given.since)
        if since is None:
            raise UsageError(
                f"{given.since}: not a date", "write 2025-08-18, or a time in ISO 8601"
            )
        asked = asked.where(_claims.began >= since)
    return asked.limit(given.limit).offset(given.offset)


def compared() -> ColumnElement[bool]:
    """Return the condition that a version is the one that was compared.

    The key of one that is gone may be another's by now.
    """
    table = tables.followed
    return and_(versions.c.key == table.c.version, versions.c.article == table.c.article)


def meanings() -> Select[Any]:
    """Return the query for the vectors of articles that are followed, and which of them count."""
    table = tables.followed
    return select(table.c.article, table.c.statements, versions.c.language, *VECTORS).join(
        versions, compared()
    )


def meaning(row: Any) -> Meaning:  # noqa: ANN401 - a row has the type of its query
    """Return what the statements of an article mean, from a row of `meanings`."""
    rows = np.frombuffer(row.statements, "<i4").reshape(-1, 2)[:, 1]
    found = np.empty((len(rows), DIMENSIONS), np.float32)
    told = rows > 0
    found[told] = grow(row.contents)[rows[told] - 1]
    found[~told] = grow(row.own)[-1 - rows[~told]]
    return Meaning(row.article, row.language, found)


def disputed(
    pairs: Iterable[tuple[Ref, Ref]], trails: Sequence[Trail], homes: Mapping[Ref, str]
) -> list[Trail]:
    """Return trails with the claims that deny or contradict each; `homes` are the claims of the
    statements of which `pairs` dispute each other."""
    own = {ref: one.claim.id for one in trails for ref in one.claim.carriers}
    found: dict[str, set[str]] = {one.claim.id: set() for one in trails}
    for mine, its in pairs:
        for one, other in ((mine, its), (its, mine)):
            claim, against = own.get(one), homes.get(other)
            if claim and against and claim != against:
                found[claim].add(against)
    return [replace(one, disputed=tuple(sorted(found[one.claim.id]))) for one in trails]


def disputing(connection: Connection, articles: Iterable[str]) -> list[tuple[Ref, Ref]]:
    """Return the statements of articles that dispute others or are disputed."""
    table = tables.disputes
    return [
        (Ref(row.one, row.one_place), Ref(row.other, row.other_place))
        for part in parts(articles)
        for row in connection.execute(
            select(table).where(or_(table.c.one.in_(part), table.c.other.in_(part)))
        )
    ]


def nearest(connection: Connection, vector: Vectors) -> str | None:
    """Return the claim of which a carrier comes nearest in meaning to a sentence, None if there is
    no claim; `vector` is the sentence's, of length one. Every carrier is compared."""
    found = list(_carriers(connection))
    if not found:
        return None
    cosines = likeness(b"".join(packed for _, packed in found), vector)
    best = np.flatnonzero(cosines == cosines.max())
    return max(found[int(at)][0] for at in best)


def _carriers(connection: Connection) -> Iterator[tuple[str, bytes]]:
    """Yield the claim and the vector of each carrier."""
    table, carriers = tables.followed, tables.carriers
    asked = (
        select(carriers.c.claim, carriers.c.place, table.c.statements, *VECTORS)
        .join(table, table.c.article == carriers.c.article)
        .join(versions, compared())
    )
    for row in connection.execute(asked):
        places = np.frombuffer(row.statements, "<i4").reshape(-1, 2)
        at = int(places[places[:, 0] == row.place, 1][0])
        begin = (abs(at) - 1) * ROW
        yield row.claim, (row.contents if at > 0 else row.own)[begin : begin + ROW]


def relays(connection: Connection, articles: Iterable[str], given: Wanted) -> list[tuple[str, int]]:
    """Return which relays lead to or from articles: child and number, the likeliest first."""
    table = tables.relays
    found: dict[tuple[str, int], float] = {}
    for part in parts(articles):
        ends = or_(table.c.child.in_(part), table.c.parent.in_(part))
        for row in connection.execute(select(table).where(ends)):
            found[row.child, row.number] = row.probability
    order = sorted(found, key=lambda one: (-found[one], one))
    return order[given.offset : given.offset + given.limit]
