"""Two articles beside each other: what the second kept, changed, left out and added."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from starlette.exceptions import HTTPException

from ondit.errors import UsageError
from ondit.records import Article, Document
from ondit.records.difference import Difference, Fate, Pair
from ondit.records.trace import Ref
from ondit.show.branch import outlet, standing
from ondit.show.comparison import difference_line
from ondit.show.stamp import brief
from ondit.show.trail import changed, words
from ondit.web.difference import Piece, compared
from ondit.web.holdings import Holdings
from ondit.web.question import text
from ondit.web.view import Table

HEADER = ("fate", "before", "after", "changed")


@dataclass(frozen=True, slots=True)
class Column:
    """One of the two articles, by its id in the archive."""

    id: str
    article: Article

    @property
    def outlet(self) -> str:
        """What it goes by."""
        return outlet(self.article)

    @property
    def published(self) -> str:
        """When it was published, to the minute and in UTC."""
        return brief(self.article.published)


@dataclass(frozen=True, slots=True)
class Side:
    """A statement in one of the articles: how it stands, and its words in pieces, those marked
    that the other article has not."""

    standing: str
    attribution: int | None
    pieces: tuple[Piece, ...]

    @property
    def words(self) -> str:
        """Its words."""
        return "".join(one.words for one in self.pieces)


@dataclass(frozen=True, slots=True)
class Row:
    """What became of a statement; a side is None where its article has none like it."""

    fate: Fate
    before: Side | None
    after: Side | None
    relation: str
    changes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two articles statement by statement."""

    template: ClassVar[str] = "comparison.html"
    found: Difference
    columns: tuple[Column, Column]
    title: str = "Two articles compared"

    @property
    def rows(self) -> tuple[Row, ...]:
        """All statements of both."""
        documents = {one.reading.article.id: one for one in (self.found.one, self.found.other)}
        return tuple(_row(one, documents) for one in self.found.pairs)

    @property
    def counts(self) -> Iterator[tuple[Fate, int]]:
        """How many statements met each fate."""
        for fate in Fate:
            number = sum(one.fate is fate for one in self.found.pairs)
            if number:
                yield fate, number

    def json(self) -> str:
        """Return the pairs as `ondit diff --json` writes them."""
        return difference_line(self.found)

    def table(self) -> Table:
        """Return a row for each pair."""
        return Table(
            HEADER,
            tuple(
                (
                    one.fate,
                    one.before.words if one.before else None,
                    one.after.words if one.after else None,
                    "; ".join(one.changes),
                )
                for one in self.rows
            ),
        )


def comparison(holdings: Holdings, given: Mapping[str, str]) -> Comparison:
    """Return the page that is asked for. Raise UsageError."""
    names = text(given, "one"), text(given, "other")
    one, other = names
    if one is None or other is None or one == other:
        raise UsageError("no two articles given", "add ?one=ID&other=ID")
    found = holdings.difference(one, other)
    if found is None:
        raise HTTPException(404, "There are no two such articles in the archive.")
    first, second = (side.reading.article for side in (found.one, found.other))
    return Comparison(found, (Column(one, first), Column(other, second)))


def _row(pair: Pair, documents: Mapping[str, Document]) -> Row:
    before, after = (_said(ref, documents) for ref in (pair.before, pair.after))
    changes = tuple(changed(one, documents) for one in pair.shifts)
    relation = str(pair.match.relation) if pair.match and pair.fate is Fate.DISPUTED else ""
    return Row(
        pair.fate,
        _side(pair.before, before, None, documents),
        # Between two languages every word would be marked.
        _side(pair.after, after, before if _one_language(documents) else None, documents),
        relation,
        changes,
    )


def _said(ref: Ref | None, documents: Mapping[str, Document]) -> str | None:
    return words(ref, documents) if ref else None


def _one_language(documents: Mapping[str, Document]) -> bool:
    return len({one.reading.article.language for one in documents.values()}) == 1


def _side(
    ref: Ref | None, said: str | None, other: str | None, documents: Mapping[str, Document]
) -> Side | None:
    if ref is None or said is None:
        return None
    number = documents[ref.article].statements[ref.place].attribution
    pieces = compared(said, other) if other else (Piece(said, marked=False),)
    return Side(standing(ref, documents), number, pieces)
