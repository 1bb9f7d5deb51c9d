"""What readings say of where words come from, in the terms of W3C PROV and schema.org."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote

from ondit.export import place
from ondit.export.node import Node, node
from ondit.records import Attribution, CreditKind, Reading, wording

CREDITED = {
    CreditKind.AGENCY: "prov:wasQuotedFrom",
    CreditKind.REPUBLISHED: "prov:wasQuotedFrom",
    CreditKind.ORIGINAL: "prov:hadPrimarySource",
    CreditKind.TRANSLATION: "prov:wasDerivedFrom",
}
"""What a credit says of the article; one for pictures says nothing of the text."""

WIKIDATA = "http://www.wikidata.org/entity/"


def of_reading(id_: str, reading: Reading) -> Iterator[Node]:
    """Yield the nodes of a reading by its article's id in the archive: all that was read, and
    what that means."""
    iri, here = place.reading(id_), place.place(id_, reading.article)
    yield node(reading, iri, place.Alone(here))
    yield {"@id": iri, "prov:wasDerivedFrom": {"@id": here.iri}}
    if reading.article.outlet:
        yield {"@id": here.iri, "schema:publisher": {"@id": f"{iri}/outlet"}}
        yield _outlet(f"{iri}/outlet", reading.article.outlet)
    for one in reading.attributions:
        yield _attribution(one, iri, here, reading)
    yield from _credits(iri, here, reading)
    yield from _entities(iri, reading)


def _attribution(one: Attribution, iri: str, here: place.Place, reading: Reading) -> Node:
    """Return what an attribution says: words of the article that are its sources'."""
    within = f"{iri}/attributions/{one.parent}" if one.parent else here.iri
    found: Node = {
        "@id": f"{iri}/attributions/{one.id}",
        "text": wording(one.content, here.text),
        "schema:isPartOf": {"@id": here.iri},
        "prov:wasQuotedFrom": {"@id": within},
    }
    if reading.chains:
        count = len(reading.chains[one.id - 1].sources)
        agents = [{"@id": f"{iri}/chains/{one.id}/sources/{at + 1}"} for at in range(count)]
        found |= {"prov:wasAttributedTo": agents, "schema:spokenByCharacter": agents}
    return found


def _credits(iri: str, here: place.Place, reading: Reading) -> Iterator[Node]:
    """Yield what the article says it is from, and whose that is."""
    for at, credit in enumerate(reading.credits, start=1):
        if credit.kind in CREDITED:
            yield {"@id": here.iri, CREDITED[credit.kind]: {"@id": f"{iri}/credits/{at}"}}
            outlet = f"{iri}/credits/{at}/by"
            yield {"@id": f"{iri}/credits/{at}", "prov:wasAttributedTo": {"@id": outlet}}
            yield _outlet(outlet, credit.outlet)


def _entities(iri: str, reading: Reading) -> Iterator[Node]:
    """Yield whom the entities of this article are in all articles."""
    for at, entity in enumerate(reading.entities, start=1):
        general = {"@id": f"urn:ondit:entity:{quote(entity.id, safe='')}"}
        found: Node = {"@id": f"{iri}/entities/{at}", "prov:specializationOf": general}
        if entity.wikidata:
            found["schema:sameAs"] = {"@id": WIKIDATA + quote(entity.wikidata)}
        yield found


def _outlet(iri: str, name: str) -> Node:
    return {
        "@id": iri,
        "@type": ["prov:Organization", "schema:NewsMediaOrganization"],
        "name": name,
    }
