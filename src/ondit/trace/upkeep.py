"""Keeps an archive's claims up as articles come and go: only what they touch is done again.

What comes of it is what `tracer.trace` would find in the same articles, in whatever order they
came: each step depends only on what is there, and is done again wherever that has changed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from ondit.records.bond import Followed, Kin, Lead, Pairing, Update
from ondit.records.trace import Ref, Shift, Trail
from ondit.trace.bond import bond
from ondit.trace.card import card
from ondit.trace.circle import Circle
from ondit.trace.ledger import Ledger, Scene
from ondit.trace.match import comparison
from ondit.trace.model import Models
from ondit.trace.neighbours import Moved, Pair
from ondit.trace.relay import chances, kin, relays
from ondit.trace.sheet import Sheet
from ondit.trace.tie import tied
from ondit.trace.trail import Shifts, changed


@dataclass(frozen=True, slots=True)
class Change:
    """Articles that came and went, and what became of the pairs by it."""

    came: tuple[str, ...]
    gone: tuple[str, ...]
    moved: Moved

    @property
    def touched(self) -> frozenset[str]:
        """The articles that are there and have other pairs than before."""
        ends = {name for pair in (*self.moved.added, *self.moved.dropped) for name in pair}
        return frozenset(ends | {*self.came}) - {*self.gone}


class Upkeep:
    """Follows what changes from the pairs on."""

    def __init__(self, ledger: Ledger, sheets: Callable[[str], Sheet], by: Models) -> None:
        """Work on what `ledger` keeps; `sheets` gives the sheet of an article."""
        self._ledger, self._sheets, self._by = ledger, sheets, by

    def update(self, change: Change) -> Update:
        """Return all that is to be written because of a change."""
        scene = Scene(self._ledger, change.moved.dropped)
        lost = self._lost(change.moved.dropped)
        scene.load_pairs(change.touched)
        for name in change.came:
            scene.put(Followed(card(self._sheets(name)), 0, Kin((), ()), ()))
        pairs = self._compare(change.moved.added, scene) | self._tie(change, scene)
        told = _relate(change.touched, scene)
        circle = Circle(self._ledger, scene, self._by.claim, change.gone)
        drawn = circle.around([*lost, *map(scene.pair, pairs)])
        drawn += circle.carried(told)
        trails = circle.trails(drawn, self._shifts(circle.old))
        return Update(
            came=change.came,
            gone=change.gone,
            followed=tuple(scene[name] for name in sorted(change.touched | told)),
            dropped=tuple(sorted(change.moved.dropped)),
            pairings=tuple(scene.pair(pair) for pair in sorted(pairs)),
            closed=tuple(sorted(circle.old)),
            trails=trails,
        )

    def _lost(self, dropped: frozenset[Pair]) -> list[Pairing]:
        """Return what was kept of pairs that are no more."""
        ends = {one for one, _ in dropped}
        found = self._ledger.pairings(ends) if ends else ()
        return [one for one in found if (one.bond.one, one.bond.other) in dropped]

    def _compare(self, added: Mapping[Pair, int], scene: Scene) -> set[Pair]:
        """Compare the articles of new pairs."""
        for (one, other), score in sorted(added.items()):
            found = comparison(self._sheets(one), self._sheets(other))
            scene.put_pair(Pairing(bond(found, self._by), score))
        return set(added)

    def _tie(self, change: Change, scene: Scene) -> set[Pair]:
        """Find anew what each article with other pairs is made from; return the pairs for which
        that is more or less likely than before."""
        scene.load(_partners(change.touched, scene))
        scene.load(change.touched)
        found = set()
        for name in sorted(change.touched):
            own, pairs = scene[name], scene.pairs(name)
            leads = [(scene[_other(one, name)].card, _lead(one, name)) for one in pairs]
            ties = tied(own.card, [(its, lead) for its, lead in leads if lead])
            likely = chances(ties, self._by.tie)
            made = {tie.parent.id: float(its) for tie, its in zip(ties, likely, strict=True)}
            found |= {pair for one in pairs if (pair := _rate(one, name, made, scene))}
            floor = change.moved.floors.get(name, own.floor)
            scene.put(replace(own, floor=floor, kin=kin(ties, self._by.tie)))
        return found

    def _shifts(self, old: Mapping[str, Trail]) -> Shifts:
        """Return what tells what a retelling changed; what was found before is not asked anew."""
        known = {(its.parent, its.child): its.shifts for one in old.values() for its in one.steps}

        def told(parent: Ref, child: Ref) -> tuple[Shift, ...]:
            if (parent, child) not in known:
                mine, its = (self._sheets(ref.article) for ref in (parent, child))
                known[parent, child] = changed((mine, parent), (its, child), self._by)
            return known[parent, child]

        return told


def _rate(one: Pairing, child: str, made: Mapping[str, float], scene: Scene) -> Pair | None:
    """Note how likely an article is made from its partner; return the pair if that is new."""
    chance = made.get(_other(one, child), 0.0)
    new = replace(one, back=chance) if one.bond.one == child else replace(one, forth=chance)
    if new == one:
        return None
    scene.put_pair(new)
    return one.bond.one, one.bond.other


def _relate(touched: Iterable[str], scene: Scene) -> frozenset[str]:
    """Find anew which relays stand; return the articles whose trails may be others by it."""
    touched = frozenset(touched)
    below = {
        name
        for name in _partners(touched, scene)
        if any(one.parent in touched for one in scene[name].kin.parents)
    }
    affected = touched | below
    scene.load(one.parent for name in affected for one in scene[name].kin.parents if one.parent)
    told = set(touched)
    for name in sorted(affected):
        own = scene[name]
        names = {name, *(one.parent for one in own.kin.parents if one.parent)}
        found = relays(own.card, {one: scene[one].kin for one in names})
        if found != own.relays:
            told.add(name)
            scene.put(replace(own, relays=found))
    return frozenset(told)


def _partners(articles: Iterable[str], scene: Scene) -> set[str]:
    return {_other(one, name) for name in articles for one in scene.pairs(name)}


def _other(one: Pairing, than: str) -> str:
    return one.bond.other if one.bond.one == than else one.bond.one


def _lead(one: Pairing, child: str) -> Lead | None:
    return one.bond.back if one.bond.one == child else one.bond.forth
