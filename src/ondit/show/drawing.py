"""Where everything of a trail's tree goes in a drawing: time runs to the right, a row a branch.

What hangs on a branch is below it and never left of it, so that no two edges cross; what the rows
say stands in a column beside the time axis. All measures are pixels; nothing here is markup.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from ondit.config import DOUBT
from ondit.records import Document
from ondit.records.trace import Ref, Relay, Shift, Step, Trail
from ondit.show.axis import Axis, Tick, axis
from ondit.show.branch import Branch, Twig, branches, walk
from ondit.show.cut import cut, isolated
from ondit.show.stamp import brief, hours
from ondit.show.terminal import fitted
from ondit.show.trail import sides, spoken, words
from ondit.show.wording import one_line, quoted

TOP, MARGIN, GAP, LINE = 46.0, 14.0, 18.0, 19.0
"""Height of the head with the axis; room at the edges; room between rows; height of a line."""

ABSENT = 34.0
"""Room left of the axis for outlets that are not in the archive, whose time is not known."""

BEND, MARK = 9.0, 26.0
"""Radius of an edge's bend; the length from which it has room for a mark."""

COLUMN = 7.9
"""Width of one column of text as terminals count them, two for a Chinese character: in Chromium, of
260 sentences of six relay families in eleven languages, set in Noto Serif of 14 pixels, 95 % have
narrower ones, half have 6.9 or less."""


@dataclass(frozen=True, slots=True)
class Frame:
    """How wide the part with the axis and the part with the words are."""

    plot: float
    text: float


WIDE, NARROW = Frame(330.0, 480.0), Frame(100.0, 244.0)
"""For a screen, and for a phone held upright (360 pixels wide)."""


class Say(StrEnum):
    """What a line of text beside a dot tells."""

    OUTLET = "outlet"
    FACTS = "facts"
    WORDS = "words"
    ORIGIN = "origin"
    SHIFT = "shift"


@dataclass(frozen=True, slots=True)
class Label:
    """A line of text at `y`, its baseline; `aside` goes on in the same line."""

    say: Say
    y: float
    text: str
    aside: str = ""


@dataclass(frozen=True, slots=True)
class Dot:
    """A branch at its time and row; `dated` is false where it only stands by its parent."""

    number: int
    branch: Branch
    x: float
    y: float
    dated: bool
    labels: tuple[Label, ...]


@dataclass(frozen=True, slots=True)
class Edge:
    """A way that a claim went: an SVG path, where its shifts are marked, and their kinds.

    `kinds` is empty where they don't fit between the dots.
    """

    step: Step
    path: str
    mark: tuple[float, float]
    kinds: str = ""


@dataclass(frozen=True, slots=True)
class Drawing:
    """A trail as dots and edges; `column` is where the words begin, `caption` which time it is."""

    caption: str
    width: float
    height: float
    column: float
    ticks: tuple[Tick, ...]
    dots: tuple[Dot, ...]
    edges: tuple[Edge, ...]


def drawing(
    trail: Trail,
    documents: Mapping[str, Document],
    countries: Mapping[str, str],
    frame: Frame = WIDE,
) -> Drawing:
    """Return where everything of a trail goes.

    `countries` are ISO 3166 codes of outlets by the ids of their articles, as far as known.
    """
    twigs = tuple(walk(branches(trail, documents)))
    stamps = {one.branch.key: _published(one.branch, documents) for one in twigs if one.branch.ref}
    left = MARGIN + ABSENT * any(one.branch.ref is None for one in twigs)
    along = axis(map(hours, stamps.values()), left, frame.plot - MARGIN)
    scribe = _Scribe(documents, countries, int((frame.text - MARGIN) / COLUMN))
    dots: dict[str, Dot] = {}
    bottom = TOP
    for number, twig in enumerate(twigs):
        y = bottom + LINE
        x, dated = _across(twig, dots, along, hours(stamps.get(twig.branch.key)))
        labels = tuple(scribe.labels(twig.branch, y))
        dots[twig.branch.key] = Dot(number, twig.branch, x, y - LINE / 4, dated, labels)
        bottom = labels[-1].y + GAP
    edges = _edges(twigs, dots)
    width = frame.plot + frame.text
    return Drawing(
        along.caption, width, bottom, frame.plot, along.ticks, tuple(dots.values()), tuple(edges)
    )


def _published(branch: Branch, documents: Mapping[str, Document]) -> str | None:
    return documents[branch.key].reading.article.published


def _across(twig: Twig, dots: Mapping[str, Dot], along: Axis, when: float) -> tuple[float, bool]:
    """Return where a branch goes on the axis, and whether its own time says so."""
    if twig.branch.ref is None:
        return MARGIN, False
    if math.isinf(when):
        return (dots[twig.parent.key].x if twig.parent else along.left), False
    return along.place(when), True


def _edges(twigs: Iterable[Twig], dots: Mapping[str, Dot]) -> Iterable[Edge]:
    for twig in twigs:
        step = twig.branch.step
        if twig.parent and step:
            yield _edge(step, dots[twig.parent.key], dots[twig.branch.key])


def _edge(step: Step, parent: Dot, child: Dot) -> Edge:
    """Return an edge that goes down from its parent and then along the row of its child."""
    room = child.x - parent.x
    bend = math.copysign(min(BEND, abs(room)), room)
    path = (
        f"M{parent.x:.1f} {parent.y:.1f}V{child.y - abs(bend):.1f}"
        f"q0 {abs(bend):.1f} {bend:.1f} {abs(bend):.1f}H{child.x:.1f}"
    )
    fits = abs(room) >= MARK
    mark = (parent.x + (room + bend) / 2, child.y) if fits else (parent.x, child.y - MARK / 2)
    kinds = ", ".join(dict.fromkeys(shift.kind for shift in step.shifts))
    shown = kinds if len(kinds) * COLUMN < room - MARK else ""
    return Edge(step, path, mark, shown)


def doubtful(relay: Relay) -> bool:
    """Return whether a relay is so unlikely that its probability is shown."""
    return relay.probability < DOUBT.default


@dataclass(frozen=True, slots=True)
class _Scribe:
    """Writes what stands beside a dot, cut to `room` columns."""

    documents: Mapping[str, Document]
    countries: Mapping[str, str]
    room: int

    def labels(self, branch: Branch, y: float) -> Iterable[Label]:
        """Yield the lines from the baseline `y` down."""
        yield self._heading(branch, y)
        if branch.ref is None:
            yield Label(Say.FACTS, y + LINE, "not in the archive")
            return
        lines = [
            (Say.FACTS, self._facts(branch)),
            (Say.WORDS, self._words(branch.ref)),
        ]
        if branch.origin:
            lines.append((Say.ORIGIN, cut(f"origin: {spoken(branch.origin)}", self.room)))
        shifts = branch.step.shifts if branch.step else ()
        lines += [(Say.SHIFT, self._shift(one)) for one in shifts]
        for number, (say, text) in enumerate(lines, 1):
            yield Label(say, y + number * LINE, text)

    def _heading(self, branch: Branch, y: float) -> Label:
        aside = ""
        if branch.ref:
            language = self.documents[branch.key].reading.article.language or ""
            aside = " · ".join(filter(None, (one_line(language), self.countries.get(branch.key))))
        return Label(Say.OUTLET, y, cut(branch.outlet, self.room - len(aside) - 2), aside)

    def _facts(self, branch: Branch) -> str:
        found = [brief(_published(branch, self.documents))]
        if branch.step:
            relay = branch.step.relay
            found += [f"p = {relay.probability:.2f}"] if doubtful(relay) else []
            found.append(str(relay.kind))
        return cut(one_line(", ".join(found)), self.room)

    def _words(self, ref: Ref) -> str:
        return fitted(quoted(one_line(words(ref, self.documents))), self.room)

    def _shift(self, shift: Shift) -> str:
        """Return what was changed, both sides cut to half of the room."""
        found = sides(shift, self.documents)
        if found is None:
            return str(shift.kind)
        half = (self.room - len(f"{shift.kind}:  → ")) // 2
        before, after = (isolated(cut(one, half)) for one in found)
        return f"{shift.kind}: {before} → {after}"
