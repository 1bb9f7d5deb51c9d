"""The id by which an archive knows an article that was read."""

from __future__ import annotations

from ondit.records import Article
from ondit.store.identity import new_id


def archived_id(article: Article) -> str:
    """Return the id that an archive gives to an article which it meets at its present address."""
    return new_id(article)
