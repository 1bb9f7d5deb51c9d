"""Ondit in a notebook: readings, searches and trails that show themselves, and become tables.

    from ondit.integrations.notebook import Archive, read

Whatever these return has `to_frame()`, a pandas DataFrame, and is shown as Ondit's pages show it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, fields, is_dataclass, replace
from html import escape
from typing import TYPE_CHECKING, Any, Generic, TypeVar, get_type_hints, overload

import pandas as pd

from ondit.config import ARCHIVE, DOUBT, LIMIT, Settings
from ondit.integrations.answer import Found, Path, Piece, Said, Stand, Summary, Telling
from ondit.integrations.answering import found, path, piece, read_article, stand, summary, telling
from ondit.pipeline import looking, reading, tracing
from ondit.pipeline.country import countries
from ondit.pipeline.timeline import timeline
from ondit.pipeline.why import matches
from ondit.records import Article, Reading
from ondit.records.archived import Selection
from ondit.show.page import render as page
from ondit.show.trails import render as drawn

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

T = TypeVar("T", bound="DataclassInstance")

ALL = Selection()
DEFAULTS = Settings()
LATEST = Selection(limit=LIMIT.default)

HEIGHT = 480
"""Pixels that a page takes up in a notebook: what a small screen shows beside a cell."""


@dataclass(frozen=True, slots=True)
class Reached:
    """An article that a claim reached: its words for it, whether the claim began there, from which
    article it came and how, and what was changed on the way."""

    claim: str
    article: Piece
    content: str
    origin: bool
    parent: str | None
    kind: str | None
    probability: float | None
    changed: str


class Rows(Sequence[T], Generic[T]):
    """Results of one kind, in their order."""

    def __init__(self, kind: type[T], rows: Iterable[T]) -> None:
        self._kind, self._rows = kind, tuple(rows)

    @overload
    def __getitem__(self, at: int) -> T: ...
    @overload
    def __getitem__(self, at: slice) -> Rows[T]: ...
    def __getitem__(self, at: int | slice) -> T | Rows[T]:
        """Return one of the results, or those of a slice."""
        return Rows(self._kind, self._rows[at]) if isinstance(at, slice) else self._rows[at]

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._rows)

    def to_frame(self) -> pd.DataFrame:
        """Return a row for each result; what is in an article of theirs is in `article.outlet`
        and the like. The columns are the same if there is none."""
        frame = pd.json_normalize([asdict(one) for one in self._rows])
        return frame.reindex(columns=[*_columns(self._kind)])

    def _repr_html_(self) -> str:
        return str(self.to_frame().to_html())


@dataclass(frozen=True, slots=True)
class ReadPage:
    """A reading, shown as the article with its attributions marked."""

    reading: Reading

    def to_frame(self) -> pd.DataFrame:
        """Return a row for each attribution."""
        return Rows(Said, read_article(self.reading).said).to_frame()

    def _repr_html_(self) -> str:
        name = self.reading.article.title or self.reading.article.id
        return _framed(page([(name, self.reading)], DOUBT.default))


@dataclass(frozen=True, slots=True)
class Trails:
    """The trails of some claims, shown as drawings over time."""

    traced: tracing.Traced

    @property
    def paths(self) -> Rows[Path]:
        """The trails, in short."""
        return Rows(Path, (path(one, self.traced.documents) for one in self.traced.trails))

    def to_frame(self) -> pd.DataFrame:
        """Return a row for each article that one of the claims reached."""
        return Rows(Reached, (row for one in self.paths for row in _reached(one))).to_frame()

    def _repr_html_(self) -> str:
        known = self.traced.trails, self.traced.documents
        return _framed(drawn(*known, countries(*known), matches(*known)))


class Archive:
    """An archive that is looked into; each question opens it anew.

    Every method raises ArchiveError if there is no archive or it fails.
    """

    def __init__(self, where: str = ARCHIVE.default) -> None:
        """Take a file's name, or a `postgresql://` URL."""
        self._where = where

    def articles(self, within: Selection = ALL) -> Rows[Piece]:
        """Return the articles that are meant, the latest first."""
        return Rows(Piece, map(piece, looking.articles(self._where, within)))

    def article(self, id_: str) -> ReadPage:
        """Return what was read in an article."""
        return ReadPage(looking.article(self._where, id_, None))

    def search(
        self, words: str | None = None, like: str | None = None, within: Selection = LATEST
    ) -> Rows[Found]:
        """Return what was said that has the words or comes nearest in meaning to `like`; `within`
        says what else must hold."""
        selection = replace(within, words=words)
        return Rows(Found, map(found, looking.search(self._where, selection, like)))

    def claims(self, limit: int = LIMIT.default) -> Rows[Summary]:
        """Return the claims that most articles carry."""
        traced = tracing.claims(self._where, limit)
        return Rows(Summary, (summary(one, traced.documents) for one in traced.trails))

    def trace(self, what: str) -> Trails:
        """Return the trails of an article's claims (id or URL), of a claim (id), or of that which
        comes nearest to a text."""
        return Trails(tracing.trails(self._where, what))

    def positions(self, name: str, on: str | None = None, within: Selection = ALL) -> Rows[Stand]:
        """Return what somebody said over time; with `on` only what is about a subject."""
        selection = replace(within, source=name)
        told = tracing.positions(self._where, selection, on)
        return Rows(Stand, (stand(one, one.ref.article) for one in told))

    def timeline(
        self,
        about: str | None = None,
        since: str | None = None,
        until: str | None = None,
        limit: int = LIMIT.default,
    ) -> Rows[Telling]:
        """Return what happens when, as articles tell it, each thing once."""
        found = timeline(self._where, about, since, until, limit)
        return Rows(Telling, (telling(one, found.documents) for one in found.entries))


def read(source: str | Article, settings: Settings = DEFAULTS) -> ReadPage:
    """Return what is said in `source`, and according to whom, as `ondit.read` does."""
    return ReadPage(reading.read(source, settings))


def _reached(one: Path) -> Iterator[Reached]:
    """Yield the articles that a claim reached."""
    starts = {start.article for start in one.starts}
    hops = {hop.child: hop for hop in one.hops}
    for carrier in one.carriers:
        hop = hops.get(carrier.article.id)
        yield Reached(
            claim=one.claim,
            article=carrier.article,
            content=carrier.content,
            origin=carrier.article.id in starts,
            parent=hop.parent if hop else None,
            kind=hop.kind if hop else None,
            probability=hop.probability if hop else None,
            changed="; ".join(hop.changed) if hop else "",
        )


def _columns(kind: type[Any]) -> Iterator[str]:
    """Yield the columns that results of a kind have."""
    hints = get_type_hints(kind)
    for field in fields(kind):
        inner = hints[field.name]
        if is_dataclass(inner):
            yield from (f"{field.name}.{one.name}" for one in fields(inner))
        else:
            yield field.name


def _framed(html: str) -> str:
    """Return a page in a frame of its own, so that neither its style nor the notebook's reaches
    the other."""
    return (
        f'<iframe srcdoc="{escape(html)}" style="width: 100%; height: {HEIGHT}px; border: 0" '
        'sandbox="allow-scripts"></iframe>'
    )
