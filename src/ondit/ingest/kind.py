"""Tells by its content what a source is, since names and servers' labels often lie."""

from __future__ import annotations

import re
from enum import StrEnum

# Groups are atomic, so that no page can make the search backtrack.
COMMENTS = r"\s*+(?>(?:<!--(?>.*?-->)|<\?xml(?>[^>]*>))\s*)*+"
HTML = re.compile(
    COMMENTS
    + r"<(?:!doctype\s+html|(?:html|head|body|title|meta|link|script|style|article|main|section"
    r"|header|div|p|h[1-6]|span|table|br|a|b|i|em|strong|img|blockquote|ul|ol)\b)",
    re.IGNORECASE | re.DOTALL,
)
XML = re.compile(
    rf"\s*<\?xml\b|{COMMENTS}<(?:(?:\w+:)?(?:rss|feed|rdf|urlset|sitemapindex)|!DOCTYPE)\b",
    re.IGNORECASE | re.DOTALL,
)
ROOT = re.compile(r"<(?:\w{1,20}:)?([a-z]+)\b", re.IGNORECASE)
RECORD = re.compile(r"\s*(?:\{(?!\{)|\[\s*[\[{\"])")


class Kind(StrEnum):
    """What a source's content is."""

    TEXT = "text"
    HTML = "html"
    RECORD = "record"
    FEED = "feed"
    SITEMAP = "sitemap"
    XML = "xml"


ROOTS = {
    "rss": Kind.FEED,
    "feed": Kind.FEED,
    "rdf": Kind.FEED,
    "urlset": Kind.SITEMAP,
    "sitemapindex": Kind.SITEMAP,
}


def kind_of(text: str) -> Kind:
    """Return what `text` is: a page, a JSON record, a feed or other XML, or plain text."""
    if HTML.match(text):
        return Kind.HTML
    if XML.match(text):
        root = ROOT.search(text)
        return ROOTS.get(root[1].lower(), Kind.XML) if root else Kind.XML
    return Kind.RECORD if RECORD.match(text) else Kind.TEXT
