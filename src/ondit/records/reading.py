"""All that was found in one article."""

from __future__ import annotations

from dataclasses import dataclass

from ondit.records.article import Article
from ondit.records.attribution import Attribution, Coreference, Mention
from ondit.records.chain import Chain, Credit
from ondit.records.entity import Entity, Naming
from ondit.records.timex import Timex


@dataclass(frozen=True, slots=True)
class Reading:
    """What was found in one article, everything in the order of its text.

    Reading finds names, attributions and what sources take up. Resolving adds what the article
    says about where it comes from, when things happen, whom its names stand for, who each source
    is, a chain for each attribution in the same order, and all of it in one line.
    """

    article: Article
    mentions: tuple[Mention, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    coreferences: tuple[Coreference, ...] = ()
    credits: tuple[Credit, ...] = ()
    timexes: tuple[Timex, ...] = ()
    entities: tuple[Entity, ...] = ()
    namings: tuple[Naming, ...] = ()
    chains: tuple[Chain, ...] = ()
    summary: str = ""

    def chain(self, attribution: Attribution) -> tuple[Attribution, ...]:
        """Return the attributions that lead to this one, from the outside in, itself last."""
        by_id = {one.id: one for one in self.attributions}
        links = [attribution]
        while (parent := links[0].parent) is not None:
            links.insert(0, by_id[parent])
        return tuple(links)
