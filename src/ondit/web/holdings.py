"""What the pages ask for: an archive and a reader, whoever stands behind them."""

from __future__ import annotations

from typing import Protocol

from ondit.records import Reading
from ondit.records.archived import ArticleRow, Hit, Selection, Version
from ondit.records.outcome import Outcome


class Holdings(Protocol):
    """An archive that is looked into from several threads at once.

    Every method raises ArchiveError if the archive fails.
    """

    def search(self, selection: Selection, like: str | None) -> list[Hit]:
        """Return what was said that is meant, or comes nearest in meaning to `like`.

        Raise UsageError for a date or cursor that is none, WeightsError without a model.
        """

    def articles(self, selection: Selection) -> list[ArticleRow]:
        """Return the articles that are meant, the latest first; raise UsageError as `search`."""

    def count(self, selection: Selection) -> int:
        """Return how many articles are meant; raise UsageError as `search`."""

    def readings(self, selection: Selection) -> list[tuple[str, Reading]]:
        """Return id and reading of the articles that are meant, the latest first."""

    def versions(self, id_: str) -> list[Version]:
        """Return all texts of an article, the first one first; none if there is no such article."""

    def read(self, record: object) -> Reading:
        """Read the article in a JSON record, without keeping it.

        Raise SourceError if there is no article in it, WeightsError without a model.
        """

    def add(self, record: object) -> Outcome:
        """Read the article in a JSON record, or at its `url` where it has no text, and keep it.

        Raise SourceError if there is none, UsageError if the URL is none, WeightsError without
        a model.
        """
