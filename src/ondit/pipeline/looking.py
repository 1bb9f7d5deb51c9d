"""Looking into an archive: by words, by meaning, by id."""

from __future__ import annotations

from ondit.errors import UsageError
from ondit.read.sentence import SentenceEncoder
from ondit.records import Reading
from ondit.records.archived import ArticleRow, Hit, Selection, Version
from ondit.store.archive import Archive


def search(url: str, selection: Selection, like: str | None) -> list[Hit]:
    """Return what was said that has the words, or comes nearest in meaning to `like`.

    Raise ArchiveError if there is no archive, WeightsError if there is no model for `like`.
    """
    with Archive(url, create=False) as archive:
        if like is None:
            return archive.search(selection)
        vector = SentenceEncoder().vectors([like])[0]
        return archive.like(vector, selection)


def articles(url: str, selection: Selection) -> list[ArticleRow]:
    """Return the articles that a selection means, the latest first.

    Raise ArchiveError if there is no archive.
    """
    with Archive(url, create=False) as archive:
        return list(archive.list(selection))


def article(url: str, id_: str, version: int | None) -> Reading:
    """Return what was read in an article, in its latest text or a former one.

    Raise ArchiveError if there is no archive, or no such article in it, UsageError if it has no
    such version.
    """
    with Archive(url, create=False) as archive:
        if version is None:
            return archive.get(id_)
        known = archive.versions(id_)
    if version > len(known):
        raise UsageError(f"{id_} has no version {version}", f"it has {len(known)}")
    return known[version - 1].reading


def versions(url: str, id_: str) -> list[Version]:
    """Return all texts that an article has had, the first one first.

    Raise ArchiveError if there is no archive, or no such article in it.
    """
    with Archive(url, create=False) as archive:
        return archive.versions(id_)
