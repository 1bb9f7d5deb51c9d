"""Refuses markup that is made to occupy or to mislead a parser, before any parser sees it.

How deep elements may nest needs no bound here: libxml2 has one of its own.
"""

from __future__ import annotations

import re

from ondit.errors import SourceError
from ondit.ingest.raw import Raw

TAGS = 50_000
"""Opening tags of one page. trafilatura 2.3 takes 0.1 ms for each, whatever its name, and more
from here on: a page at the bound takes 5 to 7 s on one core."""

SIGNS = 200_000
"""Characters of one page that a parser has to look behind, "<" and "&": without a tag or a
reference behind them the time of feedparser 6.0 grows with their square."""

ATTRIBUTES = 1_000
"""Attributes of one tag. Their time grows with the square: 10,000 take 1 s, 100,000 minutes."""

LONG = 4_000
"""Characters of a tag below which it cannot have so many attributes."""

TAG = re.compile(r"<[a-z]", re.IGNORECASE)
LONG_TAG = re.compile(rf"<[a-z][^>]{{{LONG},}}+", re.IGNORECASE)
QUOTED = re.compile(r"\"[^\"]*+\"|'[^']*+'")
ENTITY = re.compile(r"<!ENTITY\b", re.IGNORECASE)


def check(raw: Raw, markup: str) -> None:
    """Raise SourceError if `markup` has more tags, or tags of more attributes, than pages have."""
    if sum(map(markup.count, "<&")) > SIGNS or sum(1 for _ in TAG.finditer(markup)) > TAGS:
        raise SourceError(raw.source, "far more markup than a page has", "give its text")
    for tag in LONG_TAG.findall(markup):
        if len(QUOTED.sub("", tag).split()) > ATTRIBUTES:
            raise SourceError(
                raw.source, f"a tag of more than {ATTRIBUTES:,} attributes", "give its text"
            )


def check_xml(raw: Raw, document: str) -> None:
    """Raise SourceError if `document` defines entities: a few lines of them unpack to gigabytes,
    or name files of this machine, and no feed needs them."""
    if ENTITY.search(document):
        raise SourceError(raw.source, "XML that defines entities", "remove its DOCTYPE")
