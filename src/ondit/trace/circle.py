"""The claims that a change touches, drawn anew: those of all statements that hang together with
one whose likeness to another has changed.

Two statements can only come to be one claim along pairs that are likely by themselves. So what is
drawn anew is whole, and every other claim stays as it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ondit.records.bond import Pairing
from ondit.records.trace import Claim, Ref, Trail
from ondit.trace.bond import Chances, chances
from ondit.trace.claim import JOINED, claims
from ondit.trace.ledger import Ledger, Scene
from ondit.trace.model import Model
from ondit.trace.neighbours import Pair
from ondit.trace.trail import Known, Shifts, trail


class Circle:
    """The claims around the statements of some pairs."""

    def __init__(self, ledger: Ledger, scene: Scene, by: Model, gone: Iterable[str]) -> None:
        """Begin with no claim; none has a carrier in `gone` any more."""
        self._ledger, self._scene, self._by = ledger, scene, by
        self._gone = frozenset(gone)
        self._chances: dict[Pair, Chances] = {}
        self._homes: dict[Ref, str] = {}
        self._asked: set[str] = set()
        self._old: dict[str, Trail] = {}

    @property
    def old(self) -> Mapping[str, Trail]:
        """The trails of claims as they were, by claim: those that were drawn anew."""
        return self._old

    def around(self, pairs: Iterable[Pairing]) -> tuple[Claim, ...]:
        """Return the claims of all statements that hang together with those of pairs."""
        found: set[Ref] = set()
        news = {ref for one in pairs for ref in _refs(one)} | self._left()
        while news := {ref for ref in news if ref.article not in self._gone} - found:
            found |= news
            news = self._beside(news) | self._with(self._claims(news))
        return claims(self._within(found))

    def carried(self, articles: Iterable[str]) -> tuple[Claim, ...]:
        """Return the claims of articles that were not drawn anew by `around`."""
        articles = set(articles)
        self._ask(articles)
        known = {name for ref, name in self._homes.items() if ref.article in articles}
        new = known - self._old.keys()
        self._with(new)
        return tuple(self._old[name].claim for name in sorted(new))

    def trails(self, drawn: Iterable[Claim], shifts: Shifts) -> tuple[Trail, ...]:
        """Return the trails of claims as they are now."""
        drawn = tuple(drawn)
        articles = {ref.article for one in drawn for ref in one.carriers}
        self._scene.load(articles)
        self._scene.load_pairs(articles)
        followed = {name: self._scene[name] for name in articles}
        known = Known(
            cards={name: one.card for name, one in followed.items()},
            relays={name: one.relays for name, one in followed.items()},
            kins={name: one.kin for name, one in followed.items()},
            chances=self._within({ref for one in drawn for ref in one.carriers}),
            shifts=shifts,
        )
        return tuple(trail(one, known) for one in drawn)

    def _left(self) -> set[Ref]:
        """Return the statements that shared claims with articles that are gone."""
        self._ask(self._gone)
        return self._with(self._claims(ref for ref in self._homes if ref.article in self._gone))

    def _beside(self, refs: set[Ref]) -> set[Ref]:
        """Return the statements that are likely one claim with any of some."""
        articles = {ref.article for ref in refs}
        self._scene.load_pairs(articles)
        found = set()
        for article in articles:
            for one in self._scene.pairs(article):
                for pair, chance in self._likely(one).items():
                    if chance >= JOINED and not refs.isdisjoint(pair):
                        found |= {*pair}
        return found

    def _claims(self, refs: Iterable[Ref]) -> set[str]:
        """Return the claims of statements that were not met before."""
        refs = set(refs)
        self._ask({ref.article for ref in refs})
        return {self._homes[ref] for ref in refs if ref in self._homes} - self._old.keys()

    def _with(self, names: set[str]) -> set[Ref]:
        """Return the carriers of claims, which are drawn anew."""
        trails = self._ledger.trails(sorted(names)) if names else ()
        self._old |= {one.claim.id: one for one in trails}
        return {ref for one in trails for ref in one.claim.carriers}

    def _ask(self, articles: Iterable[str]) -> None:
        missing = set(articles) - self._asked
        if missing:
            self._asked |= missing
            self._homes |= self._ledger.homes(missing)

    def _within(self, refs: set[Ref]) -> Chances:
        """Return how likely statements are one claim, those of a set with one another."""
        found: Chances = {}
        for article in {ref.article for ref in refs}:
            for one in self._scene.pairs(article):
                found |= {
                    pair: chance
                    for pair, chance in self._likely(one).items()
                    if pair[0] in refs and pair[1] in refs
                }
        return found

    def _likely(self, one: Pairing) -> Chances:
        pair = one.bond.one, one.bond.other
        if pair not in self._chances:
            self._chances[pair] = chances(one.bond, max(one.back, one.forth), self._by)
        return self._chances[pair]


def _refs(one: Pairing) -> set[Ref]:
    mine = {Ref(one.bond.one, cell.one) for cell in one.bond.cells}
    return mine | {Ref(one.bond.other, cell.other) for cell in one.bond.cells}
