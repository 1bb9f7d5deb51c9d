"""What is exported as JSON-LD is RDF of the standards, and holds all that was read."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from importlib.resources import files
from typing import Any, get_args, get_type_hints

import pytest
from hypothesis import HealthCheck, given, settings
from pyshacl import validate
from rdflib import Graph, Literal, Namespace, URIRef
from rdflib.namespace import PROV, RDF

from ondit.export.node import term, types
from ondit.export.passage import of_trail
from ondit.export.place import Held
from ondit.export.provenance import of_reading
from ondit.records import Reading, Span
from ondit.records.trace import Tracing, Trail
from ondit.resolve.resolver import resolve
from ondit.trace.tracer import trace
from tests.export.graph import OA, graph, property_of, record
from tests.show.samples import readings
from tests.store.samples import document
from tests.trace.samples import FIRST, OTHER, SECOND

SCHEMA = Namespace("https://schema.org/")
TEXTS = ("en/en-1", "ru/ru-a1", "zh/zh-1", "ar/ar-1")
SHAPES = Graph().parse(data=(files("ondit.export") / "shapes.ttl").read_text("utf-8"))


def valid(found: Graph) -> tuple[bool, str]:
    """Return whether a graph has the shapes that Ondit promises, and why not."""
    conforms, _, report = validate(found, shacl_graph=SHAPES)
    return bool(conforms), str(report)


@pytest.fixture(scope="module")
def tracing() -> Tracing:
    return trace([FIRST, SECOND, OTHER])


@pytest.fixture(scope="module")
def held() -> Held:
    documents = {one.reading.article.id: one for one in (FIRST, SECOND, OTHER)}
    return Held(documents, {name: f"n{at}" for at, name in enumerate(documents)})


@pytest.fixture(scope="module")
def trail(tracing: Tracing) -> Trail:
    """Return the trail of the oil: 300 tonnes became 3000."""
    return next(one for one in tracing.trails if any(step.shifts for step in one.steps))


@pytest.fixture(scope="module")
def travelled(trail: Trail, held: Held) -> Graph:
    """Return the graph of that trail and the articles that carry it."""
    nodes = [*of_trail(trail, held)]
    for name in {ref.article for ref in trail.claim.carriers}:
        nodes += of_reading(held.ids[name], held.documents[name].reading)
    return graph(nodes)


@pytest.mark.parametrize("name", TEXTS)
def test_a_reading_comes_back_whole_and_has_the_shapes(name: str) -> None:
    reading = document(name).reading
    found = graph(of_reading("n1", reading))
    assert record(found, "urn:ondit:n1", Reading) == reading
    assert valid(found) == (True, valid(found)[1])


@given(readings())
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_reading_comes_back(reading: Reading) -> None:
    resolved = resolve(reading) if reading.article.text.strip() else reading
    assert record(graph(of_reading("n1", resolved)), "urn:ondit:n1", Reading) == resolved


def test_a_trail_comes_back_whole_and_has_the_shapes(trail: Trail, travelled: Graph) -> None:
    assert record(travelled, f"urn:ondit:trail:{trail.claim.id}", Trail) == trail
    conforms, report = valid(travelled)
    assert conforms, report


def test_a_claim_leads_to_its_primary_source_in_prov(trail: Trail, travelled: Graph) -> None:
    claim = URIRef(f"urn:ondit:trail:{trail.claim.id}/claim")
    (origin,) = travelled.objects(claim, PROV.hadPrimarySource)
    article = travelled.value(origin, SCHEMA.isPartOf)
    assert str(travelled.value(article, property_of("outlet"))) == "Harbour Post"
    (retold,) = travelled.subjects(PROV.wasDerivedFrom, origin)  # a translation
    assert "3000" in str(travelled.value(retold, SCHEMA.text))


def test_words_lead_to_who_said_them_and_where() -> None:
    reading = document("en/en-1").reading
    found = graph(of_reading("n1", reading))
    quotation = URIRef("urn:ondit:n1/attributions/1")
    said = str(found.value(quotation, SCHEMA.text))
    (agent, *_) = found.objects(quotation, PROV.wasAttributedTo)
    assert str(found.value(agent, SCHEMA.name)) in reading.article.text
    exact = {
        str(one)
        for note in found.subjects(OA.hasBody, quotation)
        for target in found.objects(note, OA.hasTarget)
        for selector in found.objects(target, OA.hasSelector)
        for one in found.objects(selector, OA.exact)
    }
    assert said in exact


BREAKS = {
    "a quotation of nobody's text": (RDF.type, SCHEMA.NewsArticle),
    "a span without a place": (RDF.type, OA.TextPositionSelector),
    "a quotation without words": (SCHEMA.text, None),
    "an act that there is not": (property_of("act"), None),
    "an annotation of nothing": (OA.hasBody, None),
}


@pytest.mark.parametrize("broken", BREAKS)
def test_the_shapes_see_what_is_missing(broken: str) -> None:
    found = graph(of_reading("n1", FIRST.reading))
    predicate, held = BREAKS[broken]
    found.remove((None, predicate, held))
    assert not valid(found)[0]


def test_the_shapes_see_what_is_wrong() -> None:
    found = graph(of_reading("n1", FIRST.reading))
    quotation = URIRef("urn:ondit:n1/attributions/1")
    found.set((quotation, property_of("act"), Literal("shout")))
    assert "shout" in valid(found)[1]


def classes(kind: Any, known: set[type[Any]]) -> set[type[Any]]:
    """Return the classes of all records that one of this type may hold, itself included."""
    for one in get_args(kind):
        classes(one, known)
    if isinstance(kind, type) and is_dataclass(kind) and kind not in known | {Span}:
        known.add(kind)
        for hint in get_type_hints(kind).values():
            classes(hint, known)
    return known


@pytest.mark.parametrize("kind", sorted(classes(Reading | Trail, set()), key=str))
def test_every_field_of_every_record_has_a_term(kind: type[Any]) -> None:
    assert property_of(types(kind.__name__)[0])
    for field in fields(kind):
        assert property_of(term(kind.__name__, field.name))


def test_entities_are_of_their_kind() -> None:
    assert types("Entity", "PER") == ["Entity", "schema:Person", "prov:Person"]
    assert types("Mention", "PER") == ["Mention"]


def test_texts_with_the_same_words_at_two_outlets_are_two_articles() -> None:
    reading = FIRST.reading
    other = replace(reading, article=replace(reading.article, outlet="The Copy"))
    found = graph([*of_reading("n1", reading), *of_reading("n2", other)])
    assert len(set(found.subjects(RDF.type, SCHEMA.NewsArticle))) == 2
    assert record(found, "urn:ondit:n1", Reading) == reading
