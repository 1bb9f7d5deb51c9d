"""One article: its text with who said what marked in it, and what was changed in it later."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from starlette.exceptions import HTTPException

from ondit.records import Attribution, Reading, wording
from ondit.records.archived import Version
from ondit.show.record import to_line
from ondit.show.wording import chain_of, sources
from ondit.web.carrier import Carrier, carriers
from ondit.web.claim import Headline, headline
from ondit.web.holdings import NOTHING, Holdings, Travelled
from ondit.web.question import number
from ondit.web.view import Table

HEADER = (
    *("number", "parent", "chain", "source", "act", "via", "form", "standing", "hands"),
    *("probability", "cue", "content", "condition"),
)


@dataclass(frozen=True, slots=True)
class Shared:
    """A claim in the `words` of an article, that `others` carry, too."""

    words: str
    claim: Headline
    others: tuple[Carrier, ...]


@dataclass(frozen=True, slots=True)
class Article:
    """A state of an article, the latest or a former one of `versions`, and what other articles
    say about its claims."""

    template: ClassVar[str] = "article.html"
    id: str
    version: Version
    versions: int
    shared: tuple[Shared, ...]

    @property
    def reading(self) -> Reading:
        """What was read in this state of it."""
        return self.version.reading

    @property
    def title(self) -> str:
        """Its headline, or else its id."""
        return self.reading.article.title or self.id

    @property
    def speakers(self) -> tuple[str, ...]:
        """Who is cited, by name, each once, in the order of the text."""
        reading = self.reading
        named = {one.span: one.name for one in reading.namings if one.resolved}
        spans = (span for one in reading.attributions for span in one.source)
        return tuple(dict.fromkeys(named[span] for span in spans if span in named))

    def json(self) -> str:
        """Return the reading's record as `ondit show --json` writes it."""
        return to_line(self.reading)

    def table(self) -> Table:
        """Return a row for each attribution."""
        return Table(HEADER, tuple(_row(self.reading, one) for one in self.reading.attributions))


@dataclass(frozen=True, slots=True)
class Versions:
    """All states of an article, and what each said more and less than the one before."""

    template: ClassVar[str] = "versions.html"
    id: str
    versions: tuple[Version, ...]

    @property
    def title(self) -> str:
        """The article's latest headline, or else its id."""
        return self.versions[-1].reading.article.title or self.id

    def json(self) -> str:
        """Return for each state its number, when it was seen and what was changed."""
        rows = [
            {
                "number": one.number,
                "seen": one.seen,
                "title": one.reading.article.title,
                "added": one.added,
                "removed": one.removed,
            }
            for one in self.versions
        ]
        return json.dumps({"id": self.id, "versions": rows}, ensure_ascii=False)


def article(holdings: Holdings, given: Mapping[str, str]) -> Article:
    """Return the state of an article that is asked for. Raise UsageError."""
    known = _versions(holdings, given["id"])
    wanted = number(given, "version", len(known))
    if wanted > len(known):
        raise HTTPException(404, f"The article has {len(known)} versions, and not {wanted}.")
    # Claims are traced through the latest text of each article.
    found = holdings.trails(given["id"]) if wanted == len(known) else NOTHING
    shared = tuple(_shared(found, given["id"]))
    return Article(given["id"], known[wanted - 1], len(known), shared)


def versions(holdings: Holdings, given: Mapping[str, str]) -> Versions:
    """Return all states of the article that is asked for."""
    return Versions(given["id"], tuple(_versions(holdings, given["id"])))


def _versions(holdings: Holdings, id_: str) -> list[Version]:
    found = holdings.versions(id_)
    if not found:
        raise HTTPException(404, "There is no such article in the archive.")
    return found


def _shared(found: Travelled, id_: str) -> Iterator[Shared]:
    """Yield the claims that an article carries, as it has them, with those that carry them, too."""
    for trail in found.trails:
        told = tuple(carriers(trail, found))
        own = next((one.words for one in told if one.id == id_), None)
        if own:
            others = tuple(one for one in told if one.id != id_)
            yield Shared(own, headline(trail, found), others)


def _row(reading: Reading, one: Attribution) -> tuple[object, ...]:
    chain = chain_of(reading, one) if reading.chains else None
    text, names = reading.article.text, sources(reading, one)
    about = (one.id, one.parent, " › ".join(names), names[-1], one.act, one.via, one.form)
    stands = (chain.standing if chain else None, chain.hands if chain else None)
    said = (wording(one.cue, text), wording(one.content, text), wording(one.condition, text))
    return (*about, *stands, one.probability, *said)
