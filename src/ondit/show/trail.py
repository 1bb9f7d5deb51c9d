"""A claim's trail as one line of JSON, and a line for each claim of a list."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict

from rich.console import Console
from rich.text import Text

from ondit.records import Document
from ondit.records.trace import Ref, Trail
from ondit.show.wording import one_line, quoted


def trail_line(trail: Trail, documents: Mapping[str, Document]) -> str:
    """Return a trail as one line of JSON, with the words and the article of each carrier."""
    record = asdict(trail)
    record["claim"]["carriers"] = [_carrier(one, documents) for one in trail.claim.carriers]
    return json.dumps(record, ensure_ascii=False)


def show_claims(
    console: Console, trails: tuple[Trail, ...], documents: Mapping[str, Document]
) -> None:
    """Write for each claim its id, how many carry it, and its words where it first stood."""
    for trail in trails:
        line = Text(trail.claim.id, "dim")
        origins = f"{len(trail.origins)} origin" + ("" if len(trail.origins) == 1 else "s")
        line.append(f"  {trail.carriers} carriers, {origins}, depth {trail.depth}", "cyan")
        shifts = sum(len(one.shifts) for one in trail.steps)
        if shifts:
            line.append(f", {shifts} changed", "red")
        for flag in trail.flags:
            line.append(f"  ! {flag}", "yellow")
        console.print(line, soft_wrap=True)
        first = words(earliest(trail, documents), documents)
        console.print(Text(f"  {quoted(one_line(first))}"), soft_wrap=True)
    if not trails:
        console.print(Text("No claim is carried by two articles.", "dim"))


def _carrier(ref: Ref, documents: Mapping[str, Document]) -> dict[str, object]:
    document = documents[ref.article]
    article, statement = document.reading.article, document.statements[ref.place]
    return {
        "article": ref.article,
        "place": ref.place,
        "outlet": article.outlet,
        "language": article.language,
        "published": article.published,
        "title": article.title,
        "attribution": statement.attribution,
        "spans": [[one.begin, one.end] for one in statement.spans],
        "text": statement.of(article.text),
    }


def earliest(trail: Trail, documents: Mapping[str, Document]) -> Ref:
    """Return the carrier with the first date of publication; those without one come last."""

    def when(ref: Ref) -> tuple[str, Ref]:
        return (documents[ref.article].reading.article.published or "9999", ref)

    return min(trail.claim.carriers, key=when)


def words(ref: Ref, documents: Mapping[str, Document]) -> str:
    """Return what a carrier says."""
    document = documents[ref.article]
    return document.statements[ref.place].of(document.reading.article.text)
