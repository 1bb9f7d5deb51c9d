"""An archive and a reader behind the pages of `ondit serve`."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from ondit.config import Service, Settings
from ondit.errors import ArchiveError, UsageError
from ondit.ingest import ingest, record
from ondit.ingest.raw import Raw
from ondit.ingest.source import finish
from ondit.pipeline import tracing
from ondit.pipeline.country import countries
from ondit.pipeline.difference import between
from ondit.pipeline.identity import archived_id
from ondit.pipeline.reading import read
from ondit.pipeline.timeline import timeline
from ondit.pipeline.worker import embedded
from ondit.read.sentence import SentenceEncoder
from ondit.records import Act, Article, Reading
from ondit.records.archived import ArticleRow, Hit, Selection, Version
from ondit.records.difference import Difference
from ondit.records.outcome import Outcome
from ondit.store.archive import Archive
from ondit.web.holdings import Held, Told, Travelled
from ondit.web.server import run

SENT = "text"
"""What a text that was sent is called where it is at fault."""

WEB = ("http://", "https://")


def serve(url: str, service: Service, settings: Settings) -> None:
    """Serve the archive at `url` until the process is told to stop.

    Raise ArchiveError if there is no archive, UsageError if the address can't be served at.
    """
    with Archive(url, create=service.allow_adding) as archive:
        run(Library(archive, url, settings), service)


class Library:
    """What the pages look into: the open archive at `url`, and the model, loaded when it is first
    needed."""

    def __init__(self, archive: Archive, url: str, settings: Settings) -> None:
        self._archive, self._url, self._settings = archive, url, settings

    def search(self, selection: Selection, like: str | None) -> list[Hit]:
        """Return what was said that is meant, or comes nearest in meaning to `like`.

        Raise UsageError, WeightsError, ArchiveError.
        """
        if like is None:
            return self._archive.search(selection)
        return self._archive.like(_encoder().vectors([like])[0], selection)

    def articles(self, selection: Selection) -> list[ArticleRow]:
        """Return the articles that are meant, the latest first. Raise UsageError, ArchiveError."""
        return list(self._archive.list(selection))

    def count(self, selection: Selection) -> int:
        """Return how many articles are meant. Raise UsageError, ArchiveError."""
        return self._archive.count(selection)

    def acts(self, selection: Selection) -> dict[Act, int]:
        """Return what is done with the words that are meant, and in how many articles. Raise
        UsageError, ArchiveError."""
        return self._archive.acts(selection)

    def readings(self, selection: Selection) -> list[tuple[str, Reading]]:
        """Return id and reading of the articles that are meant. Raise UsageError, ArchiveError."""
        return list(self._archive.readings(selection))

    def versions(self, id_: str) -> list[Version]:
        """Return all texts of an article, none if there is no such article. Raise ArchiveError."""
        known = self._archive.count(Selection(articles=(id_,)))
        return self._archive.versions(id_) if known else []

    def claims(self, limit: int) -> Travelled:
        """Return the claims that most articles carry. Raise ArchiveError."""
        return self._travelled(tracing.claims(self._url, limit))

    def trails(self, what: str) -> Travelled:
        """Return the trails that `what` names, none if nothing is found. Raise WeightsError."""
        try:
            found = tracing.trails(self._url, what)
        except ArchiveError:
            # It is raised where nothing goes by that name: to a page that is no failure.
            return Travelled((), {}, {}, {})
        return self._travelled(found)

    def positions(self, selection: Selection, on: str | None) -> Held:
        """Return the positions that a selection means. Raise UsageError, WeightsError,
        ArchiveError."""
        found = tracing.positions(self._url, selection, on)
        readings = self._archive.readings(selection)
        return Held(found, {id_: (id_, one) for id_, one in readings})

    def timeline(self, about: str | None, since: str | None, until: str | None, limit: int) -> Told:
        """Return what is told of some time. Raise UsageError, ArchiveError."""
        found = timeline(self._url, about, since, until, limit)
        telling = {one.ref.article for one in found.entries}
        return Told(found, self._ids(found.documents[one].reading.article for one in telling))

    def difference(self, one: str, other: str) -> Difference | None:
        """Return what becomes of an article's statements in another, None if one of them is not
        there. Raise ArchiveError."""
        if self._archive.count(Selection(articles=(one, other))) < len({one, other}):
            return None
        return between(self._archive.document(one), self._archive.document(other))

    def read(self, record_: object) -> Reading:
        """Read the article in a JSON record, without keeping it. Raise SourceError, WeightsError,
        ReadingError."""
        return read(self._sent(record_), self._settings)

    def add(self, record_: object) -> Outcome:
        """Read the article in a JSON record, or at its `url` where it has no text, and keep it.

        Raise SourceError, UsageError, WeightsError, ReadingError, ArchiveError.
        """
        article = self._sent(record_) if _has_text(record_) else self._fetched(record_)
        source = article.url or SENT
        if self._archive.holds(article):
            return self._archive.see(article, source)
        return self._archive.add(embedded(read(article, self._settings)), source)

    def _travelled(self, found: tracing.Traced) -> Travelled:
        """Return trails with the ids of their articles and the countries of their outlets."""
        ids = {name: name for name in found.documents}
        known = countries(found.trails, found.documents)
        return Travelled(found.trails, found.documents, ids, known)

    def _ids(self, articles: Iterable[Article]) -> dict[str, str]:
        """Return the archive's ids of articles by those of tracing."""
        named = {one.id: archived_id(one) for one in articles}
        # One that was first met at another address has another id.
        held = {row.id for row in self._archive.list(Selection(articles=tuple(named.values())))}
        return {name: id_ for name, id_ in named.items() if id_ in held}

    def _sent(self, record_: object) -> Article:
        raw = Raw(SENT, b"")
        return finish(raw, record.parse(raw, record_), self._settings)

    def _fetched(self, record_: object) -> Article:
        url = record_.get("url") if isinstance(record_, dict) else None
        # Anything else would be taken for a file of this machine.
        if not isinstance(url, str) or not url.lower().startswith(WEB):
            raise UsageError("neither a text nor a web address", "give one of both")
        return ingest(url, self._settings)


def _has_text(record_: object) -> bool:
    return isinstance(record_, dict) and bool(record_.get("text"))


@cache
def _encoder() -> SentenceEncoder:
    """Load the encoder, once and not before something is looked for by its meaning."""
    return SentenceEncoder()
