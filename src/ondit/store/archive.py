"""An archive of readings: what is added stays, whole, and is found again."""

from __future__ import annotations

from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import select

from ondit.errors import ArchiveError, SourceError
from ondit.records import Article, Document, Reading
from ondit.records.outcome import Outcome, State
from ondit.store import schema
from ondit.store.coding import Unpacked, unpack
from ondit.store.database import Database
from ondit.store.entry import ARTICLE_FIELDS, add_address, add_article, add_version, find


class Archive:
    """Readings in an SQLite file or a PostgreSQL database; a context manager.

    Every method raises ArchiveError if the database fails. Several processes, and the threads
    of one, may use an archive at once.
    """

    def __init__(self, where: str | Path, *, create: bool = True) -> None:
        """Open the archive in the file or at the `postgresql://` URL `where`; with `create`
        make it if it is not there. Raise ArchiveError if it cannot be opened."""
        self._database = Database(where, create=create)
        with self._database.writing() as connection:
            schema.metadata.create_all(connection)

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
            id_ = known.id if known else add_article(connection, article)
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
        return self._unpacked(id_).reading

    def _unpacked(self, id_: str) -> Unpacked:
        asked = select(schema.versions).where(
            schema.versions.c.article == id_, schema.versions.c.current
        )
        with self._database.reading() as connection:
            row = connection.execute(asked).one_or_none()
        if row is None:
            raise ArchiveError(f"{id_}: no such article in the archive", "see `ondit list`")
        article = Article(row.text, **{name: getattr(row, name) for name in ARTICLE_FIELDS})
        return unpack(row.reading, article, row.summary)


def _check(article: Article, source: str) -> None:
    """Raise SourceError for a text with characters that not every database takes."""
    values = (article.text, *(getattr(article, name) or "" for name in ARTICLE_FIELDS))
    for value in values:
        if "\0" in value or any("\ud800" <= one <= "\udfff" for one in value):
            raise SourceError(source, "null bytes or halves of characters in it", "repair it")
