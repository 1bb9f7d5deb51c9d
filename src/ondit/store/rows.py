"""What was found in an article as rows of the archive's tables."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ondit.records import Attribution, Chain, Link, LinkKind, Reading, Span
from ondit.store.names import SourceName, form_key

Row = dict[str, Any]
ROLES = {"s": "source", "c": "cue", "q": "content", "k": "condition"}


@dataclass(frozen=True, slots=True)
class Place:
    """A link and the number of the one further out; the same link may have several."""

    link: Link
    outer: int | None


def source_names(reading: Reading) -> tuple[SourceName, ...]:
    """Return who says the content of each attribution, in their order: the fullest name that the
    text has, or else what stands there."""
    named = {one.span: SourceName(one.name, one.entity) for one in reading.namings}
    return tuple(
        next((named[span] for span in one.source if span in named), None)
        or _unresolved(reading, one, chain)
        for one, chain in _chained(reading)
    )


def attribution_rows(reading: Reading, version: int) -> Iterator[Row]:
    """Yield a row for each attribution."""
    said = source_names(reading)
    ends = _ends(reading)
    for (one, chain), name, end in zip(_chained(reading), said, ends, strict=True):
        yield {
            "version": version,
            "number": one.id,
            "parent": one.parent,
            "source": name.key,
            "act": one.act.value,
            "via": one.via.value,
            "form": one.form.value,
            "standing": chain.standing.value if chain else None,
            "hands": chain.hands if chain else None,
            "link": end,
            "probability": one.probability,
        }


def piece_rows(reading: Reading, version: int) -> Iterator[Row]:
    """Yield a row for each stretch of each attribution."""
    for one in reading.attributions:
        for role, name in ROLES.items():
            for span in getattr(one, name):
                yield {"version": version, "attribution": one.id, "role": role, **_span(span)}


def link_rows(reading: Reading, version: int) -> Iterator[Row]:
    """Yield a row for each link of a reading's chains, once for each that is further out."""
    by_id: dict[int | None, Attribution] = {one.id: one for one in reading.attributions}
    for place, number in _places(reading).items():
        link = place.link
        told = by_id.get(link.attribution)
        yield {
            "version": version,
            "number": number,
            "outer": place.outer,
            "attribution": link.attribution,
            "inferred": link.inferred,
            **_link(link, told, reading.article.text),
        }


def _link(link: Link, told: Attribution | None, text: str) -> Row:
    """Return what of a link is not to be seen from the attribution whose source it is."""
    words = link.span.of(text) if link.span else None
    of_told = told is not None and told.source == ((link.span,) if link.span else ())
    is_told = of_told and link.name == (words or "")
    return {
        "name": None if is_told or link.name == words else link.name,
        "via": None if told and told.via is link.via else link.via.value,
        "kind": None if link.kind is LinkKind.ATTRIBUTION else link.kind.value,
        **_span(None if of_told else link.span),
    }


def mention_rows(reading: Reading, version: int) -> Iterator[Row]:
    """Yield a row for each name."""
    for row, one in _numbered(reading.mentions, version):
        yield {**row, **_span(one.span), "type": one.type.value}


def credit_rows(reading: Reading, version: int) -> Iterator[Row]:
    """Yield a row for each credit."""
    for row, one in _numbered(reading.credits, version):
        own = {"kind": one.kind.value, "outlet": one.outlet, "inferred": one.inferred}
        yield {**row, **_span(one.span), **own}


def timex_rows(reading: Reading, version: int) -> Iterator[Row]:
    """Yield a row for each expression of time."""
    for row, one in _numbered(reading.timexes, version):
        yield {**row, **_span(one.span), "value": one.value, "kind": one.kind.value}


def form_rows(reading: Reading, version: int) -> Iterator[Row]:
    """Yield a row for each form of each entity's name; a form that came twice counts once."""
    rules: dict[int, str] = {}
    for entity in reading.entities:
        for one in entity.forms:
            rules.setdefault(form_key(entity, one.form), one.rule.value)
    for form, rule in rules.items():
        yield {"version": version, "form": form, "rule": rule}


def _unresolved(reading: Reading, attribution: Attribution, chain: Chain | None) -> SourceName:
    if chain and chain.links[-1].attribution == attribution.id:
        return SourceName(chain.links[-1].name, None)
    words = (span.of(reading.article.text) for span in attribution.source)
    return SourceName(" ".join(words), None)


def _chained(reading: Reading) -> Iterator[tuple[Attribution, Chain | None]]:
    """Yield each attribution with its chain, None where none was resolved."""
    chains = reading.chains or (None,) * len(reading.attributions)
    yield from zip(reading.attributions, chains, strict=True)


def _places(reading: Reading) -> dict[Place, int]:
    """Return all places in all chains, each with its number."""
    places: dict[Place, int] = {}
    for chain in reading.chains:
        outer = None
        for link in chain.links:
            outer = places.setdefault(Place(link, outer), len(places) + 1)
    return places


def _ends(reading: Reading) -> Iterator[int | None]:
    """Yield for each attribution the number of the last place in its chain."""
    places = _places(reading)
    for _, chain in _chained(reading):
        end = None
        for link in chain.links if chain else ():
            end = places[Place(link, end)]
        yield end


def _numbered(found: tuple[Any, ...], version: int) -> Iterator[tuple[Row, Any]]:
    for number, one in enumerate(found, 1):
        yield {"version": version, "number": number}, one


def _span(span: Span | None) -> Row:
    return {"begin": span.begin if span else None, "end": span.end if span else None}
