"""How claims went from article to article, in the terms of W3C PROV and schema.org."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ondit.export import place
from ondit.export.node import Node, annotation, node
from ondit.export.place import Held
from ondit.records.trace import Ref, RelayKind, Step, Trail

RELAYED = {
    RelayKind.COPIED: "prov:wasQuotedFrom",
    RelayKind.NAMED: "prov:wasQuotedFrom",
    RelayKind.TRANSLATED: "prov:wasDerivedFrom",
    RelayKind.LINKED: "prov:wasDerivedFrom",
}
"""What a relay says of what is told in two articles; a translation quotes nothing word for word."""


def of_trail(trail: Trail, held: Held) -> Iterator[Node]:
    """Yield the nodes of a trail: all that is known of its claim, and what that means."""
    iri = place.trail(trail.claim.id)
    origins = [one.carrier for one in trail.origins]
    yield node(trail, iri, held)
    yield {
        "@id": f"{iri}/claim",
        "schema:appearance": _articles(trail.claim.carriers, held),
        "schema:firstAppearance": _articles(origins, held),
        "prov:hadPrimarySource": [{"@id": held.statement(one)} for one in origins],
    }
    for ref in trail.claim.carriers:
        yield _statement(ref, held)
    for step in trail.steps:
        yield from _came(step, held)


def _statement(ref: Ref, held: Held) -> Node:
    """Return what a statement says, where in its article, and whose words they are there."""
    document, here = held.documents[ref.article], held.place(ref.article)
    said, iri = document.statements[ref.place], held.statement(ref)
    found: Node = {
        "@id": iri,
        "text": said.of(here.text),
        "schema:isPartOf": {"@id": here.iri},
        "content": annotation(said.spans, f"{iri}/content", iri, here),
    }
    if said.attribution:
        attribution = f"{place.reading(held.ids[ref.article])}/attributions/{said.attribution}"
        found["prov:specializationOf"] = {"@id": attribution}
    return found


def _came(step: Step, held: Held) -> Iterator[Node]:
    """Yield where the words of one article are from, where that is another of the archive."""
    if step.parent is None:
        return
    how, child, parent = RELAYED[step.relay.kind], step.child, step.parent
    yield {"@id": held.statement(child), how: {"@id": held.statement(parent)}}
    made = {"@id": held.place(parent.article).iri}
    yield {"@id": held.place(child.article).iri, "prov:wasDerivedFrom": made}


def _articles(refs: Iterable[Ref], held: Held) -> list[Node]:
    return [{"@id": held.place(ref.article).iri} for ref in refs]
