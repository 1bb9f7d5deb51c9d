"""From an RDF graph back to the records that it was made of, by their own types."""

from __future__ import annotations

import io
import types
from collections.abc import Iterable
from dataclasses import fields, is_dataclass
from enum import Enum
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

from rdflib import Graph, Namespace, URIRef
from rdflib.collection import Collection
from rdflib.namespace import RDF
from rdflib.term import Node as Term

from ondit.export.jsonld import context, write
from ondit.export.node import Node, term
from ondit.records import Span

T = TypeVar("T")
OA = Namespace("http://www.w3.org/ns/oa#")
ONDIT = Namespace(str(context()["ondit"]))


def graph(nodes: Iterable[Node]) -> Graph:
    """Return the graph of a document as a program has it that reads it and writes it anew."""
    stream = io.StringIO()
    write(nodes, stream)
    read = Graph().parse(data=stream.getvalue(), format="json-ld")
    return Graph().parse(data=read.serialize(format="nt"), format="nt")


def record(found: Graph, iri: str, kind: type[T]) -> T:
    """Return the record at an address."""
    made = _record(found, URIRef(iri), kind)
    assert isinstance(made, kind)
    return made


def property_of(name: str) -> URIRef:
    """Return what a term stands for."""
    given = context()[name]
    short = given["@id"] if isinstance(given, dict) else given
    prefix, _, rest = str(short).partition(":")
    return URIRef(f"{context()[prefix]}{rest}")


def _record(found: Graph, at: Term, kind: type[Any]) -> object:
    hints = get_type_hints(kind)
    given = {}
    for field in fields(kind):
        if field.init:
            key = property_of(term(kind.__name__, field.name))
            given[field.name] = _field(found, found.value(at, key), hints[field.name])
    return kind(**given)


def _field(found: Graph, held: Term | None, hint: Any) -> object:
    if get_origin(hint) is tuple:
        return _tuple(found, held, get_args(hint)[0])
    if held is None:
        return "" if hint is str else None
    inner = next(one for one in get_args(hint) or (hint,) if one is not types.NoneType)
    if inner is Span:
        (span,) = _spans(found, held)
        return span
    return _plain(found, held, inner)


def _tuple(found: Graph, held: Term | None, kind: Any) -> tuple[object, ...]:
    if held is None:
        return ()
    if kind is Span:
        return _spans(found, held)
    return tuple(_plain(found, one, kind) for one in Collection(found, held))


def _plain(found: Graph, held: Term, kind: Any) -> object:
    if isinstance(kind, type) and is_dataclass(kind):
        return _record(found, held, kind)
    if issubclass(kind, Enum):
        return kind(str(held))
    # A word is taken by its characters, whatever else they could mean; a number is parsed.
    return str(held) if kind is str else kind(held.toPython())  # type: ignore[attr-defined]


def _spans(found: Graph, at: Term) -> tuple[Span, ...]:
    """Return the spans of an annotation, in the order of the text; quotes must be there, too."""
    spans = []
    for target in found.objects(at, OA.hasTarget):
        for selector in found.objects(target, OA.hasSelector):
            if (selector, RDF.type, OA.TextPositionSelector) in found:
                begin, end = (found.value(selector, one) for one in (OA.start, OA.end))
                spans.append(Span(int(str(begin)), int(str(end))))
    return tuple(sorted(spans))
