"""A claim's way through articles on a terminal: origins at the root, retellings under them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from rich.console import Console
from rich.text import Text

from ondit.records import Document, wording
from ondit.records.trace import Flag, Origin, Ref, Step, Trail
from ondit.show.terminal import fitted
from ondit.show.trail import earliest, words
from ondit.show.wording import one_line, quoted

LEAST_WIDTH = 30
FLAGS = {
    Flag.CIRCULAR: "many carry it, and all have it from one",
    Flag.UNNAMED_ORIGIN: "no origin names its source",
    Flag.ORIGIN_MISSING: "where it began is not in the archive",
}


@dataclass(frozen=True, slots=True)
class Tree:
    """How a trail is written: where to, the articles it passes, whether uncut, and with reasons."""

    console: Console
    documents: Mapping[str, Document]
    full: bool = False
    why: bool = False

    def show(self, trail: Trail) -> None:
        """Write a trail; with `why` also what every step rests on."""
        self._header(trail)
        below = _below(trail)
        roots = [*(one.carrier for one in trail.origins), *_orphans(trail)]
        for number, root in enumerate(roots):
            self._branch(trail, below, root, "", last=number == len(roots) - 1)

    def _header(self, trail: Trail) -> None:
        first = earliest(trail, self.documents)
        self._line(Text(self._words(first, self.console.width), "bold"))
        counts = (
            _count(trail.carriers, "carrier"),
            _count(trail.outlets, "outlet"),
            _count(trail.languages, "language"),
            _count(len(trail.origins), "origin"),
            f"depth {trail.depth}",
        )
        self._line(Text(" · ".join(counts), "dim"))
        for flag in trail.flags:
            self._line(Text(f"! {flag}: {FLAGS[flag]}", "bold yellow"))
        for other in trail.disputed:
            self._line(Text(f"! disputed by claim {other}", "bold yellow"))

    def _branch(
        self, trail: Trail, below: Mapping[Ref, list[Step]], ref: Ref, indent: str, *, last: bool
    ) -> None:
        """Write one carrier and all that have it from there."""
        step = next((one for one in trail.steps if one.child == ref), None)
        origin = next((one for one in trail.origins if one.carrier == ref), None)
        self._line(Text(indent + ("└ " if last else "├ "), "dim").append(self._heading(ref, step)))
        inner = indent + ("  " if last else "│ ")
        children = below.get(ref, [])
        bar = inner + ("│ " if children else "  ")
        for note in self._notes(ref, step, origin, len(bar)):
            self._line(Text(bar, "dim").append(note))
        for number, child in enumerate(children):
            end = number == len(children) - 1
            self._branch(trail, below, child.child, inner, last=end)

    def _heading(self, ref: Ref, step: Step | None) -> Text:
        article = self.documents[ref.article].reading.article
        heading = Text(one_line(article.published or "no date"), "default")
        heading.append(f"  {one_line(article.outlet or article.title or ref.article)}", "bold cyan")
        heading.append(f"  {article.language or ''}", "dim")
        if step:
            kind = f"  {step.relay.kind}"
            if step.parent is None and step.relay.outlet:
                kind += f", from {step.relay.outlet} (not in the archive)"
            heading.append(kind, "green").append(f"  p = {step.relay.probability:.2f}", "dim")
            if step.relay.late:
                heading.append("  dated after what was made from it", "red")
        return heading

    def _notes(
        self, ref: Ref, step: Step | None, origin: Origin | None, taken: int
    ) -> Iterator[Text]:
        """Yield the wording, the source, and what was changed."""
        yield Text(self._words(ref, self.console.width - taken))
        if origin:
            named = ", ".join(map(one_line, origin.sources)) or "no source named"
            yield Text(f"origin: {named}" + (" (unnamed)" if origin.unnamed else ""), "magenta")
            for witness in origin.witnesses:
                outlet = self.documents[witness.article].reading.article.outlet
                yield Text(f"also heard by {one_line(outlet or witness.article)}", "magenta")
        for shift in step.shifts if step else ():
            yield Text(f"changed: {one_line(shift.words)}", "red")
        if self.why and step:
            for evidence in step.relay.evidence:
                text = self.documents[ref.article].reading.article.text
                shown = one_line(wording(evidence.child, text))
                yield Text(f"because {evidence.kind}: {quoted(shown)}", "dim")

    def _words(self, ref: Ref, room: int) -> str:
        whole = quoted(one_line(words(ref, self.documents)))
        return whole if self.full else fitted(whole, max(LEAST_WIDTH, room))

    def _line(self, line: Text) -> None:
        self.console.print(line, soft_wrap=True)


def _below(trail: Trail) -> dict[Ref, list[Step]]:
    """Return the steps by the carrier that they start from."""
    found: dict[Ref, list[Step]] = {}
    for step in trail.steps:
        if step.parent is not None:
            found.setdefault(step.parent, []).append(step)
    return found


def _orphans(trail: Trail) -> list[Ref]:
    """Return the carriers whose parent is not in the archive and that are no origins."""
    origins = {one.carrier for one in trail.origins}
    return [one.child for one in trail.steps if one.parent is None and one.child not in origins]


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" + ("" if number == 1 else "s")
