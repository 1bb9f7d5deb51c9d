"""An actor's positions over time, on a terminal and as JSON lines."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict

from rich.console import Console
from rich.text import Text

from ondit.records.position import Position
from ondit.show.wording import one_line, quoted


def show_positions(console: Console, positions: Iterable[Position]) -> None:
    """Write each position with its date, act, condition, and who reports it."""
    found = False
    for one in positions:
        found = True
        heading = Text(one_line(one.published or "no date"), "default")
        heading.append(f"  {one.act}", "bold green")
        if one.standing:
            heading.append(f"  {one.standing}", "magenta")
        heading.append(f"  {', '.join(map(one_line, one.outlets))}", "cyan")
        console.print(heading, soft_wrap=True)
        console.print(Text(f"  {quoted(one_line(one.words))}"), soft_wrap=True)
        if one.condition:
            condition = f"  condition: {one_line(one.condition)}"
            console.print(Text(condition, "yellow"), soft_wrap=True)
    if not found:
        console.print(Text("Nothing found.", "dim"))


def position_line(position: Position) -> str:
    """Return a position as one line of JSON."""
    return json.dumps(asdict(position), ensure_ascii=False)
