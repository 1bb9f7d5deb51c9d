"""A claim's way through articles on a terminal: origins at the root, retellings under them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from rich.console import Console
from rich.text import Text

from ondit.records import Document
from ondit.records.trace import Flag, Match, Ref, Trail
from ondit.show.branch import Branch, branches, outlet, standing
from ondit.show.ground import disputing, grounds
from ondit.show.terminal import fitted
from ondit.show.trail import changed, counts, earliest, spoken, words
from ondit.show.wording import one_line, quoted

LEAST_WIDTH = 30
FLAGS = {
    Flag.CIRCULAR: "many carry it, and all have it from one",
    Flag.UNNAMED_ORIGIN: "no origin names its source",
    Flag.ORIGIN_MISSING: "where it began is not in the archive",
}


@dataclass(frozen=True, slots=True)
class Tree:
    """How a trail is written: where to, the articles it passes and the countries of their outlets
    (ISO 3166, as far as known), whether uncut, and with the reasons that `matches` hold for its
    steps and `disputes` for each two claims."""

    console: Console
    documents: Mapping[str, Document]
    countries: Mapping[str, str]
    full: bool = False
    matches: Mapping[Ref, Match] | None = None
    disputes: Mapping[tuple[str, str], Match] = field(default_factory=dict)

    def show_all(self, trails: Iterable[Trail]) -> None:
        """Write trails with a line between them."""
        for number, trail in enumerate(trails):
            if number:
                self._line(Text())
            self.show(trail)

    def show(self, trail: Trail) -> None:
        """Write a trail; with `matches` also what every conclusion rests on."""
        first = earliest(trail, self.documents)
        self._line(Text(self._words(first, self.console.width), "bold"))
        self._line(Text(" · ".join(counts(trail)), "dim"))
        for warning in warnings(trail):
            self._line(Text(f"! {warning}", "bold yellow"))
        for one in disputing(trail, self.documents, self.disputes):
            self._line(Text(f"  because {one}", "dim"))
        roots = branches(trail, self.documents)
        for root in roots:
            self._branch(root, "", last=root is roots[-1])

    def _branch(self, branch: Branch, indent: str, *, last: bool) -> None:
        """Write one carrier and all that have it from there."""
        heading = Text(indent + ("└ " if last else "├ "), "dim")
        self._line(heading.append(self._heading(branch)))
        inner = indent + ("  " if last else "│ ")
        bar = inner + ("│ " if branch.branches else "  ")
        for note in self._notes(branch, len(bar)):
            self._line(Text(bar, "dim").append(note))
        for child in branch.branches:
            self._branch(child, inner, last=child is branch.branches[-1])

    def _heading(self, branch: Branch) -> Text:
        if branch.ref is None:
            return Text(branch.outlet, "bold cyan").append("  not in the archive", "dim")
        article = self.documents[branch.key].reading.article
        heading = Text(one_line(article.published or "no date"), "default")
        heading.append(f"  {branch.outlet}", "bold cyan")
        place = (one_line(article.language or ""), self.countries.get(branch.key, ""))
        heading.append("".join(f"  {one}" for one in place if one), "dim")
        if branch.step:
            relay = branch.step.relay
            heading.append(f"  {relay.kind}", "green").append(
                f"  p = {relay.probability:.2f}", "dim"
            )
            if relay.late:
                heading.append("  dated after what was made from it", "red")
        return heading.append(f"  {standing(branch.ref, self.documents)}".rstrip(), "magenta")

    def _notes(self, branch: Branch, taken: int) -> Iterator[Text]:
        """Yield the wording, the source, what was changed, and why."""
        if branch.ref is None:
            return
        yield Text(self._words(branch.ref, self.console.width - taken))
        if branch.origin:
            yield Text(f"origin: {spoken(branch.origin)}", "magenta")
            for witness in branch.origin.witnesses:
                other = outlet(self.documents[witness.article].reading.article)
                yield Text(f"also heard by {other}", "magenta")
        for shift in branch.step.shifts if branch.step else ():
            yield Text(f"changed: {changed(shift, self.documents)}", "red")
        if self.matches is not None:
            for ground in grounds(branch, self.documents, self.matches.get(branch.ref)):
                yield Text(f"because {ground}", "dim")

    def _words(self, ref: Ref, room: int) -> str:
        whole = quoted(one_line(words(ref, self.documents)))
        return whole if self.full else fitted(whole, max(LEAST_WIDTH, room))

    def _line(self, line: Text) -> None:
        self.console.print(line, soft_wrap=True)


def warnings(trail: Trail) -> tuple[str, ...]:
    """Return what a reader of a trail should beware of."""
    flagged = (f"{one}: {FLAGS[one]}" for one in trail.flags)
    return (*flagged, *(f"disputed by claim {one}" for one in trail.disputed))
