"""What a search finds: who said it, how, and in which article."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from ondit.records.archived import Hit
from ondit.show.hits import hit_line
from ondit.web.holdings import Holdings
from ondit.web.question import Question, question
from ondit.web.view import Table

HEADER = (
    *("article", "title", "outlet", "url", "language", "published", "number", "source"),
    *("act", "via", "standing", "probability", "content", "score"),
)


@dataclass(frozen=True, slots=True)
class Findings:
    """A page of results; `next` is the cursor of the next, None on the last."""

    template: ClassVar[str] = "search.html"
    question: Question
    hits: tuple[Hit, ...]
    next: str | None

    @property
    def title(self) -> str:
        """What was looked for."""
        return self.question.words or "Search"

    def json(self) -> str:
        """Return the hits as `ondit search --json` writes them, and the cursor."""
        return f'{{"hits": {hits_json(self.hits)}, "next": {json.dumps(self.next)}}}'

    def table(self) -> Table:
        """Return a row for each hit."""
        return Table(HEADER, tuple(map(row, self.hits)))


def findings(holdings: Holdings, given: Mapping[str, str]) -> Findings:
    """Return the page of results that is asked for. Raise UsageError, WeightsError."""
    asked = question(given)
    return Findings(asked, *search(holdings, asked))


def search(holdings: Holdings, asked: Question) -> tuple[tuple[Hit, ...], str | None]:
    """Return a page of hits and the cursor of the next one; by meaning there is no next."""
    found = holdings.search(asked.wanted, asked.like)
    hits = found[: asked.limit]
    more = len(found) > len(hits) and not asked.like
    return tuple(hits), hits[-1].cursor if more else None


def hits_json(hits: tuple[Hit, ...]) -> str:
    """Return hits as a JSON list."""
    return f"[{', '.join(map(hit_line, hits))}]"


def row(hit: Hit) -> tuple[object, ...]:
    """Return a hit below `HEADER`."""
    one, article = hit.attribution, hit.article
    about = (article.id, article.title, article.outlet, article.url)
    when = (article.language, article.published)
    said = (one.id, hit.source, one.act, one.via, hit.standing, one.probability)
    return (*about, *when, *said, hit.text, round(hit.score, 4))
