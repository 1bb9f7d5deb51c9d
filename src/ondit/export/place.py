"""The addresses of records in a graph, and the articles that their spans point into."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Protocol, Self

from ondit.records import Article, Document
from ondit.records.trace import Ref, Relay, Shift

BEFORE = frozenset({"before", "parent"})
"""Fields whose spans are of the article that another is made from."""


@dataclass(frozen=True, slots=True)
class Place:
    """An article that spans point into, by its address."""

    iri: str
    text: str


class Ground(Protocol):
    """What the spans and references of a record are about."""

    def within(self, record: object) -> Ground:
        """Return the ground of a record that lies in the one that this is the ground of."""

    def address(self, record: object, path: str) -> str:
        """Return the address of a record that is met at `path`."""

    def of(self, field: str) -> Place:
        """Return the article that the spans of a field point into."""


@dataclass(frozen=True, slots=True)
class Alone:
    """The ground of what was read in one article."""

    place: Place

    def within(self, record: object) -> Self:  # noqa: ARG002 - all in it is about that article
        """Return itself."""
        return self

    def address(self, record: object, path: str) -> str:  # noqa: ARG002 - as above
        """Return the path."""
        return path

    def of(self, field: str) -> Place:  # noqa: ARG002 - as above
        """Return the article."""
        return self.place


@dataclass(frozen=True, slots=True)
class Held:
    """The ground of trails: documents by the ids that tracing knows them by, and what the archive
    calls them; within a relay or a shift those two articles."""

    documents: Mapping[str, Document]
    ids: Mapping[str, str]
    parent: str | None = None
    child: str | None = None

    def within(self, record: object) -> Held:
        """Return the ground of the two articles that a relay or a shift is about."""
        if isinstance(record, Relay):
            return replace(self, parent=record.parent, child=record.child)
        if isinstance(record, Shift):
            return replace(self, parent=record.parent.article, child=record.child.article)
        return self

    def address(self, record: object, path: str) -> str:
        """Return one address for a statement wherever it is met, else the path."""
        return self.statement(record) if isinstance(record, Ref) else path

    def of(self, field: str) -> Place:
        """Return the one of the two articles that a field is about."""
        return self.place((self.parent if field in BEFORE else self.child) or "")

    def place(self, article: str) -> Place:
        """Return where an article is."""
        return place(self.ids[article], self.documents[article].reading.article)

    def statement(self, ref: Ref) -> str:
        """Return the address of a statement."""
        return f"{reading(self.ids[ref.article])}/statements/{ref.place}"


def reading(id_: str) -> str:
    """Return the address of a reading by its article's id in the archive."""
    return f"urn:ondit:{id_}"


def place(id_: str, article: Article) -> Place:
    """Return where an article is by its id in the archive."""
    return Place(f"{reading(id_)}/article", article.text)


def trail(claim: str) -> str:
    """Return the address of a claim's trail."""
    return f"urn:ondit:trail:{claim}"
