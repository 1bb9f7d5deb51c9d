"""A claim's trail as one line of JSON, and a line for each claim of a list."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict

from rich.console import Console
from rich.text import Text

from ondit.records import Document
from ondit.records.trace import Match, Origin, Ref, Shift, Trail
from ondit.show.stamp import brief, hours
from ondit.show.wording import one_line, quoted


def trail_line(
    trail: Trail, documents: Mapping[str, Document], matches: Mapping[Ref, Match] | None = None
) -> str:
    """Return a trail as one line of JSON, with the words and the article of each carrier.

    With `matches` it has those of its carriers, too.
    """
    record = asdict(trail)
    record["claim"]["carriers"] = [carrier(one, documents) for one in trail.claim.carriers]
    if matches is not None:
        found = (matches.get(step.child) for step in trail.steps)
        record["matches"] = [asdict(one) for one in found if one]
    return json.dumps(record, ensure_ascii=False)


def show_claims(
    console: Console, trails: tuple[Trail, ...], documents: Mapping[str, Document]
) -> None:
    """Write for each claim its id, since when and how many carry it, and its first words."""
    for trail in trails:
        line = Text(trail.claim.id, "dim")
        origins = count(len(trail.origins), "origin")
        first = earliest(trail, documents)
        since = brief(documents[first.article].reading.article.published)
        line.append(f"  since {since}", "default")
        line.append(f"  {trail.carriers} carriers, {origins}, depth {trail.depth}", "cyan")
        shifts = sum(len(one.shifts) for one in trail.steps)
        if shifts:
            line.append(f", {shifts} changed", "red")
        for flag in trail.flags:
            line.append(f"  ! {flag}", "yellow")
        console.print(line, soft_wrap=True)
        console.print(Text(f"  {quoted(one_line(words(first, documents)))}"), soft_wrap=True)
    if not trails:
        console.print(Text("No claim is carried by two articles.", "dim"))


def carrier(ref: Ref, documents: Mapping[str, Document]) -> dict[str, object]:
    """Return what a carrier is as a record: its article, its place there, its words."""
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

    def when(ref: Ref) -> tuple[float, Ref]:
        return hours(documents[ref.article].reading.article.published), ref

    return min(trail.claim.carriers, key=when)


def words(ref: Ref, documents: Mapping[str, Document]) -> str:
    """Return what a carrier says."""
    document = documents[ref.article]
    return document.statements[ref.place].of(document.reading.article.text)


def counts(trail: Trail) -> tuple[str, ...]:
    """Return how many there are of what a trail counts, each with its noun."""
    return (
        count(trail.carriers, "carrier"),
        count(trail.outlets, "outlet"),
        count(trail.languages, "language"),
        count(len(trail.origins), "origin"),
        f"depth {trail.depth}",
    )


def count(number: int, noun: str) -> str:
    """Return a number with its noun: "1 origin", "2 origins"."""
    return f"{number} {noun}" + ("" if number == 1 else "s")


def spoken(origin: Origin) -> str:
    """Return who an origin has a claim from."""
    named = ", ".join(map(one_line, origin.sources)) or "no source named"
    return f"{named} (unnamed)" if origin.unnamed else named


def changed(shift: Shift, documents: Mapping[str, Document]) -> str:
    """Return what a shift changed in one line: "number: 300 -> 3,000"."""
    return f"{shift.kind}: {' -> '.join(sides(shift, documents) or ())}".rstrip(": ")


NOTHING = "nothing"
"""Stands for words that a retelling dropped, or had nothing in their place."""


def sides(shift: Shift, documents: Mapping[str, Document]) -> tuple[str, str] | None:
    """Return the words that a shift changed and those that it changed them to; None if neither
    text has any for it."""
    before, after = (
        one_line(", ".join(span.of(documents[ref.article].reading.article.text) for span in spans))
        for ref, spans in ((shift.parent, shift.before), (shift.child, shift.after))
    )
    return (before or NOTHING, after or NOTHING) if before or after else None
