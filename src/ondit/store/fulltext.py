"""The index of the words in contents: the one thing the two databases do each in its own way.

It holds no text, only which words stand in which content, cut and folded by `words`: so both
databases find the same, in every language. In SQLite it takes 0.6 of the contents' size; FTS5's
own index of three letters each takes 2.6, or 1.3 without their places, and finds no other forms.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, TextClause, column, table, text

from ondit.records import Reading
from ondit.store.words import Wanted, terms

NUMBER_BITS = 20
"""Of a row's number are the attribution's own, those above its version's: a million attributions
are more than any text has that can be read."""

index = table("contents_index", column("rowid"), column("words"))
version = index.c.rowid.op(">>")(NUMBER_BITS)
number = index.c.rowid.op("&")(2**NUMBER_BITS - 1)

_ADD = {
    "sqlite": text("INSERT INTO contents_index (rowid, words) VALUES (:row, :words)"),
    "postgresql": text(
        "INSERT INTO contents_index (rowid, words) "
        "VALUES (:row, array_to_tsvector(string_to_array(:words, ' ')))"
    ),
}
_REMOVE = {
    "sqlite": text(
        "INSERT INTO contents_index (contents_index, rowid, words) VALUES ('delete', :row, :words)"
    ),
    "postgresql": text("DELETE FROM contents_index WHERE rowid = :row AND :words <> ' '"),
}


def add(connection: Connection, reading: Reading, of: int) -> None:
    """Put the contents of a version into the index."""
    _each(connection, _ADD, reading, of)


def remove(connection: Connection, reading: Reading, of: int) -> None:
    """Take the contents of a version out of the index; `reading` is what was put in."""
    _each(connection, _REMOVE, reading, of)


def matches(connection: Connection, asked: Sequence[Wanted]) -> TextClause:
    """Return the condition that all that is asked for stands in a row of the index."""
    if connection.dialect.name == "sqlite":
        words = " AND ".join(f'"{one.text}"{"*" if one.open else ""}' for one in asked)
        return text("contents_index MATCH :words").bindparams(words=words)
    words = " & ".join(f"'{one.text}'{':*' if one.open else ''}" for one in asked)
    return text("contents_index.words @@ CAST(:words AS tsquery)").bindparams(words=words)


def _each(
    connection: Connection, statements: dict[str, TextClause], reading: Reading, of: int
) -> None:
    rows = list(_rows(reading, of))
    if rows:
        connection.execute(statements[connection.dialect.name], rows)


def _rows(reading: Reading, of: int) -> Iterable[dict[str, object]]:
    for one in reading.attributions:
        said = " ".join(span.of(reading.article.text) for span in one.content)
        words = " ".join(sorted({term.text for term in terms(said)}))
        if words:
            yield {"row": of << NUMBER_BITS | one.id, "words": words}
