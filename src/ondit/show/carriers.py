"""The table of a trail's carriers: it says what the drawing shows, and what that rests on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from xml.etree.ElementTree import Element, SubElement

from ondit.records import Document
from ondit.records.trace import Match, Ref
from ondit.show.branch import Branch, Twig, standing
from ondit.show.ground import grounds
from ondit.show.stamp import brief
from ondit.show.trail import sides, spoken, words
from ondit.show.wording import clean, one_line, quoted

HEADINGS = ("Outlet", "Published", "How it has it", "What it says", "What it changed")


def carriers(
    twigs: Iterable[Twig],
    documents: Mapping[str, Document],
    countries: Mapping[str, str],
    matches: Mapping[Ref, Match],
    prefix: str,
) -> Element:
    """Return the table; the row of the branch at place N of the tree has the id `prefix`-N."""
    table = Element("table", {"class": "carriers"})
    SubElement(table, "caption").text = "The same as a table"
    head = SubElement(SubElement(table, "thead"), "tr")
    for heading in HEADINGS:
        SubElement(head, "th", {"scope": "col"}).text = heading
    body = SubElement(table, "tbody")
    for number, twig in enumerate(twigs):
        row = SubElement(body, "tr", {"id": f"{prefix}-{number}"})
        _Row(row, documents).fill(twig, countries.get(twig.branch.key, ""), matches)
    return table


class _Row:
    """One row of the table, filled cell by cell."""

    def __init__(self, row: Element, documents: Mapping[str, Document]) -> None:
        self._row, self._documents = row, documents

    def fill(self, twig: Twig, country: str, matches: Mapping[Ref, Match]) -> None:
        """Write the cells of a branch."""
        branch = twig.branch
        name = SubElement(self._row, "th", {"scope": "row"})
        SubElement(name, "bdi").text = clean(branch.outlet)
        if branch.ref is None:
            SubElement(self._row, "td").text = "not in the archive"
            for _ in HEADINGS[2:]:
                SubElement(self._row, "td")
            return
        article = self._documents[branch.key].reading.article
        when = SubElement(self._row, "td")
        SubElement(when, "time").text = brief(article.published)
        about = " · ".join(filter(None, (article.language, country)))
        _paragraph(when, "", one_line(about))
        self._parent(twig)
        self._words(branch, branch.ref)
        self._shifts(branch, matches.get(branch.ref))

    def _parent(self, twig: Twig) -> None:
        cell = SubElement(self._row, "td")
        if twig.branch.origin:
            _paragraph(cell, "", f"origin: {spoken(twig.branch.origin)}")
        for ref in twig.branch.origin.witnesses if twig.branch.origin else ():
            other = self._documents[ref.article].reading.article
            _paragraph(cell, "", f"also heard by {one_line(other.outlet or ref.article)}")
        step = twig.branch.step
        if twig.parent and step:
            _paragraph(cell, "", f"from {clean(twig.parent.outlet)}")
            _paragraph(cell, "", f"{step.relay.kind}, p = {step.relay.probability:.2f}")
            if step.relay.late:
                _paragraph(cell, "shift", "dated after what was made from it")

    def _words(self, branch: Branch, ref: Ref) -> None:
        cell = SubElement(self._row, "td")
        said = _paragraph(cell, "said", quoted(one_line(words(ref, self._documents))))
        language = self._documents[branch.key].reading.article.language
        if language:
            said.set("lang", language)
        _paragraph(cell, "", standing(ref, self._documents))

    def _shifts(self, branch: Branch, match: Match | None) -> None:
        cell = SubElement(self._row, "td")
        for shift in branch.step.shifts if branch.step else ():
            line = SubElement(cell, "p", {"class": "shift"})
            line.text = str(shift.kind)
            for mark, side in zip((": ", " → "), sides(shift, self._documents) or (), strict=False):
                SubElement(line, "span").text = mark
                SubElement(line, "bdi").text = clean(side)
        details = SubElement(cell, "details")
        SubElement(details, "summary").text = "Why"
        for ground in grounds(branch, self._documents, match):
            _paragraph(details, "", ground)


def _paragraph(parent: Element, kind: str, text: str) -> Element:
    element = SubElement(parent, "p", {"class": kind} if kind else {})
    element.set("dir", "auto")
    element.text = text
    return element
