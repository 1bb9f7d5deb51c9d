"""What one source, or one record of it, gave when it was taken in."""

from __future__ import annotations

from dataclasses import dataclass

from ondit.records.archived import Fetched
from ondit.records.article import Article


@dataclass(frozen=True, slots=True)
class Item:
    """An article, or in one line why there is none: an `error`, or a reason for leaving it out.

    `source` is a path, a URL, or the path and number of a record ("export.jsonl#12").
    `fetched` is to be remembered for the URL `source` once the article is safe, and not before:
    what a server is told to be known it does not send again.
    """

    source: str
    article: Article | None = None
    error: str | None = None
    skipped: str | None = None
    fetched: Fetched | None = None
