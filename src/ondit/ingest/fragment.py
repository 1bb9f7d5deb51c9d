"""Reduces a piece of HTML, such as a feed or an export holds as a text, to its paragraphs."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from lxml import etree
from lxml.html import HtmlElement, fragment_fromstring

from ondit.errors import SourceError
from ondit.ingest.markup import check
from ondit.ingest.raw import Raw

BLANKS = re.compile(r"[ \t\f]+")
UNSEEN = ("script", "style", "template", "noscript", "iframe", "object")


@cache
def blocks() -> frozenset[str]:
    """Return the elements that begin a paragraph (blocks.txt, from HTML's rendering rules)."""
    return frozenset((files("ondit.ingest") / "blocks.txt").read_text("utf-8").split())


def text(raw: Raw, fragment: str) -> str:
    """Return the text of `fragment`, its paragraphs separated by one blank line.

    All of it is kept, unlike a page's. Raise SourceError if no parser can take it apart.
    """
    check(raw, fragment)
    try:
        root = fragment_fromstring(fragment, create_parent="div")
    except (etree.LxmlError, ValueError, AssertionError) as error:
        raise SourceError(raw.source, "HTML that cannot be taken apart", "give its text") from error
    etree.strip_elements(root, *UNSEEN, etree.Comment, with_tail=False)
    _break(root)
    lines = (BLANKS.sub(" ", line).strip() for line in root.text_content().split("\n"))
    return "\n\n".join(line for line in lines if line)


def _break(root: HtmlElement) -> None:
    """Put line breaks where a browser would, and nowhere else."""
    for element in root.iter():
        element.text = _flat(element.text)
        element.tail = _flat(element.tail)
        if element.tag in blocks():
            element.text = "\n" + element.text
            element.tail = "\n" + element.tail
        elif element.tag == "br":
            element.tail = "\n" + element.tail


def _flat(part: str | None) -> str:
    return (part or "").replace("\n", " ").replace("\r", " ")
