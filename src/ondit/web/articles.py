"""The articles of an archive, the latest first; the front page shows their beginning."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, astuple, dataclass, fields
from typing import ClassVar

from ondit.records.archived import ArticleRow, Selection
from ondit.web.claim import Headline, headline
from ondit.web.claims import brief
from ondit.web.holdings import Holdings
from ondit.web.question import Question, question
from ondit.web.view import Table

TOP = 5
"""Claims on the front page: as many as fit beside a search on one screen."""

COLUMNS = tuple(field.name for field in fields(ArticleRow))


@dataclass(frozen=True, slots=True)
class Articles:
    """A page of the list; `next` is the cursor of the next, None on the last."""

    template: ClassVar[str] = "articles.html"
    question: Question
    rows: tuple[ArticleRow, ...]
    next: str | None
    title: str = "Articles"

    def json(self) -> str:
        """Return the rows and the cursor."""
        found = {"articles": [asdict(row) for row in self.rows], "next": self.next}
        return json.dumps(found, ensure_ascii=False)

    def table(self) -> Table:
        """Return the rows as they are."""
        return Table(COLUMNS, tuple(astuple(row) for row in self.rows))


@dataclass(frozen=True, slots=True)
class Front:
    """Where a reader begins: the search, the claims that travelled furthest, the latest articles,
    how many there are."""

    template: ClassVar[str] = "front.html"
    articles: Articles
    claims: tuple[Headline, ...]
    count: int
    title: str = "Who said what"

    @property
    def question(self) -> Question:
        """The search that is not yet asked."""
        return self.articles.question

    def json(self) -> str:
        """Return how many articles there are, the latest, and the claims."""
        found = {
            "count": self.count,
            "articles": [asdict(row) for row in self.articles.rows],
            "claims": [brief(one) for one in self.claims],
        }
        return json.dumps(found, ensure_ascii=False)


def articles(holdings: Holdings, given: Mapping[str, str]) -> Articles:
    """Return the page of the list that is asked for. Raise UsageError."""
    asked = question(given)
    found = holdings.articles(asked.wanted)
    rows = found[: asked.limit]
    return Articles(asked, tuple(rows), rows[-1].cursor if len(found) > len(rows) else None)


def front(holdings: Holdings, _: Mapping[str, str]) -> Front:
    """Return the front page."""
    latest = articles(holdings, {})
    found = holdings.claims(TOP)
    travelled = tuple(headline(one, found) for one in found.trails)
    return Front(latest, travelled, holdings.count(Selection()))
