"""Two articles side by side on a terminal, and as one line of JSON."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import asdict

from rich.console import Console
from rich.table import Table
from rich.text import Text

from ondit.records import Article, Document
from ondit.records.difference import Difference, Fate, Pair
from ondit.records.trace import Ref
from ondit.show.branch import outlet, standing
from ondit.show.stamp import brief
from ondit.show.terminal import fitted
from ondit.show.trail import carrier, changed, words
from ondit.show.wording import one_line, quoted

SIGNS = {
    Fate.KEPT: ("=", "default"),
    Fate.CHANGED: ("~", "yellow"),
    Fate.DISPUTED: ("!", "red"),
    Fate.DROPPED: ("-", "red"),
    Fate.ADDED: ("+", "green"),
}
"""What stands before a pair, and its colour."""

LINES = 3
"""Lines of a statement that are shown where it is not asked for in full."""


def show_difference(console: Console, found: Difference, *, full: bool) -> None:
    """Write both articles in two columns, statement by statement, cut if not `full`."""
    documents = {one.reading.article.id: one for one in (found.one, found.other)}
    table = Table(box=None, pad_edge=False, padding=(0, 2, 1, 0), expand=True)
    table.add_column("", width=1)
    for one in documents.values():
        table.add_column(_heading(one.reading.article), ratio=1, overflow="fold")
    room = LINES * (console.width - len(SIGNS)) // 2
    for pair in found.pairs:
        table.add_row(*_row(pair, documents, room if not full else 0))
    _show_summary(console, found)
    console.print(table)


def difference_line(found: Difference) -> str:
    """Return a difference as one line of JSON, with the words of every statement."""
    documents = {one.reading.article.id: one for one in (found.one, found.other)}
    record = {
        "before": found.one.reading.article.id,
        "after": found.other.reading.article.id,
        "relay": asdict(found.relay) if found.relay else None,
        "pairs": [_pair(one, documents) for one in found.pairs],
    }
    return json.dumps(record, ensure_ascii=False)


def _show_summary(console: Console, found: Difference) -> None:
    counts = Counter(one.fate for one in found.pairs)
    told = ", ".join(f"{counts[fate]} {fate}" for fate in Fate if counts[fate])
    console.print(Text(told or "Neither article states anything.", "dim"), soft_wrap=True)
    if found.relay:
        made = f"{found.relay.kind}, p = {found.relay.probability:.2f}"
        console.print(Text(f"the second is made from the first: {made}", "green"), soft_wrap=True)
    console.print()


def _heading(article: Article) -> Text:
    heading = Text(outlet(article), "bold cyan")
    heading.append(f"\n{brief(article.published)}  {one_line(article.language or '')}", "dim")
    return heading


def _row(pair: Pair, documents: Mapping[str, Document], room: int) -> tuple[Text, Text, Text]:
    sign, style = SIGNS[pair.fate]
    before, after = (_cell(ref, documents, style, room) for ref in (pair.before, pair.after))
    for shift in pair.shifts:
        after.append(f"\n{changed(shift, documents)}", "red")
    if pair.fate is Fate.DISPUTED and pair.match:
        after.append(f"\n{pair.match.relation}", "red")
    return Text(sign, f"bold {style}"), before, after


def _cell(ref: Ref | None, documents: Mapping[str, Document], style: str, room: int) -> Text:
    if ref is None:
        return Text("")
    whole = quoted(one_line(words(ref, documents)))
    cell = Text(fitted(whole, room) if room else whole, style)
    return cell.append(f"\n{standing(ref, documents)}".rstrip(), "magenta")


def _pair(pair: Pair, documents: Mapping[str, Document]) -> dict[str, object]:
    sides = {
        name: carrier(ref, documents) if ref else None
        for name, ref in (("before", pair.before), ("after", pair.after))
    }
    return asdict(pair) | sides
