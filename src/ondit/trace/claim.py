"""Groups of statements that state the same: the claims.

Groups grow by the average of what speaks for them, so that one doubtful pair joins no two claims.
The result depends on nothing but the probabilities: ties are broken by the statements' names.
"""

from __future__ import annotations

import hashlib
import heapq
from collections import defaultdict
from collections.abc import Mapping

from ondit.records.trace import Claim, Ref

Pair = tuple[Ref, Ref]

JOINED = 0.28
"""Average probability from which groups are one claim: the pairwise F1 of carriers in the relay
families, each left out of the fit in turn, is the same from 0.2 to 0.3, and falls beyond."""

SEEN = 0.05
"""Probability below which a pair neither joins nor is listed: it counts as 0."""


def claims(chances: Mapping[Pair, float]) -> tuple[Claim, ...]:
    """Return the claims of two carriers or more, by id.

    `chances` has the probability that two statements are one claim, for pairs in order; those of
    one article are never in it.
    """
    groups = _Groups(chances)
    groups.grow()
    found = (_claim(one) for one in groups.members.values() if len(one) > 1)
    return tuple(sorted(found, key=lambda one: one.id))


def _claim(members: list[Ref]) -> Claim:
    names = " ".join(f"{one.article}/{one.place}" for one in sorted(members))
    return Claim(hashlib.sha256(names.encode()).hexdigest()[:12], tuple(sorted(members)))


class _Groups:
    """Groups, each under the name of its first member, and the sums of probabilities between."""

    def __init__(self, chances: Mapping[Pair, float]) -> None:
        self.members = {ref: [ref] for pair in sorted(chances) for ref in pair}
        self._sums: dict[Ref, dict[Ref, float]] = defaultdict(dict)
        for (one, other), chance in sorted(chances.items()):
            if chance >= SEEN:
                self._sums[one][other] = self._sums[other][one] = chance
        self._heap = [
            (-chance, one, other)
            for one, row in self._sums.items()
            for other, chance in row.items()
            if one < other and chance >= JOINED
        ]
        heapq.heapify(self._heap)

    def grow(self) -> None:
        """Join the two most likely groups until none are likely enough."""
        while self._heap:
            cost, one, other = heapq.heappop(self._heap)
            if one in self.members and other in self.members and -cost == self._mean(one, other):
                self._join(one, other)

    def _join(self, one: Ref, other: Ref) -> None:
        self.members[one] += self.members.pop(other)
        for third, its in self._sums.pop(other).items():
            del self._sums[third][other]
            if third != one:
                both = self._sums[one].get(third, 0.0) + its
                self._sums[one][third] = self._sums[third][one] = both
        for third in self._sums[one]:
            first, second = min(one, third), max(one, third)
            mean = self._mean(first, second)
            if mean >= JOINED:
                heapq.heappush(self._heap, (-mean, first, second))

    def _mean(self, one: Ref, other: Ref) -> float:
        """Return the average over the pairs of different articles, 0 where there is none."""
        mine, its = self.members[one], self.members[other]
        count = sum(a.article != b.article for a in mine for b in its)
        return self._sums[one].get(other, 0.0) / count if count else 0.0
