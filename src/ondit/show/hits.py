"""Results of a search and lists of articles, on a terminal and as JSON lines."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict

from rich.console import Console
from rich.text import Text

from ondit.records.archived import ArticleRow, Hit
from ondit.show.wording import NO_SOURCE, one_line


def show_hits(console: Console, hits: Iterable[Hit]) -> None:
    """Write who said what in which article, the words that were searched for marked."""
    found = False
    for hit in hits:
        found = True
        heading = Text(one_line(hit.source) or NO_SOURCE, "bold cyan")
        heading.append(f"  {hit.attribution.act}", "green")
        if hit.standing:
            heading.append(f"  {hit.standing}", "magenta")
        console.print(heading, soft_wrap=True)
        console.print(Text("  ").append_text(_marked(hit)), soft_wrap=True)
        console.print(Text("  ").append_text(_article(hit.article)), soft_wrap=True)
        console.print()
    if not found:
        console.print(Text("Nothing found.", "dim"))


def show_articles(console: Console, rows: Iterable[ArticleRow]) -> None:
    """Write a line for each article."""
    found = False
    for row in rows:
        found = True
        console.print(_article(row), soft_wrap=True)
    if not found:
        console.print(Text("No articles.", "dim"))


def hit_line(hit: Hit) -> str:
    """Return a hit as one line of JSON."""
    record = {
        "article": asdict(hit.article),
        "attribution": hit.attribution.id,
        "source": hit.source,
        "act": hit.attribution.act,
        "via": hit.attribution.via,
        "standing": hit.standing,
        "text": hit.text,
        "matches": [[one.begin, one.end] for one in hit.matches],
        "score": round(hit.score, 4),
        "cursor": hit.cursor,
    }
    return json.dumps(record, ensure_ascii=False)


def article_line(row: ArticleRow) -> str:
    """Return an article of a list as one line of JSON."""
    return json.dumps(asdict(row), ensure_ascii=False)


def _marked(hit: Hit) -> Text:
    """Return the content with what was searched for marked, each character as wide as it was."""
    words = Text(hit.text.replace("\n", " "))
    for span in hit.matches:
        words.stylize("bold yellow", span.begin, span.end)
    return words


def _article(row: ArticleRow) -> Text:
    line = Text(row.id, "dim").append("  ")
    line.append(one_line(row.title or "(no title)"), "default")
    facts = (row.outlet, row.language, row.published)
    line.append("  " + " · ".join(one_line(fact) for fact in facts if fact), "dim")
    return line
