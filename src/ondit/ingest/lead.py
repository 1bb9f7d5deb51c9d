"""What points to an article without being one: a feed's entry, a line of a sitemap."""

from __future__ import annotations

from dataclasses import dataclass

from ondit.ingest.kind import Kind
from ondit.ingest.raw import Raw
from ondit.records import Article


@dataclass(frozen=True, slots=True)
class Lead:
    """Where an article is, and what is said about it there.

    `text` of `told` is what the article's page can be replaced with if it can't be had: often
    the whole article, sometimes a sentence, sometimes nothing.
    """

    url: str
    told: Article


@dataclass(frozen=True, slots=True)
class Listing:
    """A feed or a sitemap, not yet taken apart."""

    raw: Raw
    text: str
    kind: Kind
