"""Nothing that was reported as added is lost, and nothing is there by half or twice."""

from __future__ import annotations

import multiprocessing
import random
import sqlite3
import time
from collections.abc import Iterator, Sequence
from contextlib import closing
from itertools import islice
from multiprocessing.connection import Connection
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import create_engine, event, text

from ondit.errors import ArchiveError
from ondit.records import Document
from ondit.records.archived import Selection
from ondit.records.outcome import Outcome, State
from ondit.store import database
from ondit.store.archive import Archive
from tests.store.conftest import new
from tests.store.samples import document, documents

KILLS = {"sqlite": 100, "postgresql": 40}
FORK = multiprocessing.get_context("fork")


def _add(where: str, found: Sequence[Document], report: Connection) -> None:
    """Add documents and report each as soon as it is added."""
    with Archive(where) as archive:
        for number, one in enumerate(found):
            report.send((number, archive.add(one, str(number))))
    report.send(None)


def _reported(report: Connection) -> Iterator[tuple[int, Outcome]]:
    """Yield all that a process has reported, until it was killed or done."""
    try:
        while report.poll(30) and (found := report.recv()):
            yield found
    except EOFError:
        return


def _start(where: str, found: Sequence[Document]) -> tuple[Connection, multiprocessing.Process]:
    ours, theirs = FORK.Pipe(duplex=False)
    process = FORK.Process(target=_add, args=(where, found, theirs))
    process.start()
    theirs.close()
    return ours, process  # type: ignore[return-value]


def _import_all(folder: Path) -> None:
    """Import all libraries now, so that processes that live for milliseconds need not."""
    create_engine("postgresql+psycopg://")
    with Archive(folder / "other.db") as archive:
        archive.add(document("pl/pl-1"), "a")


def test_a_kill_at_any_moment_loses_nothing(where: str, tmp_path: Path) -> None:
    _import_all(tmp_path)
    found = list(documents(300))
    moments = random.Random(7)
    reported: dict[int, str | None] = {}
    for _ in range(KILLS["postgresql" if "://" in where else "sqlite"]):
        begin = len(reported)
        for number, one in _until_killed(where, found[begin:], moments):
            reported[begin + number] = one.id
    assert len(reported) > KILLS["postgresql"] / 2
    _check(where, found, reported)
    _finish(where, found)


def _until_killed(
    where: str, found: Sequence[Document], moments: random.Random
) -> Iterator[tuple[int, Outcome]]:
    """Yield what a process reported that was killed a moment after none to two reports."""
    report, process = _start(where, found)
    yield from islice(_reported(report), moments.randrange(3))
    time.sleep(moments.uniform(0, 0.015))
    process.kill()
    process.join()
    yield from _reported(report)


def _check(where: str, found: Sequence[Document], reported: dict[int, str | None]) -> None:
    if "://" not in where:
        with closing(sqlite3.connect(where)) as connection:
            assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    with Archive(where, create=False) as archive:
        for number, id_ in reported.items():
            assert archive.get(str(id_)) == found[number].reading
        # What was added but not reported any more is whole, too.
        whole = {one.reading.article.url: one.reading for one in found}
        for row in archive.list():
            assert archive.get(row.id) == whole[row.url]


def _finish(where: str, found: Sequence[Document]) -> None:
    """Do the same again: the rest is added, and nothing twice."""
    with Archive(where) as archive:
        states = [archive.add(one, "").state for one in found]
        assert archive.count() == len(found)
        assert set(states) == {State.SAME, State.ADDED}
        total = sum(len(one.reading.attributions) for one in found)
        assert len(archive.search(Selection())) == total


def test_two_processes_add_each_article_once(where: str) -> None:
    found = list(documents(40))
    one, other = _start(where, found), _start(where, found[::-1])
    states = [outcome.state for report, _ in (one, other) for _, outcome in _reported(report)]
    for _, process in (one, other):
        process.join()
    assert states.count(State.ADDED) == len(found)
    assert states.count(State.SAME) == len(found)
    _finish_counts(where, len(found))


def _finish_counts(where: str, count: int) -> None:
    with Archive(where) as archive:
        assert archive.count() == len({row.id for row in archive.list()}) == count


def test_a_full_disk_leaves_what_was_added(tmp_path: Path) -> None:
    found = list(documents(40))
    with Archive(tmp_path / "news.db") as archive:

        @event.listens_for(archive._database.engine, "connect")  # noqa: SLF001 - the disk's stand-in
        def _fill(connection: sqlite3.Connection, _: object) -> None:
            connection.execute("PRAGMA max_page_count = 300")

        archive._database.engine.dispose()  # noqa: SLF001 - so that all connections are new
        added: list[str] = []
        with pytest.raises(ArchiveError, match=r"news\.db: the disk is full: make room"):
            added.extend(str(archive.add(one, "a").id) for one in found)
    with Archive(tmp_path / "news.db") as archive:
        rows = {row.id for row in archive.list()}
        assert 0 < len(rows) < len(found)
        assert rows >= set(added)


def test_waiting_for_another_writer_ends(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "BUSY", 0.05)
    one, other = documents(2)
    with Archive(tmp_path / "news.db") as archive:
        archive.add(one, "a")
        with closing(sqlite3.connect(tmp_path / "news.db")) as writer:
            writer.execute("BEGIN IMMEDIATE")
            assert archive.holds(one.reading.article)
            with pytest.raises(ArchiveError, match="another process is writing to it"):
                archive.add(other, "b")
        assert archive.add(other, "b").state is State.ADDED


def test_a_server_that_is_gone_is_said_so() -> None:
    with pytest.raises(ArchiveError, match=r"reader:\*\*\*@127\.0\.0\.1:1/news: the server cannot"):
        Archive("postgresql://reader:secret@127.0.0.1:1/news")


def test_a_connection_that_breaks_is_an_error_once(
    request: pytest.FixtureRequest, postgres: str, tmp_path: Path
) -> None:
    with Archive(new("postgresql", request, tmp_path)) as archive:
        with pytest.raises(ArchiveError, match="the server cannot be reached"):
            _write_and_break(archive._database, postgres)  # noqa: SLF001 - in the middle of it
        assert archive.add(document("pl/pl-1"), "a").state is State.ADDED


def _write_and_break(archive: database.Database, postgres: str) -> None:
    with archive.writing() as connection:
        process = connection.scalar(text("SELECT pg_backend_pid()"))
        with psycopg.connect(f"{postgres}postgres") as other:
            other.execute("SELECT pg_terminate_backend(%s)", (process,))
        connection.execute(text("SELECT 1"))
