"""The list beside the text: each attribution with its chain, nested as in the article."""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree.ElementTree import Element, SubElement

from ondit.records import Attribution, Reading, wording
from ondit.show.wording import (
    chain_of,
    children,
    dates,
    one_line,
    quoted,
    roots,
    sources,
)


def cards(number: str, reading: Reading, doubt: float) -> Element:
    """Return the list of the attributions of `reading`, the article of this number on the page."""
    aside = Element("aside", {"aria-label": "Who said what"})
    heading = SubElement(aside, "h2")
    heading.text = "Who said what"
    SubElement(heading, "span", {"class": "count"}).text = str(len(reading.attributions))
    if reading.summary:
        SubElement(aside, "p", {"class": "summary", "dir": "auto"}).text = one_line(reading.summary)
    if reading.attributions:
        _add_list(aside, number, reading, roots(reading), doubt)
    else:
        SubElement(aside, "p").text = "Nobody is cited in this text."
    return aside


def _add_list(
    parent: Element, number: str, reading: Reading, ones: Iterable[Attribution], doubt: float
) -> None:
    rows: Element | None = None
    for one in ones:
        rows = SubElement(parent, "ol") if rows is None else rows
        item = SubElement(rows, "li")
        _add_card(item, number, reading, one, doubt)
        _add_list(item, number, reading, children(reading, one), doubt)


def _add_card(item: Element, number: str, reading: Reading, one: Attribution, doubt: float) -> None:
    target = f"{number}-{one.id}"
    link = {
        "class": "card",
        "id": f"card-{target}",
        "href": f"#at-{target}",
        "data-id": target,
    }
    if one.parent is not None:
        link["data-parent"] = f"{number}-{one.parent}"
    card = SubElement(item, "a", link)
    _add_chain(card, reading, one)
    SubElement(card, "span", {"class": "act"}).text = str(one.act)
    if reading.chains:
        standing = SubElement(card, "span", {"class": "standing", "dir": "ltr"})
        standing.text = str(chain_of(reading, one).standing)
    if one.probability < doubt:
        chance = SubElement(card, "span", {"class": "doubt", "dir": "ltr"})
        chance.text = f"{one.probability:.0%} sure"
    text = reading.article.text
    words = SubElement(card, "span", {"class": "words", "dir": "auto"})
    words.text = quoted(one_line(wording(one.content, text)))
    if one.condition:
        condition = SubElement(card, "span", {"class": "if"})
        SubElement(condition, "span", {"class": "label", "dir": "ltr"}).text = "condition:"
        SubElement(condition, "bdi").text = one_line(wording(one.condition, text))

    for date in dates(reading, one):
        SubElement(SubElement(card, "span", {"class": "if"}), "bdi").text = date


def _add_chain(card: Element, reading: Reading, one: Attribution) -> None:
    chain = SubElement(card, "span", {"class": "chain"})
    names = sources(reading, one)
    for position, name in enumerate(names, 1):
        SubElement(chain, "bdi", {"class": "last"} if position == len(names) else {}).text = name
        if position < len(names):
            arrow = SubElement(chain, "span", {"class": "link"})
            arrow.text = " › "
