"""Writes what following an archive has found."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass

from sqlalchemy import Connection, Table, bindparam, delete, exists, insert, or_, select, update

from ondit.records.bond import Followed, Pairing, Update
from ondit.records.trace import Relay, Trail
from ondit.store import traceschema as tables
from ondit.store.rows import Row
from ondit.store.schema import versions
from ondit.store.tracecoding import pack_bond, pack_followed, pack_trail

PART = 5_000
"""Values given in one statement; SQLite takes 32,766."""


ROW = 8
"""Bytes that say of a statement where it and its vector are."""


@dataclass(frozen=True, slots=True)
class Came:
    """An article that is new: its version, and which of the vectors of that are compared."""

    version: int
    statements: bytes


def parts(values: Iterable[str]) -> Iterable[list[str]]:
    """Yield values in lists that one statement takes."""
    every = sorted(values)
    return (every[at : at + PART] for at in range(0, len(every), PART))


def numbers(connection: Connection, articles: Iterable[str]) -> dict[str, int]:
    """Return the numbers of articles that are followed."""
    table = tables.followed
    found: dict[str, int] = {}
    for part in parts(articles):
        asked = select(table.c.article, table.c.number).where(table.c.article.in_(part))
        found |= {row.article: row.number for row in connection.execute(asked)}
    return found


def write(connection: Connection, made: Update, came: Mapping[str, Came]) -> None:
    """Write all that an update says; `came` is what else is to be kept of new articles."""
    _remove_articles(connection, made.gone)
    _add_articles(connection, made.followed, came)
    known = numbers(connection, {name for pair in _pairs(made) for name in pair})
    _write_pairs(connection, made, known)
    _write_relays(connection, made.followed)
    _write_trails(connection, made)


def clear(connection: Connection) -> None:
    """Take out all that was found, and let all articles wait to be traced."""
    for table in (
        tables.claims, tables.carriers, tables.origins, tables.relays, tables.disputes,
        tables.pairs, tables.followed, tables.untraced,
    ):  # fmt: skip
        connection.execute(delete(table))
    current = select(versions.c.article).where(versions.c.current)
    connection.execute(insert(tables.untraced).from_select(["article"], current))


def generation(connection: Connection) -> int:
    """Return how often tracing has written."""
    return connection.scalar(select(tables.tracing.c.generation)) or 0


def still(connection: Connection, came: Mapping[str, Came]) -> bool:
    """Return whether articles have the versions that were read."""
    asked = select(versions.c.article, versions.c.key).where(versions.c.current)
    found = {
        row.article: row.key
        for part in parts(came)
        for row in connection.execute(asked.where(versions.c.article.in_(part)))
    }
    return found == {name: one.version for name, one in came.items()}


def _remove_articles(connection: Connection, gone: Sequence[str]) -> None:
    known = list(numbers(connection, gone).values())
    table = tables.followed
    for part in parts(gone):
        asked = select(table.c.statements).where(table.c.article.in_(part))
        _count(connection, -sum(len(one) // ROW for one in connection.scalars(asked)))
    pairs, queue = tables.pairs, tables.untraced
    _delete(connection, tables.followed, gone, "article")
    _delete(connection, tables.relays, gone, "child")
    connection.execute(delete(pairs).where(or_(pairs.c.one.in_(known), pairs.c.other.in_(known))))
    there = exists().where(versions.c.article == queue.c.article, versions.c.current)
    connection.execute(delete(queue).where(queue.c.article.in_(gone), ~there))


def _add_articles(
    connection: Connection, found: Sequence[Followed], came: Mapping[str, Came]
) -> None:
    """Add the articles that came, and write anew what is kept of others."""
    table = tables.followed
    last = connection.scalar(select(tables.tracing.c.last)) or 0
    for one in found:
        id_ = one.card.id
        values: Row = {"floor": one.floor, "kept": pack_followed(one)}
        if id_ not in came:
            connection.execute(update(table).where(table.c.article == id_).values(values))
            continue
        last += 1
        new = {"number": last, "article": id_, "text": one.card.text, **asdict(came[id_])}
        connection.execute(insert(table), new | values)
    connection.execute(update(tables.tracing).values(last=last))
    _count(connection, sum(len(one.statements) // ROW for one in came.values()))
    _delete(connection, tables.untraced, came, "article")


def _count(connection: Connection, more: int) -> None:
    """Note how many statements more are compared."""
    total = tables.tracing.c.statements + more
    connection.execute(update(tables.tracing).values(statements=total))


def _write_pairs(connection: Connection, made: Update, known: Mapping[str, int]) -> None:
    pairs, disputes = tables.pairs, tables.disputes
    # Those of articles that are gone went with them.
    old = [{"a": one, "b": other} for one, other in _pairs(made)]
    numbered = [
        {"a": known[one["a"]], "b": known[one["b"]]}
        for one in old
        if one["a"] in known and one["b"] in known
    ]
    for table, rows in ((pairs, numbered), (disputes, old)):
        if rows:
            both = (table.c.one == bindparam("a"), table.c.other == bindparam("b"))
            connection.execute(delete(table).where(*both), rows)
    _insert(connection, pairs, [_pair(one, known) for one in made.pairings])
    _insert(connection, disputes, [row for one in made.pairings for row in _disputes(one)])


def _write_relays(connection: Connection, found: Sequence[Followed]) -> None:
    _delete(connection, tables.relays, (one.card.id for one in found), "child")
    rows = [_relay(one, at) for its in found for at, one in enumerate(its.relays, 1)]
    _insert(connection, tables.relays, rows)


def _write_trails(connection: Connection, made: Update) -> None:
    _delete(connection, tables.claims, made.closed, "id")
    _delete(connection, tables.carriers, made.closed, "claim")
    _delete(connection, tables.origins, made.closed, "claim")
    refs = [(one.claim.id, ref) for one in made.trails for ref in one.claim.carriers]
    dates = _dates(connection, {ref.article for _, ref in refs})
    _insert(connection, tables.claims, [_claim(one, dates) for one in made.trails])
    rows = [{"article": ref.article, "place": ref.place, "claim": id_} for id_, ref in refs]
    _insert(connection, tables.carriers, rows)
    _insert(connection, tables.origins, [row for one in made.trails for row in _origins(one)])


def _dates(connection: Connection, articles: Iterable[str]) -> dict[str, str | None]:
    """Return when articles were published."""
    found: dict[str, str | None] = {}
    for part in parts(articles):
        asked = select(versions.c.article, versions.c.moment).where(
            versions.c.current, versions.c.article.in_(part)
        )
        found |= {row.article: row.moment for row in connection.execute(asked)}
    return found


def _pairs(made: Update) -> Iterable[tuple[str, str]]:
    yield from made.dropped
    yield from ((one.bond.one, one.bond.other) for one in made.pairings)


def _pair(one: Pairing, known: Mapping[str, int]) -> Row:
    return {
        "one": known[one.bond.one],
        "other": known[one.bond.other],
        "score": one.score,
        "back": one.back,
        "forth": one.forth,
        "bond": pack_bond(one.bond),
    }


def _disputes(one: Pairing) -> Iterable[Row]:
    for mine, its in one.bond.disputes:
        yield {
            "one": one.bond.one,
            "one_place": mine,
            "other": one.bond.other,
            "other_place": its,
        }


def _relay(one: Relay, number: int) -> Row:
    return {
        "child": one.child,
        "number": number,
        "parent": one.parent,
        "outlet": one.outlet,
        "kind": one.kind.value,
        "probability": one.probability,
        "late": one.late,
        "unordered": one.unordered,
    }


def _claim(one: Trail, dates: Mapping[str, str | None]) -> Row:
    began = (dates.get(ref.article) for ref in one.claim.carriers)
    independent = [its for its in one.origins if not its.witnesses]
    return {
        "id": one.claim.id,
        "carriers": one.carriers,
        "outlets": one.outlets,
        "languages": one.languages,
        "origins": len(independent),
        "named": sum(not (its.unnamed or its.ghost) for its in independent),
        "shifts": sum(len(step.shifts) for step in one.steps),
        "depth": one.depth,
        "flags": " ".join(one.flags),
        "began": min((when for when in began if when), default=None),
        "trail": pack_trail(one),
    }


def _origins(one: Trail) -> Iterable[Row]:
    for its in one.origins:
        yield {
            "claim": one.claim.id,
            "article": its.carrier.article,
            "place": its.carrier.place,
            "sources": "; ".join(its.sources),
            "unnamed": its.unnamed,
            "independent": not its.witnesses,
            "ghost": its.ghost,
        }


def _insert(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    if rows:
        connection.execute(insert(table), rows)


def _delete(connection: Connection, table: Table, values: Iterable[str], column: str) -> None:
    for part in parts(values):
        connection.execute(delete(table).where(table.c[column].in_(part)))
