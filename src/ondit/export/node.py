"""Records as nodes of a graph: every field by its term, every span as a Web Annotation.

Nothing is left out, so that from the nodes the same records can be made again: what is empty or
unknown has no property, tuples keep their order, numbers their last digit.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from importlib.resources import files

from ondit.export.place import Ground, Place
from ondit.records import Span

Node = dict[str, object]

AROUND = 32
"""Characters before and after a quote that tell it from others like it in its text."""


def node(record: object, path: str, around: Ground) -> Node:
    """Return a record as a node, with all the records in it; `path` is its address if its ground
    gives it no other."""
    name = type(record).__name__
    ground, iri = around.within(record), around.address(record, path)
    found: Node = {"@id": iri, "@type": types(name, str(getattr(record, "kind", "")))}
    for key, held in _held(record):
        inner = f"{iri}/{key}"
        if spans := _spans(held):
            found[term(name, key)] = annotation(spans, inner, iri, ground.of(key))
        else:
            found[term(name, key)] = _value(held, inner, ground)
    return found


def annotation(spans: Iterable[Span], iri: str, body: str, place: Place) -> Node:
    """Return the annotation at `iri` that puts a node to words of an article."""
    return {
        "@id": iri,
        "@type": "oa:Annotation",
        "body": {"@id": body},
        "target": [_target(span, place) for span in spans],
    }


def types(record: str, kind: str = "") -> list[str]:
    """Return what a record is: our own class first, then those of other vocabularies."""
    standard = _types()
    return [
        term(record, "") or record,
        *standard.get((record, kind), standard.get((record, ""), ())),
    ]


def term(record: str, field: str) -> str:
    """Return the term for a field of a record."""
    return _terms().get((record, field), field)


def _held(record: object) -> Iterator[tuple[str, object]]:
    """Yield the fields of a record that hold anything."""
    if is_dataclass(record):
        for field in fields(record):
            held = getattr(record, field.name)
            if held is not None and held != ():
                yield field.name, held


def _spans(held: object) -> tuple[Span, ...]:
    """Return the spans that a field holds, none if it holds anything else."""
    if isinstance(held, Span):
        return (held,)
    found = held if isinstance(held, tuple) else ()
    return tuple(one for one in found if isinstance(one, Span))


def _value(held: object, iri: str, ground: Ground) -> object:
    if isinstance(held, tuple):
        return [_value(one, f"{iri}/{at}", ground) for at, one in enumerate(held, start=1)]
    if isinstance(held, Enum):
        return str(held.value)
    if isinstance(held, float):
        # A number of JSON would lose its last digit on its way into RDF.
        return repr(held)
    return node(held, iri, ground) if is_dataclass(held) else held


def _target(span: Span, place: Place) -> Node:
    text = place.text
    return {
        "@type": "oa:SpecificResource",
        "oa:hasSource": {"@id": place.iri},
        "selector": [
            {"@type": "oa:TextPositionSelector", "start": span.begin, "end": span.end},
            {
                "@type": "oa:TextQuoteSelector",
                "exact": span.of(text),
                "prefix": text[max(0, span.begin - AROUND) : span.begin],
                "suffix": text[span.end : span.end + AROUND],
            },
        ],
    }


@cache
def _types() -> dict[tuple[str, str], tuple[str, ...]]:
    return {(own, kind): tuple(names.split()) for own, kind, names in _rows("types.tsv")}


@cache
def _terms() -> dict[tuple[str, str], str]:
    return {(record, field): name for record, field, name in _rows("terms.tsv")}


def _rows(name: str) -> Iterator[list[str]]:
    for line in (files("ondit.export") / name).read_text("utf-8").splitlines():
        if not line.startswith("#"):
            yield line.split("\t")
