"""An actor's positions over time, on a terminal and as JSON lines."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict

from rich.console import Console
from rich.text import Text

from ondit.records.position import Position, Stand
from ondit.show.stamp import brief
from ondit.show.terminal import LINK
from ondit.show.wording import one_line, quoted


def show_positions(console: Console, stands: Sequence[Stand]) -> None:
    """Write each position with its date, act, condition, deadlines, who reports it, and which of
    those before it does not agree with."""
    known = {one.position.ref: one.position for one in stands}
    for one in stands:
        console.print(_heading(one), soft_wrap=True)
        console.print(Text(f"  {quoted(one_line(one.position.words))}"), soft_wrap=True)
        if one.position.condition:
            condition = f"  condition: {one_line(one.position.condition)}"
            console.print(Text(condition, "yellow"), soft_wrap=True)
        for deadline in one.deadlines:
            console.print(Text(f"  by: {one_line(deadline)}", "yellow"), soft_wrap=True)
        for name, refs in (("turns from", one.turns_from), ("contradicts", one.contradicts)):
            for ref in refs:
                console.print(Text(f"  {name} {_told(known[ref])}", "bold red"), soft_wrap=True)
    if not stands:
        console.print(Text("Nothing found.", "dim"))


def position_line(stand: Stand) -> str:
    """Return a position and how it stands to others as one line of JSON."""
    record = asdict(stand)
    return json.dumps(record.pop("position") | record, ensure_ascii=False)


def _heading(one: Stand) -> Text:
    position = one.position
    heading = Text(one_line(position.published or "no date"), "default")
    heading.append(f"  {position.act}", "bold green")
    if position.standing:
        heading.append(f"  {position.standing}", "magenta")
    heading.append(f"  {', '.join(map(one_line, position.outlets))}", "cyan")
    if one.through:
        heading.append(f"  through {LINK.join(map(one_line, one.through))}", "dim")
    return heading


def _told(position: Position) -> str:
    return f"{brief(position.published)}: {quoted(one_line(position.words))}"
