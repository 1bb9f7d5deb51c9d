"""One self-contained page: the articles with sources, cues and contents marked in their text.

Elements are built as a tree and never from strings, so that nothing in an article can become
markup; the policy in the head lets only the page's own style and script run.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from importlib.resources import files
from string import Template
from xml.etree.ElementTree import Element, SubElement, tostring

from ondit.records import Article, Reading
from ondit.show.cards import cards
from ondit.show.markup import marked_text
from ondit.show.wording import clean, direction, one_line

TEMPLATES = files("ondit.show") / "templates"
LINKABLE = ("http://", "https://")


def render(readings: Sequence[tuple[str, Reading]], doubt: float) -> str:
    """Return the page for `readings`, each with the name that stands in for a missing title.

    Attributions below the probability `doubt` are shown with it.
    """
    style, script = _template("page.css"), _template("page.js")
    main = Element("main")
    for number, (name, reading) in enumerate(readings, 1):
        main.append(_article(str(number), name, reading, doubt))
    return Template(_template("page.html")).substitute(
        title=_serialised(_with_text("title", _page_title(readings))),
        policy=f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; "
        "base-uri 'none'; form-action 'none'",
        style=style,
        script=script,
        main=_serialised(main),
    )


def _template(name: str) -> str:
    return (TEMPLATES / name).read_text("utf-8")


def _hash(content: str) -> str:
    """Return the source expression that permits this inline content (CSP level 3)."""
    return "sha256-" + base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()


def _serialised(element: Element) -> str:
    return tostring(element, encoding="unicode", method="html")


def _with_text(tag: str, text: str) -> Element:
    element = Element(tag)
    element.text = clean(text)
    return element


def _page_title(readings: Sequence[tuple[str, Reading]]) -> str:
    titles = [reading.article.title or name for name, reading in readings]
    return f"{titles[0] if len(titles) == 1 else f'{len(titles)} articles'} · Ondit"


def _article(number: str, name: str, reading: Reading, doubt: float) -> Element:
    article = Element("article", {"dir": direction(reading.article.text)})
    article.append(_header(name, reading.article))
    columns = SubElement(article, "div", {"class": "columns"})
    columns.append(marked_text(number, reading))
    columns.append(cards(number, reading, doubt))
    return article


def _header(name: str, article: Article) -> Element:
    header = Element("header", {"class": "head"})
    title = SubElement(header, "h1", {"dir": "auto"})
    title.text = one_line(article.title or name)
    if article.title and article.language:
        title.set("lang", article.language)
    facts = SubElement(header, "p", {"class": "facts"})
    for fact in (article.outlet, article.byline, article.published, article.language):
        if fact:
            SubElement(SubElement(facts, "span"), "bdi").text = one_line(fact)
    if article.url and article.url.lower().startswith(LINKABLE):
        link = {"href": clean(article.url), "rel": "noopener noreferrer"}
        SubElement(SubElement(facts, "span"), "a", link).text = "Original"
    return header
