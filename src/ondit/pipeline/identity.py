"""The ids by which tracing knows articles, and those by which an archive does.

Tracing goes by what a text says, an archive by who published it, too.
"""

from __future__ import annotations

from ondit.records import Article
from ondit.records.archived import Selection
from ondit.store.archive import Archive
from ondit.store.identity import new_id


def archived_id(article: Article) -> str:
    """Return the id that an archive gives to an article which it meets at its present address."""
    return new_id(article)


def archived_ids(url: str, selection: Selection) -> dict[str, str]:
    """Return the archive's ids of the articles that are meant, by those of tracing.

    Raise ArchiveError if there is no archive, UsageError for a date that is none.
    """
    with Archive(url, create=False) as archive:
        return {reading.article.id: id_ for id_, reading in archive.readings(selection)}
