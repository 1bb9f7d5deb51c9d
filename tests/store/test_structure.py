"""Opening what is an archive, what was one before, and what is none."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from importlib.resources import files
from pathlib import Path

import numpy as np
import psycopg
import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import inspect, select, text

from ondit.errors import ArchiveError
from ondit.records import Act, Form, Standing, Via
from ondit.records.archived import Selection
from ondit.records.outcome import State
from ondit.store.archive import Archive
from ondit.store.schema import codes, metadata
from ondit.store.values import codes as vocabulary
from tests.store.conftest import new
from tests.store.samples import document

VERSIONS = tuple(sorted(Path(__file__).parent.glob("version_*.sql")))
"""Archives with one text that each version made, as statements that make them again. Who changes
what a version packs adds a step to `migrations`, which brings these up to date, too."""

FIRST = VERSIONS[0]


def test_the_steps_lead_to_the_tables_that_are_described(archive: Archive) -> None:
    with archive._database.reading() as connection:  # noqa: SLF001 - no verb shows the tables
        found = compare_metadata(MigrationContext.configure(connection), metadata)
    assert [one for one in found if "contents_index" not in str(one)] == []


def test_the_table_of_the_vocabulary_is_the_one_that_is_used(archive: Archive) -> None:
    with archive._database.reading() as connection:  # noqa: SLF001 - as above
        found = connection.execute(select(codes)).all()
    assert {word: code for code, word in found} == vocabulary()
    for words in (Act, Via, Form, Standing):
        assert {one.value for one in words} <= vocabulary().keys()


@pytest.fixture(params=[*VERSIONS, "postgresql"], ids=lambda one: getattr(one, "stem", one))
def old(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where an archive is that a former version made: each in a file, the first on the server."""
    on_server = request.param == "postgresql"
    where = new("postgresql" if on_server else "sqlite", request, tmp_path)
    with closing(sqlite3.connect(tmp_path / "news.db")) as connection:
        made = FIRST if on_server else request.param
        connection.executescript(made.read_text("utf-8"))
        if on_server:
            _copy(connection, where)
    return where


def _copy(old: sqlite3.Connection, where: str) -> None:
    """Make on the server what is in an archive of the first version in a file."""
    script = files("ondit.store.migrations.versions") / "0001.postgresql.sql"
    tables = "articles entities fetches addresses forms sources versions attributions credits "
    tables += "entity_forms links mentions pieces timexes vectors alembic_version"
    with psycopg.connect(where) as connection:
        connection.execute(script.read_text("utf-8"))
        connection.execute("CREATE TABLE alembic_version (version_num VARCHAR(32) PRIMARY KEY)")
        for table in tables.split():
            flags = {"current", "inferred"}
            cursor = old.execute(f"SELECT * FROM {table}")
            names = [name for name, *_ in cursor.description]
            asked = f"INSERT INTO {table} VALUES ({', '.join(['%s'] * len(names))})"
            for row in cursor:
                pairs = zip(names, row, strict=True)
                connection.execute(
                    asked,
                    [bool(value) if name in flags else value for name, value in pairs],
                )


def test_an_archive_of_a_former_version_is_read(old: str) -> None:
    one = document("pl/pl-1")
    with Archive(old, create=False) as archive:
        (hit,) = archive.search(Selection(words="gesty dobrej woli", act=Act.SAY))
        assert hit.text == "„To nie jest gest dobrej woli, to rachunek”"
        found = archive.document(hit.article.id)
        assert found.reading.attributions[hit.attribution.id - 1] == hit.attribution
        assert found.reading.attributions == one.reading.attributions
        assert len(found.reading.chains) == 18
        assert np.all((found.vectors * one.vectors).sum(axis=1) > 0.95)
        assert archive.holds(one.reading.article)
        assert [row.seen[:10] for row in archive.list()] == ["2026-11-25"]


def test_an_archive_of_a_former_version_goes_on(old: str) -> None:
    one = document("pl/pl-1")
    with Archive(old) as archive:
        assert archive.add(one, "again").state is State.SAME
        edited = replace(one.reading.article, text=one.reading.article.text + "\n.")
        changed = replace(one, reading=replace(one.reading, article=edited))
        added = archive.add(changed, "changed")
        assert [one.number for one in archive.versions(str(added.id))] == [1, 2]
    with Archive(old, create=False) as archive, archive._database.reading() as connection:  # noqa: SLF001 - no verb shows the tables
        assert not [name for name in inspect(connection).get_table_names() if "former" in name]


def test_an_archive_of_a_newer_version_is_left_alone(where: str) -> None:
    with Archive(where) as archive, archive._database.writing() as connection:  # noqa: SLF001
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(ArchiveError, match=r"made by a newer Ondit \(9999\): update Ondit"):
        Archive(where)


def _text(path: Path) -> None:
    path.write_text("This is no database at all, but it is long enough to look like one." * 9)


def _other(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE stamps (country)")


def _damaged(path: Path) -> None:
    with Archive(path) as archive:
        archive.add(document("pl/pl-1"), "a")
    whole = path.read_bytes()
    path.write_bytes(whole[:1024] + bytes(len(whole) - 1024))


def _folder(path: Path) -> None:
    path.mkdir()


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (_text, "not an archive"),
        (_other, "a database of something else"),
        (_damaged, "damaged"),
        (_folder, "cannot be opened"),
    ],
)
def test_what_is_no_archive_is_said_in_one_line(
    tmp_path: Path, make: Callable[[Path], None], said: str
) -> None:
    make(tmp_path / "news.db")
    with pytest.raises(ArchiveError, match=rf"news\.db: {said}") as caught:
        Archive(tmp_path / "news.db")
    assert "\n" not in str(caught.value)


def test_an_archive_that_is_not_there_is_not_made_by_asking(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match="no such archive: make one with `ondit add`"):
        Archive(tmp_path / "news.db", create=False)
    assert not (tmp_path / "news.db").exists()


def test_a_folder_that_is_not_there_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match="cannot be opened: is there such a folder"):
        Archive(tmp_path / "none" / "news.db")


@pytest.mark.parametrize("where", ["mysql://news", "postgresql://host:port/news"])
def test_an_address_that_is_none_is_said_so(where: str) -> None:
    with pytest.raises(ArchiveError, match="archive"):
        Archive(where)


def test_views_show_people_who_said_what(archive: Archive) -> None:
    archive.add(document("pl/pl-1"), "a")
    said = text("SELECT * FROM who_said_what WHERE number = 11")
    chain = text("SELECT name FROM chains WHERE attribution = 11 ORDER BY distance")
    with archive._database.reading() as connection:  # noqa: SLF001 - as people would
        row = connection.execute(said).one()
        names = connection.scalars(chain).all()
        summary = connection.execute(text("SELECT * FROM article_summary")).one()
    assert (row.act, row.cue, row.content) == (
        "refuse", "nie będziemy", "o naszych jeńcach … się targować",
    )  # fmt: skip
    assert (names[0], names[-1]) == (row.source, row.outlet)
    assert summary.attributions == 18
