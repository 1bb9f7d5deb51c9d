"""Two articles side by side, from an archive or read on the spot."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import numpy as np

from ondit.config import Settings
from ondit.errors import ArchiveError, UsageError
from ondit.late import late
from ondit.pipeline.dispute import DISPUTES
from ondit.pipeline.reading import read
from ondit.records import Document
from ondit.records.difference import Difference, Fate, Pair
from ondit.records.trace import Match, Ref, Relation, Relay, Shift
from ondit.store.archive import Archive
from ondit.trace.alignment import Link, aligned
from ondit.trace.match import Compared, same
from ondit.trace.model import models
from ondit.trace.pair import FEATURES, compare, facts
from ondit.trace.relation import match
from ondit.trace.relay import kin, linked
from ondit.trace.sheet import sheet
from ondit.trace.shift import shifts
from ondit.trace.tie import sides, ties

NEGATION = FEATURES.index("negation")
"""Where the one is a denial and the other says not, both say the same."""

WEB = ("http://", "https://")


def difference(url: str, one: str, other: str, settings: Settings) -> Difference:
    """Return what becomes of the statements of article `one` in article `other`.

    Each is an id or a URL in the archive at `url`, or a file or a URL to be read now. Raise
    UsageError if there is no such article, or both are one; SourceError and WeightsError as
    reading does.
    """
    first, second = (_document(url, what, settings) for what in (one, other))
    if first.reading.article.id == second.reading.article.id:
        raise UsageError(f"{one} and {other} have the same text", "give two that differ")
    return between(first, second)


def between(one: Document, other: Document) -> Difference:
    """Return what becomes of the statements of `one` in `other`."""
    return _Comparing(one, other).difference()


def _document(url: str, what: str, settings: Settings) -> Document:
    held = _held(url, what)
    if held:
        return held
    if not Path(what).is_file() and not what.startswith(WEB):
        hint = "give an ID or a URL of `ondit list`, a file, or a URL to be read"
        raise UsageError(f"{what}: no such article in the archive, and no such file", hint)
    found: Document = late("ondit.pipeline.worker", "embedded")(read(what, settings))
    return found


def _held(url: str, what: str) -> Document | None:
    """Return an article of the archive, if there is one of this id or URL, and an archive."""
    try:
        with Archive(url, create=False) as archive:
            id_ = next((row.id for row in archive.list() if what in (row.id, row.url)), None)
            return archive.document(id_) if id_ else None
    except ArchiveError:
        # Files can be compared where no archive is.
        return None


class _Comparing:
    """Two articles while they are compared; a link is the place of a profile in each."""

    def __init__(self, one: Document, other: Document) -> None:
        self._documents, self._by = (one, other), models()
        self._sheets = sheet(one), sheet(other)
        bare = compare(*self._sheets)
        self._cells = {(i, j): facts(bare, i, j) for i, j in np.ndindex(*bare.likeness.shape)}
        self._compared = Compared(bare, tuple(self._cells.values()))
        self._ties = [ties([side]) for side in sides(bare, same(self._compared, self._by.match))]
        self._chance = max(linked(self._ties, self._by.tie).values(), default=0.0)

    def difference(self) -> Difference:
        """Return all pairs, and the relay that leads from the one to the other."""
        links = aligned(same(self._compared, self._by.claim, self._chance))
        found = {link: self._told(link) for link in links}
        found |= self._disputed(found)
        return Difference(*self._documents, tuple(self._ordered(found)), self._relay())

    def _relay(self) -> Relay | None:
        found = (relay for row in self._ties for relay in kin(row, self._by.tie).parents)
        return next((one for one in found if one.child == self._sheets[1].id), None)

    def _told(self, link: Link) -> Pair:
        its = self._match(link)
        if its.relation is Relation.DENIES and not self._cells[link].values[NEGATION]:
            return self._pair(Fate.DISPUTED, link, its)
        first, second = zip(self._sheets, link, strict=True)
        turned = shifts(first, second, self._by.shifts)
        relation = Relation.SHIFTED if turned else Relation.SAME
        fate = Fate.CHANGED if turned else Fate.KEPT
        return self._pair(fate, link, replace(its, relation=relation), turned)

    def _disputed(self, told: Collection[Link]) -> dict[Link, Pair]:
        """Return pairs of what stands in one article alone and the other disputes, the likest
        first."""
        ones, others = {i for i, _ in told}, {j for _, j in told}
        likeness = self._compared.comparison.likeness
        found: dict[Link, Pair] = {}
        for link in sorted(self._cells, key=lambda one: (-likeness[one], one)):
            if link[0] in ones or link[1] in others:
                continue
            its = self._match(link)
            if its.relation in DISPUTES:
                found[link] = self._pair(Fate.DISPUTED, link, its)
                ones.add(link[0])
                others.add(link[1])
        return found

    def _match(self, link: Link) -> Match:
        return match(self._compared, self._cells[link], self._chance, self._by.claim, None)

    def _ordered(self, found: Mapping[Link, Pair]) -> Iterator[Pair]:
        """Yield all in the order of the first article, what is new after what it follows."""
        first = {i: pair for (i, _), pair in found.items()}
        second = {j: i for i, j in found}
        new: dict[int, list[Pair]] = {}
        place = -1
        for j in self._order(1):
            if j in second:
                place = second[j]
            else:
                new.setdefault(place, []).append(Pair(Fate.ADDED, None, self._ref(1, j)))
        yield from new.get(-1, ())
        for i in self._order(0):
            yield first.get(i) or Pair(Fate.DROPPED, self._ref(0, i), None)
            yield from new.get(i, ())

    def _order(self, side: int) -> list[int]:
        """Return the places of an article's profiles in the order of its text."""
        found = self._sheets[side].profiles
        return sorted(range(len(found)), key=lambda at: found[at].spans)

    def _pair(self, fate: Fate, link: Link, its: Match, turned: tuple[Shift, ...] = ()) -> Pair:
        before, after = self._ref(0, link[0]), self._ref(1, link[1])
        return Pair(fate, before, after, its, turned)

    def _ref(self, side: int, at: int) -> Ref:
        its = self._sheets[side]
        return Ref(its.id, its.profiles[at].place)
