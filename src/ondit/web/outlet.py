"""An outlet's page: what it published, whom it cites, and how much it has from nobody named."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from typing import ClassVar

from ondit.config import LIMIT
from ondit.records import Attribution, Chain, Reading, Standing
from ondit.records.archived import ArticleRow, Selection
from ondit.show.wording import NO_SOURCE, sources
from ondit.web.holdings import Holdings
from ondit.web.question import name
from ondit.web.view import Table

SAMPLE = 100
"""Latest articles that shares and tables are counted over: 0.15 s of one core in an archive of 944
articles of tests/store/samples.py; with ten attributions in each, shares are right to three points
in a hundred."""

MOST = 30
"""Names in a table: beyond them come those that were cited once."""


@dataclass(frozen=True, slots=True)
class Cited:
    """Somebody whom an outlet cites, and how often."""

    name: str
    attributions: int


@dataclass(frozen=True, slots=True)
class Stand:
    """How many of an outlet's attributions stand so; `share` of all of them, in [0, 1]."""

    standing: Standing
    attributions: int
    share: float


@dataclass(frozen=True, slots=True)
class Outlet:
    """An outlet by its name or site.

    `articles` counts all, `sample` those of them that the shares and tables are counted over.
    `names` are how its articles call it; `languages` what they are in. `relays` are other outlets
    that its words came through.
    """

    template: ClassVar[str] = "outlet.html"
    name: str
    names: tuple[str, ...]
    languages: tuple[str, ...]
    articles: int
    sample: int
    standings: tuple[Stand, ...]
    relays: tuple[Cited, ...]
    sources: tuple[Cited, ...]
    latest: tuple[ArticleRow, ...]

    @property
    def title(self) -> str:
        """The name that is asked for."""
        return self.name

    def json(self) -> str:
        """Return all of it."""
        return json.dumps(asdict(self), ensure_ascii=False)

    def table(self) -> Table:
        """Return whom it cites."""
        relays = ((one.name, "relay", one.attributions) for one in self.relays)
        found = ((one.name, "source", one.attributions) for one in self.sources)
        return Table(("name", "as", "attributions"), (*relays, *found))


def outlet(holdings: Holdings, given: Mapping[str, str]) -> Outlet:
    """Return the page that is asked for. Raise UsageError."""
    who = name(given)
    readings = [one for _, one in holdings.readings(Selection(outlet=who, limit=SAMPLE))]
    return Outlet(
        name=who,
        names=_each(one.article.outlet for one in readings),
        languages=_each(one.article.language for one in readings),
        articles=holdings.count(Selection(outlet=who)),
        sample=len(readings),
        standings=tuple(_standings(readings)),
        relays=_cited(relay for one in _chained(readings) for relay in one.relays),
        sources=_cited(_source(one, said) for one in readings for said in one.attributions),
        latest=tuple(holdings.articles(Selection(outlet=who, limit=LIMIT.default))),
    )


def _each(values: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one for one in values if one))


def _chained(readings: Iterable[Reading]) -> Iterator[Chain]:
    return (chain for one in readings for chain in one.chains)


def _standings(readings: Iterable[Reading]) -> Iterator[Stand]:
    counts = Counter(chain.standing for chain in _chained(readings))
    for standing in Standing:
        if counts[standing]:
            yield Stand(standing, counts[standing], counts[standing] / counts.total())


def _source(reading: Reading, said: Attribution) -> str:
    return sources(reading, said)[-1]


def _cited(names: Iterable[str]) -> tuple[Cited, ...]:
    counts = Counter(one for one in names if one and one != NO_SOURCE)
    return tuple(Cited(*one) for one in counts.most_common(MOST))
