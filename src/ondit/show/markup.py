"""The article's text on the page: every stretch knows the attributions that it belongs to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element, SubElement

from ondit.records import Reading, Span
from ondit.show.segments import Part, Role, Segment, anchor, parts, segments
from ondit.show.wording import clean

# A paragraph is what stands between blank lines, without the line breaks around it.
PARAGRAPH = re.compile(r"\S(?:.*\S)?(?:\n(?!\s*\n)[^\n]*\S[^\n]*)*")
DEEPEST = 4


def marked_text(number: str, reading: Reading) -> Element:
    """Return the text of `reading`, the article of this number on the page, marked up."""
    text = reading.article.text
    element = Element("div", {"class": "text", "dir": "auto"})
    if reading.article.language:
        element.set("lang", reading.article.language)
    marked = parts(reading)
    anchors = _anchors(reading)
    for paragraph in _paragraphs(text):
        row = SubElement(element, "p", {"dir": "auto"})
        for segment in segments(marked, paragraph):
            _add(row, number, segment, text, anchors)
    return element


def _paragraphs(text: str) -> Iterator[Span]:
    for found in PARAGRAPH.finditer(text):
        yield Span(found.start(), found.end())


def _anchors(reading: Reading) -> dict[int, list[int]]:
    """Return the ids of the attributions that are met at each offset."""
    anchors: dict[int, list[int]] = {}
    for one in reading.attributions:
        anchors.setdefault(anchor(one).begin, []).append(one.id)
    return anchors


def _add(
    row: Element, number: str, segment: Segment, text: str, anchors: dict[int, list[int]]
) -> None:
    words = clean(segment.span.of(text))
    if not segment.parts:
        _append_text(row, words)
        return
    here = anchors.get(segment.span.begin, [])
    for other in here[1:]:
        SubElement(row, "span", {"id": f"at-{number}-{other}"})
    element = SubElement(row, "span", _attributes(number, segment))
    element.text = words
    if here:
        element.set("id", f"at-{number}-{here[0]}")
        element.set("tabindex", "0")
        element.set("role", "button")
        element.set("aria-describedby", f"card-{number}-{here[0]}")


def _append_text(row: Element, words: str) -> None:
    last = row[-1] if len(row) else None
    if last is None:
        row.text = (row.text or "") + words
    else:
        last.tail = (last.tail or "") + words


def _attributes(number: str, segment: Segment) -> dict[str, str]:
    """Name the roles for the style in classes, and who has which for the script."""
    belongs = " ".join(f"{number}-{part.attribution}:{part.role}" for part in segment.parts)
    return {"class": " ".join(_classes(segment)), "data-parts": belongs}


def _classes(segment: Segment) -> Iterator[str]:
    yield from sorted({str(part.role) for part in segment.parts})
    contents = [part for part in segment.parts if part.role is Role.CONTENT]
    if contents:
        yield f"deep-{min(len(contents), DEEPEST)}"
    yield from _edges(segment, contents)


def _edges(segment: Segment, contents: list[Part]) -> Iterator[str]:
    if any(part.span.begin == segment.span.begin for part in contents):
        yield "begins"
    if any(part.span.end == segment.span.end for part in contents):
        yield "ends"
