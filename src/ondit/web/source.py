"""A source's page: all that it says in the archive, by act, over time, through whose hands."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import groupby
from typing import ClassVar

from ondit.records import Act, Chain, Reading, wording
from ondit.records.archived import Hit, Selection
from ondit.show.hits import hit_line
from ondit.show.wording import chain_of, sources
from ondit.web.finding import HEADER, row, search
from ondit.web.holdings import Holdings
from ondit.web.question import Question, name, question
from ondit.web.view import Table

MONTH = re.compile(r"\d{4}-\d{2}")
UNDATED = "without a date"


@dataclass(frozen=True, slots=True)
class Said:
    """Something that a source says: under which condition, and by whom it is told.

    `through` are the names from the article's outlet to the one before the source; `hands` as in
    its chain, None if none was resolved.
    """

    hit: Hit
    condition: str
    through: tuple[str, ...]
    hands: int | None

    @property
    def month(self) -> str:
        """The month in which its article was published, "2025-08"."""
        found = MONTH.match(self.hit.article.published or "")
        return found[0] if found else UNDATED


@dataclass(frozen=True, slots=True)
class Acts:
    """In how many articles a source does something with words: say, deny, promise ..."""

    act: Act
    articles: int


@dataclass(frozen=True, slots=True)
class Source:
    """A page of what a source says, the latest first; `next` is the cursor of the next page."""

    template: ClassVar[str] = "source.html"
    name: str
    question: Question
    acts: tuple[Acts, ...]
    said: tuple[Said, ...]
    next: str | None

    @property
    def title(self) -> str:
        """The name that is asked for."""
        return self.name

    @property
    def names(self) -> tuple[str, ...]:
        """The names under which articles have it, in the order of this page."""
        return tuple(dict.fromkeys(one.hit.source for one in self.said if one.hit.source))

    @property
    def months(self) -> Iterator[tuple[str, tuple[Said, ...]]]:
        """What is said, month by month."""
        for month, said in groupby(self.said, key=lambda one: one.month):
            yield month, tuple(said)

    def address(self, act: Act | None, after: str | None = None) -> str:
        """Return the address of the same for one act, or of a further page."""
        query = {"source": None, "name": self.name, "act": act, "after": after}
        return self.question.address("/source", **query)

    def json(self) -> str:
        """Return the acts, what is said, and the cursor."""
        found = {
            "name": self.name,
            "acts": {one.act: one.articles for one in self.acts},
            "said": [json.loads(hit_line(one.hit)) | _more(one) for one in self.said],
            "next": self.next,
        }
        return json.dumps(found, ensure_ascii=False)

    def table(self) -> Table:
        """Return a row for each thing that is said."""
        header = (*HEADER, "condition", "through", "hands")
        return Table(header, tuple((*row(one.hit), *_more(one).values()) for one in self.said))


def source(holdings: Holdings, given: Mapping[str, str]) -> Source:
    """Return the page that is asked for. Raise UsageError."""
    who, asked = name(given), question(given)
    asked = Question(None, asked.by, replace(asked.selection, source=who))
    hits, following = search(holdings, asked)
    ids = tuple({hit.article.id for hit in hits})
    readings = dict(holdings.readings(Selection(articles=ids))) if ids else {}
    said = tuple(_said(hit, readings[hit.article.id]) for hit in hits if hit.article.id in readings)
    return Source(who, asked, tuple(_acts(holdings, who)), said, following)


def _acts(holdings: Holdings, who: str) -> Iterator[Acts]:
    found = holdings.acts(Selection(source=who))
    return (Acts(act, found[act]) for act in Act if act in found)


def _said(hit: Hit, reading: Reading) -> Said:
    one = hit.attribution
    condition = wording(one.condition, reading.article.text)
    chain = _chain(reading, hit)
    return Said(hit, condition, sources(reading, one)[:-1], chain.hands if chain else None)


def _chain(reading: Reading, hit: Hit) -> Chain | None:
    return chain_of(reading, hit.attribution) if reading.chains else None


def _more(one: Said) -> dict[str, str | int | None]:
    return {"condition": one.condition, "through": " › ".join(one.through), "hands": one.hands}
