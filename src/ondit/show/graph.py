"""Trails as graphs for other programs: DOT for Graphviz, GraphML for Gephi, yEd and NetworkX.

Nodes are the carriers of each claim, and outlets that are not in the archive; an edge leads from
an article to what was made from it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, fields, replace
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from ondit.records import Document
from ondit.records.trace import Step, Trail
from ondit.show.branch import Branch, branches, standing, walk
from ondit.show.trail import changed, words
from ondit.show.wording import one_line

STRUCTURE = frozenset({"id", "source", "target"})
"""Fields that GraphML has attributes for."""

NAMESPACE = "http://graphml.graphdrawing.org/xmlns"


@dataclass(frozen=True, slots=True)
class Node:
    """A carrier of a claim, or an outlet that is absent; what is not known is empty."""

    id: str
    claim: str
    label: str
    article: str = ""
    published: str = ""
    language: str = ""
    country: str = ""
    standing: str = ""
    words: str = ""
    sources: str = ""
    origin: bool = False
    absent: bool = True


@dataclass(frozen=True, slots=True)
class Edge:
    """A way that a claim went; `shifts` say what was changed."""

    source: str
    target: str
    relay: str
    probability: float
    late: bool
    shifts: str


@dataclass(frozen=True, slots=True)
class Graph:
    """The nodes and edges of some trails."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]


def graph(
    trails: Iterable[Trail], documents: Mapping[str, Document], countries: Mapping[str, str]
) -> Graph:
    """Return trails as one graph in which they do not touch."""
    nodes: list[Node] = []
    edges: list[Edge] = []
    for trail in trails:
        ids: dict[str, str] = {}
        for twig in walk(branches(trail, documents)):
            ids[twig.branch.key] = f"n{len(nodes)}"
            nodes.append(_node(ids, trail.claim.id, twig.branch, documents, countries))
            if twig.parent and twig.branch.step:
                ends = ids[twig.parent.key], ids[twig.branch.key]
                edges.append(_edge(ends, twig.branch.step, documents))
    return Graph(tuple(nodes), tuple(edges))


def dot(found: Graph) -> str:
    """Return a graph in the DOT language."""
    return "\n".join(("digraph ondit {", "  rankdir=LR;", *_statements(found), "}"))


def graphml(found: Graph) -> str:
    """Return a graph as GraphML, all that is known of nodes and edges as data."""
    root = Element("graphml", {"xmlns": NAMESPACE})
    _keys(root, "node", Node)
    _keys(root, "edge", Edge)
    holder = SubElement(root, "graph", {"edgedefault": "directed"})
    for node in found.nodes:
        _data(SubElement(holder, "node", {"id": node.id}), "node", asdict(node))
    for edge in found.edges:
        ends = {"source": edge.source, "target": edge.target}
        _data(SubElement(holder, "edge", ends), "edge", asdict(edge))
    indent(root)
    return tostring(root, encoding="unicode", xml_declaration=False)


def _node(
    ids: Mapping[str, str],
    claim: str,
    branch: Branch,
    documents: Mapping[str, Document],
    countries: Mapping[str, str],
) -> Node:
    bare = Node(ids[branch.key], claim, branch.outlet)
    if branch.ref is None:
        return bare
    article = documents[branch.key].reading.article
    return replace(
        bare,
        article=branch.key,
        published=one_line(article.published or ""),
        language=one_line(article.language or ""),
        country=countries.get(branch.key, ""),
        standing=standing(branch.ref, documents),
        words=one_line(words(branch.ref, documents)),
        sources=", ".join(map(one_line, branch.origin.sources)) if branch.origin else "",
        origin=branch.origin is not None,
        absent=False,
    )


def _edge(ends: tuple[str, str], step: Step, documents: Mapping[str, Document]) -> Edge:
    shifts = "; ".join(changed(one, documents) for one in step.shifts)
    return Edge(*ends, str(step.relay.kind), step.relay.probability, step.relay.late, shifts)


def _statements(found: Graph) -> Iterator[str]:
    for node in found.nodes:
        label = "\n".join(filter(None, (node.label, node.published, node.language)))
        shape = "shape=doublecircle" if node.origin else "shape=box"
        style = ", style=dashed" if node.absent else ""
        yield f"  {_string(node.id)} [label={_string(label)}, {shape}{style}];"
    for edge in found.edges:
        label = "\n".join(filter(None, (edge.relay, *edge.shifts.split("; "))))
        yield f"  {_string(edge.source)} -> {_string(edge.target)} [label={_string(label)}];"


def _string(words: str) -> str:
    """Return words as a string of DOT, in which only quotation marks need a backslash; so one
    that stands there already is doubled, and a line break is `\\n`."""
    return json.dumps(words, ensure_ascii=False)


def _keys(root: Element, kind: str, record: type[Node | Edge]) -> None:
    names = {"bool": "boolean", "float": "double", "str": "string"}
    for one in fields(record):
        if one.name in STRUCTURE:
            continue
        key = {"id": f"{kind}.{one.name}", "for": kind, "attr.name": one.name}
        SubElement(root, "key", key | {"attr.type": names[str(one.type)]})


def _data(element: Element, kind: str, values: Mapping[str, object]) -> None:
    for name, value in values.items():
        if name not in STRUCTURE:
            text = str(value).lower() if isinstance(value, bool) else str(value)
            SubElement(element, "data", {"key": f"{kind}.{name}"}).text = text
