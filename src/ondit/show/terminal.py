"""The listing of a reading on a terminal: who said what, each chain from the outside in."""

from __future__ import annotations

from dataclasses import dataclass

from rich.cells import cell_len, set_cell_size
from rich.console import Console
from rich.text import Text

from ondit.records import Attribution, Reading, wording
from ondit.show.wording import (
    chain_of,
    children,
    dates,
    one_line,
    quoted,
    roots,
    sources,
)

INDENT = 4
LEAST_WIDTH = 20
LINK = " › "
ELLIPSIS = "…"


@dataclass(frozen=True, slots=True)
class Listing:
    """How a listing is written: where to, whether uncut, and below which probability to doubt."""

    console: Console
    full: bool
    doubt: float

    def show(self, name: str, reading: Reading) -> None:
        """Write the header and the attributions of `reading`; `name` stands in for a title."""
        self._header(name, reading)
        found = False
        for attribution in roots(reading):
            found = True
            self._attribution(reading, attribution, 0)
        if not found:
            self._write(Text("Nobody is cited in this text.", "dim"))
        self._write(Text())

    def _header(self, name: str, reading: Reading) -> None:
        article = reading.article
        self._write(Text(one_line(article.title or name), "bold"))
        facts = (article.outlet, article.language, article.published)
        self._write(Text(" · ".join(one_line(fact) for fact in facts if fact), "dim"))
        if reading.summary:
            self._write(Text(one_line(reading.summary)))

    def _attribution(self, reading: Reading, attribution: Attribution, depth: int) -> None:
        text = reading.article.text
        indent = min(depth * INDENT, max(0, self.console.width - LEAST_WIDTH))
        if depth == 0:
            self._write(Text())
        self._write(self._heading(reading, attribution), indent)
        self._write(self._words(wording(attribution.content, text), indent + 2), indent + 2)
        if attribution.condition:
            condition = one_line(wording(attribution.condition, text))
            self._write(Text(f"condition: {condition}", "yellow"), indent + 2)
        if found := dates(reading, attribution):
            self._write(Text("; ".join(found), "dim"), indent + 2)
        for child in children(reading, attribution):
            self._attribution(reading, child, depth + 1)

    def _heading(self, reading: Reading, attribution: Attribution) -> Text:
        heading = Text()
        *outer, innermost = sources(reading, attribution)
        for source in outer:
            heading.append(source, "cyan").append(LINK, "dim")
        heading.append(innermost, "bold cyan").append(f"  {attribution.act}", "green")
        if reading.chains:
            heading.append(f"  {chain_of(reading, attribution).standing}", "magenta")
        if attribution.probability < self.doubt:
            heading.append(f"  p = {attribution.probability:.2f}", "red")
        return heading

    def _words(self, words: str, indent: int) -> Text:
        whole = quoted(one_line(words))
        room = max(LEAST_WIDTH, self.console.width - indent)
        return Text(whole if self.full else fitted(whole, room))

    def _write(self, line: Text, indent: int = 0) -> None:
        """Write `line`, wrapped on a terminal, as it is into a file or a pipe."""
        if not self.console.is_terminal:
            self.console.print(Text(" " * indent).append_text(line), soft_wrap=True)
            return
        for part in line.wrap(self.console, max(LEAST_WIDTH, self.console.width - indent)):
            self.console.print(Text(" " * indent).append_text(part), soft_wrap=True)


def fitted(words: str, room: int) -> str:
    """Return words in quotation marks, cut to `room` columns with the last mark kept."""
    if cell_len(words) <= room:
        return words
    return set_cell_size(words, room - 2).rstrip() + ELLIPSIS + words[-1]
