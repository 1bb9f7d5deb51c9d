"""Which outlets have claims from which: a network for Gephi, yEd and the like."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TextIO

import networkx as nx

from ondit.export.plain import plain
from ondit.records import Document
from ondit.records.archived import Format
from ondit.records.trace import Ref, Step, Trail

UNNAMED = "(no outlet named)"

TODAY = re.compile(r' lastmodifieddate="[^"]*"')
"""What would make the same archive give another file tomorrow."""


@dataclass(slots=True)
class _Outlet:
    articles: set[str] = field(default_factory=set)
    languages: set[str] = field(default_factory=set)
    origins: int = 0


@dataclass(slots=True)
class _Way:
    claims: set[str] = field(default_factory=set)
    kinds: set[str] = field(default_factory=set)
    shifts: int = 0
    probability: float = 0.0


def network(trails: Iterable[Trail], documents: Mapping[str, Document]) -> nx.DiGraph[str]:
    """Return the network of the outlets that carry claims.

    A node has how many articles carry some, in how many claims it is an origin, its languages,
    and whether it is only named; an edge leads to who has claims from it, with how many, by which
    kinds of relay, how often changed, and the probability of the likeliest.
    """
    outlets: dict[str, _Outlet] = defaultdict(_Outlet)
    ways: dict[tuple[str, str], _Way] = defaultdict(_Way)
    for trail in trails:
        for ref in trail.claim.carriers:
            article = documents[ref.article].reading.article
            one = outlets[_name(article.outlet)]
            one.articles.add(ref.article)
            one.languages |= {article.language} if article.language else set()
        for origin in trail.origins:
            outlets[_outlet(origin.carrier, documents)].origins += 1
        for step in trail.steps:
            _add(ways[_ends(step, documents)], trail, step)
    return _graph(outlets, ways)


def write(found: nx.DiGraph[str], form: Format, stream: TextIO) -> None:
    """Write a network as GraphML or as GEXF 1.2."""
    lines: Iterator[str] = (
        nx.generate_gexf(found) if form is Format.GEXF else nx.generate_graphml(found)
    )
    stream.writelines(TODAY.sub("", line) + "\n" for line in lines)


def _add(way: _Way, trail: Trail, step: Step) -> None:
    way.claims.add(trail.claim.id)
    way.kinds.add(step.relay.kind.value)
    way.shifts += len(step.shifts)
    way.probability = max(way.probability, step.relay.probability)


def _ends(step: Step, documents: Mapping[str, Document]) -> tuple[str, str]:
    """Return from which outlet to which a step leads."""
    parent = _outlet(step.parent, documents) if step.parent else _name(step.relay.outlet)
    return parent, _outlet(step.child, documents)


def _outlet(ref: Ref, documents: Mapping[str, Document]) -> str:
    return _name(documents[ref.article].reading.article.outlet)


def _name(outlet: str | None) -> str:
    return plain(outlet or "") or UNNAMED


def _graph(outlets: Mapping[str, _Outlet], ways: Mapping[tuple[str, str], _Way]) -> nx.DiGraph[str]:
    found: nx.DiGraph[str] = nx.DiGraph(name="outlets")
    known = _Outlet()
    for name in sorted({*outlets, *(end for ends in ways for end in ends)}):
        one = outlets.get(name, known)
        found.add_node(
            name,
            label=name,
            articles=len(one.articles),
            origins=one.origins,
            languages=" ".join(sorted(one.languages)),
            absent=name not in outlets,
        )
    for (parent, child), way in sorted(ways.items()):
        found.add_edge(
            parent,
            child,
            weight=len(way.claims),
            kinds=" ".join(sorted(way.kinds)),
            changed=way.shifts,
            probability=way.probability,
        )
    return found
