"""A drawing of a trail as SVG, for a page: its style is `templates/trail.css`.

Built as a tree and never from strings, so that nothing in an article can become markup.
"""

from __future__ import annotations

from collections.abc import Callable
from xml.etree.ElementTree import Element, SubElement

from ondit.show.cut import isolated
from ondit.show.drawing import Dot, Drawing, Edge, Say, doubtful
from ondit.show.wording import clean

AXIS = 40.0
"""Where the marks of the axis end and its lines begin."""

RADIUS, DIAMOND = 5.5, 4.5

SIGNS = {
    "origin": "has it from its own source",
    "relay": "has it from another",
    "absent": "named, not in the archive",
    "shift": "changed",
}

Address = Callable[[Dot], str]


def figure(drawing: Drawing, label: str, address: Address) -> Element:
    """Return a drawing as an SVG element that a screen reader calls `label`.

    Each dot leads to its `address`.
    """
    width, height = f"{drawing.width:.0f}", f"{drawing.height:.0f}"
    svg = Element("svg", {"class": "trail", "width": width, "height": height})
    svg.set("viewBox", f"0 0 {width} {height}")
    svg.set("role", "group")
    svg.set("aria-label", clean(label))
    _axis(svg, drawing)
    for edge in drawing.edges:
        _edge(svg, edge)
    for dot in drawing.dots:
        _dot(svg, drawing, dot, address(dot))
    return svg


def key() -> Element:
    """Return the list of the signs in a drawing."""
    rows = Element("ul", {"class": "key", "aria-label": "Signs"})
    for kind, words in SIGNS.items():
        row = SubElement(rows, "li")
        sign = SubElement(row, "svg", {"viewBox": "0 0 24 16", "aria-hidden": "true"})
        group = SubElement(sign, "g", {"class": kind})
        if kind == Say.SHIFT:
            SubElement(group, "path", {"class": "mark", "d": _diamond(12, 8)})
        else:
            _circles(group, 12, 8, ring=kind == "origin")
        sign.tail = words
    return rows


def _axis(svg: Element, drawing: Drawing) -> None:
    group = SubElement(svg, "g", {"class": "axis", "aria-hidden": "true"})
    if drawing.caption:
        _text(group, "caption", 2, 14, f"{drawing.caption}, UTC")
    for tick in drawing.ticks:
        _text(group, "tick", tick.x, AXIS - 6, tick.label)
        x = f"{tick.x:.1f}"
        ends = {"x1": x, "x2": x, "y1": f"{AXIS:.0f}", "y2": f"{drawing.height:.0f}"}
        SubElement(group, "line", ends)


def _edge(svg: Element, edge: Edge) -> None:
    relay = edge.step.relay
    classes = ["edge", *(["absent"] if edge.step.parent is None else [])]
    classes += ["late"] if relay.late else ["doubtful"] if doubtful(relay) else []
    group = SubElement(svg, "g", {"class": " ".join(classes), "aria-hidden": "true"})
    SubElement(group, "path", {"d": edge.path})
    if not edge.step.shifts:
        return
    x, y = edge.mark
    SubElement(group, "path", {"class": "mark", "d": _diamond(x, y)})
    if edge.kinds:
        _text(group, "kinds", x, y - DIAMOND - 3, edge.kinds)


def _diamond(x: float, y: float) -> str:
    return (
        f"M{x - DIAMOND:.1f} {y:.1f}l{DIAMOND} -{DIAMOND}l{DIAMOND} {DIAMOND}l-{DIAMOND} {DIAMOND}z"
    )


def _dot(svg: Element, drawing: Drawing, dot: Dot, address: str) -> None:
    link = SubElement(svg, "a", {"class": f"dot {_kind(dot)}", "href": address})
    leader = {"class": "leader", "x1": f"{dot.x + 9:.1f}", "x2": f"{drawing.column - 4:.1f}"}
    SubElement(link, "line", leader | {"y1": f"{dot.y:.1f}", "y2": f"{dot.y:.1f}"})
    _circles(link, dot.x, dot.y, ring=dot.branch.origin is not None)
    for one in dot.labels:
        text = _text(link, one.say, drawing.column + 4, one.y, one.text)
        if one.aside:
            SubElement(text, "tspan", {"class": "aside", "dx": "8"}).text = clean(one.aside)
        if one.say is Say.SHIFT:
            corner = drawing.column + 4 + DIAMOND, one.y - DIAMOND
            text.set("dx", "14")
            SubElement(link, "path", {"class": "mark", "d": _diamond(*corner)})


def _circles(parent: Element, x: float, y: float, *, ring: bool) -> None:
    centre = {"cx": f"{x:.1f}", "cy": f"{y:.1f}"}
    SubElement(parent, "circle", centre | {"r": f"{RADIUS}"})
    if ring:
        SubElement(parent, "circle", centre | {"r": f"{RADIUS + 3.5}", "class": "ring"})


def _kind(dot: Dot) -> str:
    if dot.branch.ref is None:
        return "absent"
    kind = "origin" if dot.branch.origin else "relay"
    return kind if dot.dated else f"{kind} undated"


def _text(parent: Element, kind: str, x: float, y: float, words: str) -> Element:
    at = {"class": kind, "x": f"{x:.1f}", "y": f"{y:.1f}"}
    text = SubElement(parent, "text", at)
    text.text = isolated(clean(words))
    return text
