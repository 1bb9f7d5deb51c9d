"""The index of the words in contents: the one thing the two databases do each in its own way.

It holds no text, only which words stand in which content, cut and folded by `words`: so both
databases find the same, in every language. A row has the number of its row in `said`: these are
dense, which makes the index half as large as numbers with gaps between versions would.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, TextClause, column, table, text

from ondit.records import Reading
from ondit.store.words import Wanted, terms

index = table("contents_index", column("rowid"), column("words"))

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


def add(connection: Connection, reading: Reading, first: int) -> None:
    """Put the contents of a version into the index; `first` is the number of the first."""
    _each(connection, _ADD, reading, first)


def remove(connection: Connection, reading: Reading, first: int) -> None:
    """Take the contents of a version out of the index; `reading` is what was put in."""
    _each(connection, _REMOVE, reading, first)


def matches(connection: Connection, asked: Sequence[Wanted]) -> TextClause:
    """Return the condition that all that is asked for stands in a row of the index."""
    if connection.dialect.name == "sqlite":
        words = " AND ".join(f'"{one.text}"{"*" if one.open else ""}' for one in asked)
        return text("contents_index MATCH :words").bindparams(words=words)
    words = " & ".join(f"'{one.text}'{':*' if one.open else ''}" for one in asked)
    return text("contents_index.words @@ CAST(:words AS tsquery)").bindparams(words=words)


def _each(
    connection: Connection, statements: dict[str, TextClause], reading: Reading, first: int
) -> None:
    rows = list(_rows(reading, first))
    if rows:
        connection.execute(statements[connection.dialect.name], rows)


def _rows(reading: Reading, first: int) -> Iterable[dict[str, object]]:
    for row, one in enumerate(reading.attributions, first):
        said = " ".join(span.of(reading.article.text) for span in one.content)
        words = " ".join(sorted({term.text for term in terms(said)}))
        if words:
            yield {"row": row, "words": words}
