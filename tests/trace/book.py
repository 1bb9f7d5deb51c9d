"""A ledger in memory: what an archive keeps, without a database."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from ondit.records import Document
from ondit.records.bond import Followed, Pairing, Update
from ondit.records.trace import Ref, Relay, Trail
from ondit.trace.follower import Follower
from ondit.trace.index import Whole
from ondit.trace.model import models


class Book:
    def __init__(self) -> None:
        self.documents: dict[str, Document] = {}
        self.kept: dict[str, Followed] = {}
        self.pairs: dict[tuple[str, str], Pairing] = {}
        self.claims: dict[str, Trail] = {}
        self.follower = Follower(self, Whole(), models())

    def add(self, documents: Sequence[Document]) -> None:
        named = {one.reading.article.id: one for one in documents}
        self.documents |= named
        self.write(self.follower.come(list(named)))

    def remove(self, names: Sequence[str]) -> None:
        self.write(self.follower.leave(names))
        self.documents = {name: one for name, one in self.documents.items() if name not in names}

    def write(self, update: Update) -> None:
        self.kept = {name: one for name, one in self.kept.items() if name not in update.gone}
        self.kept |= {one.card.id: one for one in update.followed}
        self.pairs = {pair: one for pair, one in self.pairs.items() if pair not in update.dropped}
        self.pairs |= {(one.bond.one, one.bond.other): one for one in update.pairings}
        self.claims = {name: one for name, one in self.claims.items() if name not in update.closed}
        self.claims |= {one.claim.id: one for one in update.trails}

    @property
    def relays(self) -> tuple[Relay, ...]:
        return tuple(one for name in sorted(self.kept) for one in self.kept[name].relays)

    @property
    def told(self) -> tuple[Trail, ...]:
        """The trails by claim, each with the claims that dispute it."""
        homes = {ref: one.claim.id for one in self.claims.values() for ref in one.claim.carriers}
        disputed: dict[str, set[str]] = {name: set() for name in self.claims}
        for (first, second), one in self.pairs.items():
            for mine, its in one.bond.disputes:
                a, b = homes.get(Ref(first, mine)), homes.get(Ref(second, its))
                if a and b and a != b:
                    disputed[a].add(b)
                    disputed[b].add(a)
        return tuple(
            replace(self.claims[name], disputed=tuple(sorted(disputed[name])))
            for name in sorted(self.claims)
        )

    def floors(self, articles: Iterable[str]) -> Mapping[str, int]:
        return {name: self.kept[name].floor for name in articles}

    def partners(self, articles: Iterable[str]) -> Mapping[str, dict[str, int]]:
        return {
            name: {
                other: one.score
                for pair, one in self.pairs.items()
                for mine, other in (pair, pair[::-1])
                if mine == name
            }
            for name in articles
        }

    def document(self, article: str) -> Document:
        return self.documents[article]

    def followed(self, articles: Iterable[str]) -> list[Followed]:
        return [self.kept[name] for name in articles]

    def pairings(self, articles: Iterable[str]) -> list[Pairing]:
        asked = set(articles)
        return [one for pair, one in self.pairs.items() if asked & set(pair)]

    def homes(self, articles: Iterable[str]) -> Mapping[Ref, str]:
        asked = set(articles)
        return {
            ref: name
            for name, one in self.claims.items()
            for ref in one.claim.carriers
            if ref.article in asked
        }

    def trails(self, claims: Iterable[str]) -> list[Trail]:
        return [self.claims[name] for name in claims]
