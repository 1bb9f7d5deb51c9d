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
XML = re.compile(r"\s*<(?:\?xml|rss|feed|!DOCTYPE)\b", re.IGNORECASE)
RECORD = re.compile(r"\s*(?:\{(?!\{)|\[\s*[\[{\"])")


class Kind(StrEnum):
    """What a source's content is."""

    TEXT = "text"
    HTML = "html"
    RECORD = "record"
    XML = "xml"


def kind_of(text: str) -> Kind:
    """Return what `text` is: a page, a JSON record, other XML, or plain text."""
    if HTML.match(text):
        return Kind.HTML
    if XML.match(text):
        return Kind.XML
    return Kind.RECORD if RECORD.match(text) else Kind.TEXT
