"""One self-contained page: the articles with sources, cues and contents marked in their text."""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree.ElementTree import Element, SubElement

from ondit.records import Article, Reading
from ondit.show.cards import cards
from ondit.show.frame import framed
from ondit.show.markup import marked_text
from ondit.show.wording import clean, direction, one_line

LINKABLE = ("http://", "https://")


def render(readings: Sequence[tuple[str, Reading]], doubt: float) -> str:
    """Return the page for `readings`, each with the name that stands in for a missing title.

    Attributions below the probability `doubt` are shown with it.
    """
    main = Element("main")
    for number, (name, reading) in enumerate(readings, 1):
        main.append(_article(str(number), name, reading, doubt))
    return framed("page.html", _page_title(readings), main, ("page.css",), "page.js")


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
