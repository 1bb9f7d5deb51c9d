"""Those who stand by a statement, from the outside in, without the outlets it came through."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ondit.records import Act, Chain, Link, LinkKind, Reading, Span, Via
from ondit.trace.role import roles

DOES = frozenset({Act.COMMIT, Act.REFUSE, Act.AGREE, Act.OFFER, Act.BELIEVE})
"""Acts whose content is also what their source does, or will do."""


@dataclass(frozen=True, slots=True)
class Teller:
    """One who stands by a statement: by name, "" if nobody is named, and by what they are.

    `does` if the statement is about what they do themselves ("the company will build a plant").
    """

    spans: tuple[Span, ...]
    name: str
    roles: frozenset[str]
    via: Via
    does: bool


def tellers(reading: Reading, chain: Chain) -> tuple[Teller, ...]:
    """Return the tellers of what a chain leads to; one that is named twice in a row counts once."""
    found: list[Teller] = []
    for link in chain.links:
        if link.kind is LinkKind.ATTRIBUTION and link.via is not Via.OUTLET and link.attribution:
            one = _teller(reading, link)
            if found and one.name and found[-1].name == one.name:
                found.pop()
            found.append(one)
    return tuple(found)


def voices(reading: Reading) -> tuple[Teller, ...]:
    """Return all tellers of a text."""
    found = (one for chain in reading.chains for one in tellers(reading, chain))
    return tuple(dict.fromkeys(found))


def _teller(reading: Reading, link: Link) -> Teller:
    own = next(one for one in reading.attributions if one.id == link.attribution)
    name = called(reading, link)
    spans = {span for its in _named(reading, name) for span in its} | set(own.source)
    found = frozenset(one.kind for one in roles(reading.article.text, spans))
    return Teller(own.source, name, found, link.via, own.act in DOES)


def called(reading: Reading, link: Link) -> str:
    """Return the fullest name that a text has for a link of a chain."""
    full = next((one.name for one in reading.namings if one.span == link.span), None)
    return full or link.name


def _named(reading: Reading, name: str) -> Iterator[tuple[Span, ...]]:
    """Yield the sources that stand for a name, however they are put."""
    spans = {one.span for one in reading.namings if name and one.name == name}
    return (one.source for one in reading.attributions if spans & set(one.source))
