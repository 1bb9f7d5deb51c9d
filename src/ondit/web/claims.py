"""The claims that travelled: those that most articles carry, and on how few origins they stand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from ondit.config import LIMIT
from ondit.show.trail import trail_line
from ondit.web.claim import Headline, headline
from ondit.web.holdings import Holdings, Travelled
from ondit.web.question import number
from ondit.web.view import Table

HEADER = (
    *("claim", "wording", "carriers", "outlets", "languages", "origins", "depth", "changed"),
    "flags",
)


@dataclass(frozen=True, slots=True)
class Claims:
    """The claims of most carriers, those of fewer origins first among equals."""

    template: ClassVar[str] = "claims.html"
    found: Travelled
    limit: int
    title: str = "Claims"

    @property
    def rows(self) -> tuple[Headline, ...]:
        """Each as it stands in the list."""
        return tuple(headline(one, self.found) for one in self.found.trails)

    def json(self) -> str:
        """Return the trails as `ondit claims --json` writes them."""
        lines = (trail_line(one, self.found.documents) for one in self.found.trails)
        return f'{{"claims": [{", ".join(lines)}]}}'

    def table(self) -> Table:
        """Return a row for each claim."""
        return Table(HEADER, tuple(map(_row, self.rows)))


def claims(holdings: Holdings, given: Mapping[str, str]) -> Claims:
    """Return the list that is asked for. Raise UsageError."""
    limit = number(given, "limit", LIMIT.default)
    return Claims(holdings.claims(limit), limit)


def brief(one: Headline) -> dict[str, object]:
    """Return a claim as it stands in a list of something else."""
    trail = one.trail
    return {
        "claim": trail.claim.id,
        "words": one.words,
        "carriers": trail.carriers,
        "origins": len(trail.origins),
        "changed": one.changed,
        "flags": trail.flags,
    }


def _row(one: Headline) -> tuple[object, ...]:
    trail = one.trail
    counts = (trail.carriers, trail.outlets, trail.languages, len(trail.origins), trail.depth)
    return (trail.claim.id, one.words, *counts, one.changed, " ".join(trail.flags))
