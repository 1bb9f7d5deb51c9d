"""What the pages ask for: an archive and a reader, whoever stands behind them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from ondit.records import Act, Document, Reading
from ondit.records.archived import ArticleRow, Hit, Selection, Version
from ondit.records.chronicle import Chronicle
from ondit.records.difference import Difference
from ondit.records.outcome import Outcome
from ondit.records.position import Position
from ondit.records.trace import Trail


@dataclass(frozen=True, slots=True)
class Travelled:
    """Trails of claims, and by `Article.id` the documents of their articles, the ids that an
    archive knows those by, and the countries of their outlets (ISO 3166), as far as known."""

    trails: tuple[Trail, ...]
    documents: Mapping[str, Document]
    ids: Mapping[str, str]
    countries: Mapping[str, str]


NOTHING = Travelled((), {}, {}, {})


@dataclass(frozen=True, slots=True)
class Held:
    """The positions of an actor, and by `Article.id` the archive's ids and the readings of the
    articles that have them."""

    positions: tuple[Position, ...]
    readings: Mapping[str, tuple[str, Reading]]


@dataclass(frozen=True, slots=True)
class Told:
    """What happens when, and by `Article.id` the ids that an archive knows articles by."""

    chronicle: Chronicle
    ids: Mapping[str, str]


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

    def acts(self, selection: Selection) -> dict[Act, int]:
        """Return what is done with the words that are meant, and in how many articles; raise
        UsageError as `search`."""

    def readings(self, selection: Selection) -> list[tuple[str, Reading]]:
        """Return id and reading of the articles that are meant, the latest first."""

    def versions(self, id_: str) -> list[Version]:
        """Return all texts of an article, the first one first; none if there is no such article."""

    def claims(self, limit: int) -> Travelled:
        """Return the claims that most articles carry, at most `limit`."""

    def trails(self, what: str) -> Travelled:
        """Return the trails of an article's claims, by its `Article.id`, that of a claim, by its
        id, or of the claim that comes nearest in meaning to a text; none if nothing is found.

        Raise WeightsError without a model.
        """

    def positions(self, selection: Selection, on: str | None) -> Held:
        """Return the positions that a selection means, with `on` those about a subject alone.

        Raise UsageError as `search`, WeightsError without a model for `on`.
        """

    def timeline(self, about: str | None, since: str | None, until: str | None, limit: int) -> Told:
        """Return what is told of some time, all of it or what is `about` somebody or something;
        of more than `limit` entries those that most outlets carry. Raise UsageError as `search`.
        """

    def difference(self, one: str, other: str) -> Difference | None:
        """Return what becomes of the statements of an article in another, by their ids; None if
        one of them is not there."""

    def read(self, record: object) -> Reading:
        """Read the article in a JSON record, without keeping it.

        Raise SourceError if there is no article in it, WeightsError without a model.
        """

    def add(self, record: object) -> Outcome:
        """Read the article in a JSON record, or at its `url` where it has no text, and keep it.

        Raise SourceError if there is none, UsageError if the URL is none, WeightsError without
        a model.
        """
