"""An archive of readings: what is added stays, whole, and is found again."""

from __future__ import annotations

import builtins
from collections.abc import Iterator
from dataclasses import asdict, fields, replace
from pathlib import Path
from types import TracebackType
from typing import Self

import numpy as np
from sqlalchemy import delete, func, insert, select

from ondit.errors import ArchiveError, SourceError
from ondit.records import Act, Article, Document, Reading
from ondit.records.archived import ArticleRow, Fetched, Hit, Selection, Version
from ondit.records.outcome import Outcome, State
from ondit.store import history, meaning, queries, schema
from ondit.store.database import Database
from ondit.store.entry import ARTICLE_FIELDS, add_address, add_version, find
from ondit.store.finding import article_row, hits, readings, stated
from ondit.store.identity import new_id
from ondit.store.removal import remove
from ondit.store.structure import prepare
from ondit.store.vectors import DIMENSIONS, Vectors, grow

ALL = Selection()

BATCH = 100
"""Articles that are held at once while all are gone through."""


class Archive:
    """Readings in an SQLite file or a PostgreSQL database; a context manager.

    Every method raises ArchiveError if the database fails. Several processes, and the threads
    of one, may use an archive at once.
    """

    def __init__(self, where: str | Path, *, create: bool = True) -> None:
        """Open the archive in the file or at the `postgresql://` URL `where`; with `create`
        make it if it is not there. Raise ArchiveError if it cannot be opened."""
        self._database = Database(where, create=create)
        prepare(self._database, create=create)

    def __enter__(self) -> Self:
        """Return itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close the archive."""
        self.close()

    def close(self) -> None:
        """Let go of the database."""
        self._database.close()

    def holds(self, article: Article) -> bool:
        """Return whether this text of this article is there, so that it need not be read."""
        with self._database.reading() as connection:
            known = find(connection, article)
        return known is not None and known.has_text

    def add(self, document: Document, source: str) -> Outcome:
        """Add a document, whole or not at all; when this returns it is on the disk.

        Another text at the URL of an article is a new version of it. A text that is there
        already changes nothing but the article's addresses. `source` is what the outcome names.
        Raise SourceError if no database can keep the text.
        """
        article = document.reading.article
        _check(article, source)
        with self._database.writing() as connection:
            known = find(connection, article)
            id_ = known.id if known else new_id(article)
            add_address(connection, id_, article)
            if known and known.has_text:
                return Outcome(source, State.SAME, id_)
            add_version(connection, id_, document)
        return Outcome(source, State.UPDATED if known else State.ADDED, id_)

    def see(self, article: Article, source: str) -> Outcome:
        """Note where an article that the archive holds was met again.

        The outcome is a failure if the archive does not hold it (any more).
        """
        with self._database.writing() as connection:
            known = find(connection, article)
            if known is None or not known.has_text:
                return Outcome(source, State.FAILED, message=f"{source}: no longer in the archive")
            add_address(connection, known.id, article)
        return Outcome(source, State.SAME, known.id)

    def get(self, id_: str) -> Reading:
        """Return the reading of an article's current text, equal to the one that was added.

        Raise ArchiveError if there is no such article.
        """
        return self.document(id_).reading

    def document(self, id_: str) -> Document:
        """Return an article's current text as it was added, its vectors as near as they are kept.

        Raise ArchiveError if there is no such article.
        """
        versions = schema.versions
        asked = select(versions).where(versions.c.article == id_, versions.c.current)
        with self._database.reading() as connection:
            found = next(stated(connection, connection.execute(asked).all()), None)
        if found is None:
            raise _missing(id_)
        row, reading, statements = found
        told = [one.attribution is not None for one in statements]
        grown = np.empty((len(told), DIMENSIONS), np.float32)
        grown[[at for at, said in enumerate(told) if said]] = grow(row.contents)
        grown[[at for at, said in enumerate(told) if not said]] = grow(row.own)
        return Document(reading, statements, grown)

    def versions(self, id_: str) -> builtins.list[Version]:
        """Return all texts that an article has had, the first one first.

        Raise ArchiveError if there is no such article.
        """
        asked = select(schema.versions).where(schema.versions.c.article == id_)
        with self._database.reading() as connection:
            rows = connection.execute(asked.order_by(schema.versions.c.number)).all()
            found = list(readings(connection, rows))
        if not found:
            raise _missing(id_)
        return list(history.versions(found))

    def list(self, selection: Selection = ALL) -> Iterator[ArticleRow]:
        """Yield the articles that are meant, the latest first, those without a date last.

        Raise UsageError for a date or a cursor that is none.
        """
        with self._database.reading() as connection:
            rows = connection.execute(queries.articles(connection, selection))
            yield from map(article_row, rows)

    def readings(self, selection: Selection = ALL) -> Iterator[tuple[str, Reading]]:
        """Yield the id and reading of each article that is meant, in the order of `list`.

        Raise UsageError as `list` does.
        """
        with self._database.reading() as connection:
            asked = connection.execution_options(yield_per=BATCH)
            found = asked.execute(queries.texts(connection, selection))
            for rows in found.partitions():
                for row, reading in readings(connection, rows):
                    yield row.article, reading

    def count(self, selection: Selection = ALL) -> int:
        """Return how many articles are meant. Raise UsageError as `list` does."""
        with self._database.reading() as connection:
            found = queries.articles(connection, selection).order_by(None).subquery()
            return connection.scalar(select(func.count()).select_from(found)) or 0

    def acts(self, selection: Selection) -> dict[Act, int]:
        """Return what is done with the words that are meant, and in how many articles.

        Raise UsageError as `list` does.
        """
        with self._database.reading() as connection:
            rows = connection.execute(queries.acts(connection, selection))
            return {row.act: row.articles for row in rows}

    def search(self, selection: Selection) -> builtins.list[Hit]:
        """Return the attributions that are meant, those of the latest article first, each
        article's in the order of its text. Raise UsageError as `list` does."""
        with self._database.reading() as connection:
            rows = connection.execute(queries.hits(connection, selection)).all()
        return [*hits(rows, selection.words)]

    def like(self, vector: Vectors, selection: Selection = ALL) -> builtins.list[Hit]:
        """Return the attributions that are meant whose contents come nearest in meaning to a
        sentence, the nearest first; `vector` is its own, of length one. Paging does not apply.

        Raise UsageError as `list` does.
        """
        with self._database.reading() as connection:
            near = meaning.nearest(connection, vector, selection)
            rows = connection.execute(queries.at([one.key for one in near])).all()
        found = dict(zip((row.said for row in rows), hits(rows, None), strict=True))
        return [replace(found[one.key], score=one.cosine) for one in near]

    def delete(self, id_: str) -> None:
        """Take an article out with all its versions. Raise ArchiveError if it is not there."""
        with self._database.writing() as connection:
            if not remove(connection, id_):
                raise _missing(id_)

    def fetched(self, url: str) -> Fetched | None:
        """Return what the server said when `url` was last fetched, None if it never was."""
        columns = (getattr(schema.fetches.c, one.name) for one in fields(Fetched))
        with self._database.reading() as connection:
            asked = select(*columns).where(schema.fetches.c.url == url)
            row = connection.execute(asked).one_or_none()
        return Fetched(*row) if row else None

    def remember(self, url: str, fetched: Fetched) -> None:
        """Keep what the server said about `url` for the next time."""
        with self._database.writing() as connection:
            connection.execute(delete(schema.fetches).where(schema.fetches.c.url == url))
            connection.execute(insert(schema.fetches), {"url": url, **asdict(fetched)})


def _missing(id_: str) -> ArchiveError:
    return ArchiveError(f"{id_}: no such article in the archive", "see `ondit list`")


def _check(article: Article, source: str) -> None:
    """Raise SourceError for a text with characters that not every database takes."""
    values = (article.text, *(getattr(article, name) or "" for name in ARTICLE_FIELDS))
    for value in values:
        if "\0" in value or any("\ud800" <= one <= "\udfff" for one in value):
            raise SourceError(source, "null bytes or halves of characters in it", "repair it")
