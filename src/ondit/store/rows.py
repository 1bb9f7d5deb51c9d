"""What was found in an article as rows of the archive's tables."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ondit.records import Attribution, Chain, Link, LinkKind, Reading, Via
from ondit.store.names import SourceName, form_key

Row = dict[str, Any]


def source_names(reading: Reading) -> tuple[SourceName, ...]:
    """Return who says the content of each attribution, in their order: the fullest name that the
    text has, or else what stands there."""
    named = {one.span: SourceName(one.name, one.entity) for one in reading.namings}
    return tuple(
        next((named[span] for span in one.source if span in named), None)
        or _unresolved(reading, one, chain)
        for one, chain in _chained(reading)
    )


def said_rows(reading: Reading, version: int, first: int) -> Iterator[Row]:
    """Yield a row for each attribution; `first` is the key of the first."""
    links = _other_links(reading)
    found = zip(_chained(reading), source_names(reading), strict=True)
    for key, ((one, chain), name) in enumerate(found, first):
        yield {
            "key": key,
            "version": version,
            "number": one.id,
            "parent": one.parent,
            "source": name.key,
            "act": one.act,
            "via": one.via,
            "form": one.form,
            "standing": chain.standing if chain else None,
            "hands": chain.hands if chain else None,
            "probability": one.probability,
            "source_at": one.source,
            "cue_at": one.cue,
            "content_at": one.content,
            "condition_at": one.condition,
            "chain": _steps(chain, links) if chain else None,
        }


def link_rows(reading: Reading, version: int) -> Iterator[Row]:
    """Yield a row for each link that is neither an attribution's source nor the outlet."""
    for link, number in _other_links(reading).items():
        yield {
            "version": version,
            "number": number,
            "name": link.name,
            "via": link.via.value,
            "kind": link.kind.value,
            "begin": link.span.begin if link.span else None,
            "end": link.span.end if link.span else None,
            "inferred": link.inferred,
        }


def _other_links(reading: Reading) -> dict[Link, int]:
    """Return the links that are neither an attribution's source nor the article's own outlet,
    each with its number."""
    found: dict[Link, int] = {}
    for link in (link for chain in reading.chains for link in chain.links):
        if link.kind is not LinkKind.ATTRIBUTION and link != _own(reading):
            found.setdefault(link, len(found) + 1)
    return found


def _own(reading: Reading) -> Link:
    """Return the link that an article is by itself."""
    return Link(reading.article.outlet or "", None, Via.OUTLET, LinkKind.ARTICLE)


def _steps(chain: Chain, links: Mapping[Link, int]) -> str:
    """Return the numbers of a chain's links, from the source outward."""
    numbers = (
        -links[link] if link in links else link.attribution or 0 for link in chain.links[::-1]
    )
    return ",".join(map(str, numbers))


def form_rows(reading: Reading, version: int) -> Iterator[Row]:
    """Yield a row for each form of each entity's name; a form that came twice counts once."""
    found = {form_key(entity, one.form) for entity in reading.entities for one in entity.forms}
    for form in sorted(found):
        yield {"version": version, "form": form}


def _unresolved(reading: Reading, attribution: Attribution, chain: Chain | None) -> SourceName:
    if chain and chain.links[-1].attribution == attribution.id:
        return SourceName(chain.links[-1].name, None)
    words = (span.of(reading.article.text) for span in attribution.source)
    return SourceName(" ".join(words), None)


def _chained(reading: Reading) -> Iterator[tuple[Attribution, Chain | None]]:
    """Yield each attribution with its chain, None where none was resolved."""
    chains = reading.chains or (None,) * len(reading.attributions)
    yield from zip(reading.attributions, chains, strict=True)
