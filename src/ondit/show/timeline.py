"""A chronicle on a terminal and as JSON lines: what, when, and through whose hands."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict

from rich.console import Console
from rich.text import Text

from ondit.records import Document
from ondit.records.chronicle import Chronicle, Entry
from ondit.show.branch import standing
from ondit.show.stamp import brief
from ondit.show.terminal import LINK, fitted
from ondit.show.trail import carrier, words
from ondit.show.wording import one_line, quoted, sources

LEAST_WIDTH = 30


def show_timeline(console: Console, chronicle: Chronicle, *, full: bool) -> None:
    """Write each entry with its date, its chain, and who carries it; cut if not `full`."""
    for entry in chronicle.entries:
        console.print(_heading(entry, chronicle.documents), soft_wrap=True)
        whole = quoted(one_line(words(entry.ref, chronicle.documents)))
        shown = whole if full else fitted(whole, max(LEAST_WIDTH, console.width - 2))
        console.print(Text(f"  {shown}"), soft_wrap=True)
    if not chronicle.entries:
        console.print(Text("Nothing found.", "dim"))


def timeline_lines(chronicle: Chronicle) -> Iterator[str]:
    """Yield each entry as one line of JSON, with its chain and the words of its first report."""
    for entry in chronicle.entries:
        found = carrier(entry.ref, chronicle.documents)
        chain = _chain(entry, chronicle.documents)
        record = asdict(entry) | {"chain": chain, "first": found}
        yield json.dumps(record, ensure_ascii=False)


def _heading(entry: Entry, documents: Mapping[str, Document]) -> Text:
    heading = Text(one_line(entry.when) if entry.dated else brief(entry.when), "bold")
    if not entry.dated:
        heading.append("  said", "dim")
    heading.append(f"  {LINK.join(_chain(entry, documents))}", "cyan")
    heading.append(f"  {standing(entry.ref, documents)}".rstrip(), "magenta")
    others = entry.outlets[1:]
    if others:
        heading.append(f"  also {', '.join(map(one_line, others))}", "dim")
    if entry.claim:
        heading.append(f"  {entry.claim}", "dim")
    return heading


def _chain(entry: Entry, documents: Mapping[str, Document]) -> tuple[str, ...]:
    reading = documents[entry.ref.article].reading
    if entry.attribution is None:
        return (one_line(entry.outlets[0]),)
    return sources(reading, reading.attributions[entry.attribution - 1])
