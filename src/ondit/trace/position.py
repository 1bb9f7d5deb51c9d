"""From what a source says in many articles to its positions over time, each told once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from ondit.records import Attribution, Document, wording
from ondit.records.position import Position
from ondit.records.trace import Ref, Trail


def positions(
    told: Iterable[Ref], documents: Mapping[str, Document], trails: Iterable[Trail]
) -> tuple[Position, ...]:
    """Return the positions that attributed statements amount to, in the order of time.

    Statements of one claim and one act are one position; those without a date come last.
    """
    claims = {ref: trail.claim.id for trail in trails for ref in trail.claim.carriers}
    groups: dict[tuple[str, str], list[Ref]] = defaultdict(list)
    for ref in told:
        act = _attribution(ref, documents).act
        groups[claims.get(ref, f"{ref.article}/{ref.place}"), act].append(ref)
    found = [_position(refs, documents) for refs in groups.values()]
    return tuple(sorted(found, key=lambda one: (one.published or "9999", one.ref)))


def _position(refs: list[Ref], documents: Mapping[str, Document]) -> Position:
    first, *_ = ordered = sorted(refs, key=lambda one: (_published(one, documents) or "9999", one))
    reading = documents[first.article].reading
    one = _attribution(first, documents)
    outlets = (documents[ref.article].reading.article.outlet or ref.article for ref in ordered)
    return Position(
        ref=first,
        act=one.act,
        words=wording(one.content, reading.article.text),
        condition=wording(one.condition, reading.article.text),
        standing=reading.chains[one.id - 1].standing if reading.chains else None,
        published=_published(first, documents),
        outlets=tuple(dict.fromkeys(outlets)),
    )


def _attribution(ref: Ref, documents: Mapping[str, Document]) -> Attribution:
    """Return the attribution whose content a statement is."""
    document = documents[ref.article]
    number = document.statements[ref.place].attribution
    if number is None:
        raise ValueError(f"{ref}: a sentence in the article's own voice is nobody's position")
    return document.reading.attributions[number - 1]


def _published(ref: Ref, documents: Mapping[str, Document]) -> str | None:
    return documents[ref.article].reading.article.published
