"""A claim's page: where it began, who carries it in which words, and what was changed on the way.

Its address is made of one of its carriers, since the id of a claim is that of all its carriers
together and becomes another with each that is added.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar
from urllib.parse import urlencode

from starlette.exceptions import HTTPException

from ondit.errors import UsageError
from ondit.records.trace import Ref, Trail
from ondit.show.drawing import NARROW, WIDE, Dot, Drawing, drawing
from ondit.show.trail import earliest, trail_line, words
from ondit.show.tree import FLAGS
from ondit.web.carrier import Carrier, carriers
from ondit.web.holdings import Holdings, Travelled
from ondit.web.question import text
from ondit.web.view import Table

HEADER = (
    *("article", "title", "outlet", "language", "published", "source", "standing", "wording"),
    *("origin", "from", "relay", "probability", "changed"),
)


@dataclass(frozen=True, slots=True)
class Headline:
    """A claim in a list: its address, the words in which it first stood, and its trail."""

    address: str
    words: str
    language: str | None
    trail: Trail

    @property
    def changed(self) -> int:
        """How often a retelling changed it."""
        return sum(len(one.shifts) for one in self.trail.steps)


@dataclass(frozen=True, slots=True)
class Claim:
    """A claim and its carriers, the first one first; `disputed` are those that deny or contradict
    it."""

    template: ClassVar[str] = "claim.html"
    found: Travelled
    trail: Trail
    carriers: tuple[Carrier, ...]
    disputed: tuple[Headline, ...]

    @property
    def title(self) -> str:
        """The words in which it first stood."""
        return self.headline.words

    @property
    def headline(self) -> Headline:
        """It as it stands in a list."""
        return headline(self.trail, self.found)

    @property
    def origins(self) -> tuple[Carrier, ...]:
        """The carriers that have it from their own source."""
        return tuple(one for one in self.carriers if one.origin)

    @property
    def drawings(self) -> tuple[tuple[str, Drawing], ...]:
        """Its way over time, drawn for a wide screen and for a phone."""
        found, trail = self.found, self.trail
        return tuple(
            (name, drawing(trail, found.documents, found.countries, frame))
            for name, frame in (("wide", WIDE), ("phone", NARROW))
        )

    def leads_to(self, dot: Dot) -> str:
        """Return where a dot of the drawing leads: to the words of its carrier, or to the outlet
        whose article is not in the archive."""
        places = {one.ref: one.place for one in self.carriers}
        if dot.branch.ref is None:
            return f"/outlet?{urlencode({'name': dot.branch.outlet})}"
        return f"#carrier-{places[dot.branch.ref]}"

    @property
    def warnings(self) -> tuple[str, ...]:
        """What to beware of, each in one line."""
        return tuple(FLAGS[one].capitalize() for one in self.trail.flags)

    def json(self) -> str:
        """Return its trail as `ondit trace --json` writes it."""
        return trail_line(self.trail, self.found.documents)

    def table(self) -> Table:
        """Return a row for each carrier and each way that it has the claim by."""
        return Table(HEADER, tuple(row for one in self.carriers for row in _rows(one)))


def claim(holdings: Holdings, given: Mapping[str, str]) -> Claim:
    """Return the page of the claim that has this id, or the statement "article.place" among its
    carriers. Raise UsageError."""
    wanted = text(given, "id") or ""
    article, _, place = wanted.rpartition(".")
    found = holdings.trails(article or wanted)
    for trail in found.trails:
        if trail.claim.id == wanted or _has(trail, article, place):
            return _claim(holdings, found, trail)
    raise HTTPException(404, "There is no such claim in the archive.")


def nearest(holdings: Holdings, given: Mapping[str, str]) -> Claim:
    """Return the page of the claim that comes nearest to the words `q`. Raise UsageError,
    WeightsError."""
    asked = text(given, "q")
    if asked is None:
        raise UsageError("no words given", "add ?q=...")
    found = holdings.trails(asked)
    if not found.trails:
        raise HTTPException(404, "No claim in the archive is carried by two articles.")
    return _claim(holdings, found, found.trails[0])


def headline(trail: Trail, found: Travelled) -> Headline:
    """Return a claim as it stands in a list."""
    first = earliest(trail, found.documents)
    article = found.documents[first.article].reading.article
    return Headline(address(first), words(first, found.documents), article.language, trail)


def address(ref: Ref) -> str:
    """Return the address of the claim that a statement carries."""
    return f"/claim/{ref.article}.{ref.place}"


def _has(trail: Trail, article: str, place: str) -> bool:
    return any((one.article, str(one.place)) == (article, place) for one in trail.claim.carriers)


def _claim(holdings: Holdings, found: Travelled, trail: Trail) -> Claim:
    others = (holdings.trails(one) for one in trail.disputed)
    disputed = tuple(headline(one.trails[0], one) for one in others if one.trails)
    return Claim(found, trail, tuple(carriers(trail, found)), disputed)


def _rows(one: Carrier) -> tuple[tuple[object, ...], ...]:
    article = one.article
    about = (one.id, article.title, article.outlet, article.language, article.published)
    said = (*about, one.source, one.standing, one.words, one.origin is not None)
    if not one.ways:
        return ((*said, None, None, None, ""),)
    return tuple(
        (*said, way.outlet, way.relay.kind, way.relay.probability, "; ".join(way.changes))
        for way in one.ways
    )
