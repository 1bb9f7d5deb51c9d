"""Where a page's markup says that its article is from: another site's page, or a syndicator."""

from __future__ import annotations

import html
import re

from courlan import extract_domain

HEAD = 300_000
"""Characters of a page in which its head lies; the longest heads of large outlets, with styles
and data inlined, stay below."""

TAG = re.compile(r"<(?:link|meta)\b[^>]{1,2000}>", re.IGNORECASE)
ATTRIBUTE = re.compile(r"([\w:-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))")
MARKS = {
    ("rel", "canonical"): "href",
    ("name", "syndication-source"): "content",
    ("name", "original-source"): "content",
}


def canonical(page: str, url: str | None) -> str | None:
    """Return the domain that `page`, found at `url`, names as where its article is from.

    None if it names none but its own: a canonical link, or one of the marks that news
    aggregators defined for syndication ("syndication-source", "original-source").
    """
    own = extract_domain(url) if url else None
    for tag in TAG.findall(page[:HEAD]):
        values = _attributes(tag)
        for (attribute, mark), target in MARKS.items():
            if values.get(attribute, "").lower() == mark:
                domain = extract_domain(values.get(target, ""))
                if own and domain and not _one_site(own, domain):
                    return domain
    return None


def _attributes(tag: str) -> dict[str, str]:
    found = ATTRIBUTE.findall(tag)
    return {name.lower(): html.unescape("".join(values)) for name, *values in found}


def _one_site(one: str, other: str) -> bool:
    """Return whether two domains differ in their country or kind alone (bbc.com, bbc.co.uk)."""
    return one.partition(".")[0] == other.partition(".")[0]
