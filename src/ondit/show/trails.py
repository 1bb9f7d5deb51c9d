"""One self-contained page: the trails of some claims, each as a drawing and as a table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from xml.etree.ElementTree import Element, SubElement

from ondit.records import Document
from ondit.records.trace import Match, Ref, Trail
from ondit.show.branch import branches, walk
from ondit.show.carriers import carriers
from ondit.show.drawing import NARROW, WIDE, Dot, drawing
from ondit.show.figure import figure, key
from ondit.show.frame import framed
from ondit.show.ground import disputing
from ondit.show.trail import counts, earliest, words
from ondit.show.tree import warnings
from ondit.show.wording import one_line, quoted


def render(
    trails: Sequence[Trail],
    documents: Mapping[str, Document],
    countries: Mapping[str, str],
    matches: Mapping[Ref, Match],
    disputes: Mapping[tuple[str, str], Match] | None = None,
) -> str:
    """Return the page for `trails`.

    `countries` are ISO 3166 codes by the ids of articles; `matches` compare carriers with what
    they were made from, `disputes` claims with those that dispute them.
    """
    main = Element("main", {"class": "trails"})
    for number, trail in enumerate(trails, 1):
        section = SubElement(main, "section", {"id": f"claim-{number}"})
        _head(section, trail, documents, disputes or {})
        _drawn(section, trail, documents, countries, number)
        twigs = walk(branches(trail, documents))
        section.append(carriers(twigs, documents, countries, matches, f"row-{number}"))
    return framed("trails.html", _title(trails, documents), main, ("page.css", "trail.css"), "")


def _title(trails: Sequence[Trail], documents: Mapping[str, Document]) -> str:
    if len(trails) != 1:
        return f"{len(trails)} claims · Ondit"
    return f"{one_line(words(earliest(trails[0], documents), documents))} · Ondit"


def _head(
    section: Element,
    trail: Trail,
    documents: Mapping[str, Document],
    disputes: Mapping[tuple[str, str], Match],
) -> None:
    first = earliest(trail, documents)
    language = documents[first.article].reading.article.language
    claim = SubElement(section, "h1", {"class": "claim", "dir": "auto"})
    claim.text = quoted(one_line(words(first, documents)))
    if language:
        claim.set("lang", language)
    facts = SubElement(section, "p", {"class": "facts"})
    for count in counts(trail):
        SubElement(facts, "span").text = count
    beware = Element("ul", {"class": "beware"})
    for warning in warnings(trail):
        SubElement(beware, "li").text = warning
    if len(beware):
        section.append(beware)
    for told in disputing(trail, documents, disputes):
        SubElement(section, "p", {"class": "disputing", "dir": "auto"}).text = told


def _drawn(
    section: Element,
    trail: Trail,
    documents: Mapping[str, Document],
    countries: Mapping[str, str],
    number: int,
) -> None:
    """Add the drawing twice; the style shows the one that fits the screen."""

    def address(dot: Dot) -> str:
        return f"#row-{number}-{dot.number}"

    section.append(key())
    for name, frame in (("wide", WIDE), ("phone", NARROW)):
        holder = SubElement(section, "div", {"class": f"drawn {name}"})
        drawn = drawing(trail, documents, countries, frame)
        holder.append(figure(drawn, "The claim's way, over time", address))
