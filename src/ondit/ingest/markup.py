"""Refuses markup that is made to occupy or to mislead a parser, before any parser sees it.

How deep elements may nest needs no bound here: libxml2 has one of its own.
"""

from __future__ import annotations

import re

from ondit.errors import SourceError
from ondit.ingest.raw import Raw

TAGS = 100_000
"""Tags of one page. The largest front pages and live blogs have about 30,000; trafilatura 2.3
takes 20 to 60 microseconds for one, whatever its name."""

ATTRIBUTES = 1_000
"""Attributes of one tag. Their time grows with the square: 10,000 take 1 s, 100,000 minutes."""

LONG = 4_000
"""Characters of a tag below which it cannot have so many attributes."""

LONG_TAG = re.compile(rf"<[a-z][^>]{{{LONG},}}+", re.IGNORECASE)
QUOTED = re.compile(r"\"[^\"]*+\"|'[^']*+'")


ENTITY = re.compile(r"<!ENTITY\b", re.IGNORECASE)


def check(raw: Raw, markup: str) -> None:
    """Raise SourceError if `markup` has more tags, or tags of more attributes, than pages have."""
    if markup.count("<") > TAGS and len(re.findall("<[a-z]", markup, re.IGNORECASE)) > TAGS:
        raise SourceError(raw.source, f"more than {TAGS:,} tags in one page", "give its text")
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
