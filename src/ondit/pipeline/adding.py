"""From many sources into an archive: taking in, reading and writing overlap, in order."""

from __future__ import annotations

import queue
import threading
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from typing import cast

from ondit.config import Settings
from ondit.errors import OnditError, SourceError, UsageError, needing
from ondit.ingest.collect import collect
from ondit.late import late
from ondit.pipeline.engine import Done, Engine, Task
from ondit.pipeline.processes import Processes
from ondit.records import Article, Document
from ondit.records.item import Item
from ondit.records.outcome import Outcome, State
from ondit.store.archive import Archive

WAITING = 64
"""Items taken in ahead of reading; a bound on memory, not on speed."""

_TICK = 0.05
"""Seconds after which what is ready is written even if no further item has come."""

_END = object()


class Adding:
    """One run of adding sources to an archive.

    Iterate over it for what became of each item, in order; an item is yielded once it is safely
    stored. Raises ArchiveError if the archive fails, WeightsError if there is no model; what was
    yielded before stays.
    """

    def __init__(
        self, sources: Iterable[str], archive: Archive, engine: Engine, settings: Settings
    ) -> None:
        """Start taking in; `archive` and `engine` stay the caller's to close."""
        self._archive, self._engine = archive, engine
        self._intake = _Intake(sources, archive, settings)

    @property
    def taken(self) -> int:
        """The number of items taken in so far."""
        return self._intake.taken

    def __iter__(self) -> Iterator[Outcome]:
        """Yield what became of each item."""
        try:
            for done in self._engine.read(_tasks(self._intake, self._archive)):
                yield _store(done, self._archive)
        finally:
            self._intake.stop()


@contextmanager
def adding(
    sources: Iterable[str], url: str, engine: str, jobs: int, settings: Settings
) -> Iterator[Adding]:
    """Open archive and engine by their names for one run.

    Raise UsageError for an engine there is none of, ArchiveError if the archive can't be opened.
    """
    with Archive(url) as archive, closing(_engine(engine, jobs, settings)) as reading:
        yield Adding(sources, archive, reading, settings)


def _engine(name: str, jobs: int, settings: Settings) -> Engine:
    kind, _, address = name.partition(":")
    if kind == "local" and not address:
        return Processes(jobs, settings)
    if kind == "ray":
        with needing("ray", "Ray"):
            cluster = late("ondit.pipeline.cluster", "Cluster")
        return cast("Engine", cluster(address, jobs, settings))
    raise UsageError(f"no engine {name!r}", "give local, ray or ray:ADDRESS")


def _tasks(intake: _Intake, archive: Archive) -> Iterator[Task | None]:
    """Yield items as tasks; what the archive holds already needs no reading."""
    for item in intake:
        if item is None:
            yield None
            continue
        known = item.article is not None and archive.holds(item.article)
        yield Task(item, None if known else item.article)


def _store(done: Done, archive: Archive) -> Outcome:
    item = done.task.item
    if done.error is not None:
        return Outcome(item.source, State.FAILED, message=str(done.error))
    if item.error is not None:
        return Outcome(item.source, State.FAILED, message=item.error)
    if item.article is None:
        return Outcome(item.source, State.SKIPPED, message=item.skipped)
    try:
        outcome = _keep(done.document, item.article, item.source, archive)
    except SourceError as error:
        return Outcome(item.source, State.FAILED, message=str(error))
    if item.fetched is not None:
        archive.remember(item.source, item.fetched)
    return outcome


def _keep(document: Document | None, article: Article, source: str, archive: Archive) -> Outcome:
    """Store what was read, or note that an article which the archive holds was met again."""
    return archive.add(document, source) if document else archive.see(article, source)


class _Intake:
    """Takes items in on a thread of its own, so that slow servers hold up no reading."""

    def __init__(self, sources: Iterable[str], archive: Archive, settings: Settings) -> None:
        self._items: queue.Queue[object] = queue.Queue(WAITING)
        self._stopped = threading.Event()
        self.taken = 0
        self._thread = threading.Thread(
            target=self._run, args=(sources, archive, settings), daemon=True
        )
        self._thread.start()

    def __iter__(self) -> Iterator[Item | None]:
        """Yield items as they come, None while there is none; raise what ended the taking in."""
        while True:
            try:
                found = self._items.get(timeout=_TICK)
            except queue.Empty:
                yield None
                continue
            if found is _END:
                return
            if isinstance(found, BaseException):
                raise found
            yield found  # type: ignore[misc]

    def stop(self) -> None:
        """Take in no more."""
        self._stopped.set()

    def _run(self, sources: Iterable[str], archive: Archive, settings: Settings) -> None:
        try:
            for item in collect(sources, settings, archive):
                self.taken += 1
                if not self._put(item):
                    return
        except OnditError as error:
            self._put(error)
        self._put(_END)

    def _put(self, found: object) -> bool:
        """Wait for room; return whether there is anybody left who wants it."""
        while not self._stopped.is_set():
            try:
                self._items.put(found, timeout=_TICK)
            except queue.Full:
                continue
            return True
        return False
