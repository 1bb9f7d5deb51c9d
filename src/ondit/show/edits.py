"""What an article said before and after each change of its text."""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import Console
from rich.text import Text

from ondit.records.archived import Version
from ondit.show.wording import one_line, quoted


def show_versions(console: Console, versions: Iterable[Version]) -> None:
    """Write each version with the contents that it has more, and fewer, than the one before."""
    for version in versions:
        heading = Text(f"version {version.number}", "bold").append(f"  {version.seen}", "dim")
        console.print(heading, soft_wrap=True)
        if version.number == 1:
            count = len(version.reading.attributions)
            console.print(Text(f"  {count} attributions", "dim"), soft_wrap=True)
            continue
        for words in version.removed:
            console.print(Text(f"  - {quoted(one_line(words))}", "red"), soft_wrap=True)
        for words in version.added:
            console.print(Text(f"  + {quoted(one_line(words))}", "green"), soft_wrap=True)
        if not version.added and not version.removed:
            console.print(Text("  nothing that is attributed changed", "dim"), soft_wrap=True)
