"""What following claims asks of an archive, and what it knows of it while articles come and go."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

from ondit.records import Document
from ondit.records.bond import Followed, Pairing
from ondit.records.trace import Ref, Trail
from ondit.trace.neighbours import Kept, Pair


class Ledger(Kept, Protocol):
    """What was found before, as an archive keeps it."""

    def document(self, article: str) -> Document:
        """Return an article's current text and what was read in it."""

    def followed(self, articles: Iterable[str]) -> Sequence[Followed]:
        """Return what is kept of articles."""

    def pairings(self, articles: Iterable[str]) -> Sequence[Pairing]:
        """Return what is kept of all pairs that one of the articles is of."""

    def homes(self, articles: Iterable[str]) -> Mapping[Ref, str]:
        """Return the claims that statements of articles carry, by statement."""

    def trails(self, claims: Iterable[str]) -> Sequence[Trail]:
        """Return the trails of claims."""


class Scene:
    """The articles of an archive and their pairs as a change makes them, loaded as they are
    needed."""

    def __init__(self, ledger: Ledger, dropped: Iterable[Pair]) -> None:
        """Begin with what is kept, but for the pairs that are no more."""
        self._ledger, self._dropped = ledger, frozenset(dropped)
        self._articles: dict[str, Followed] = {}
        self._pairs: dict[Pair, Pairing] = {}
        self._of: dict[str, set[Pair]] = {}

    def load(self, articles: Iterable[str]) -> None:
        """Make sure that articles are there."""
        missing = {name for name in articles if name not in self._articles}
        for one in self._ledger.followed(missing) if missing else ():
            self._articles[one.card.id] = one

    def __getitem__(self, article: str) -> Followed:
        """Return an article that was loaded or put."""
        return self._articles[article]

    def put(self, one: Followed) -> None:
        """Put an article in the place of what is kept of it."""
        self._articles[one.card.id] = one

    def load_pairs(self, articles: Iterable[str]) -> None:
        """Make sure that all pairs of articles are there."""
        missing = {name for name in articles if name not in self._of}
        self._of |= {name: set() for name in missing}
        for one in self._ledger.pairings(missing) if missing else ():
            pair = one.bond.one, one.bond.other
            if pair not in self._dropped:
                self._hold(pair, self._pairs.get(pair, one))

    def pairs(self, article: str) -> list[Pairing]:
        """Return the pairs of an article whose pairs were loaded."""
        return [self._pairs[pair] for pair in sorted(self._of[article])]

    def pair(self, pair: Pair) -> Pairing:
        """Return a pair of articles whose pairs were loaded."""
        return self._pairs[pair]

    def put_pair(self, one: Pairing) -> None:
        """Put a pair in the place of what is kept of it."""
        pair = one.bond.one, one.bond.other
        self.load_pairs(pair)
        self._hold(pair, one)

    def _hold(self, pair: Pair, one: Pairing) -> None:
        self._pairs[pair] = one
        for name in pair:
            # Of an article that was not loaded only some of its pairs are known.
            if name in self._of:
                self._of[name].add(pair)
