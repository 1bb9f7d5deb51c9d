"""Opening what is an archive, what was one before, and what is none."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import text

from ondit.errors import ArchiveError
from ondit.records import Act
from ondit.records.archived import Selection
from ondit.store.archive import Archive
from ondit.store.schema import metadata
from tests.store.samples import document

FIRST = Path(__file__).parent / "version_0001.sql"
"""An archive with one text that the first version made, as statements that make it again."""


def test_the_steps_lead_to_the_tables_that_are_described(archive: Archive) -> None:
    with archive._database.reading() as connection:  # noqa: SLF001 - no verb shows the tables
        found = compare_metadata(MigrationContext.configure(connection), metadata)
    assert [one for one in found if "contents_index" not in str(one)] == []


def test_an_archive_of_the_first_version_is_read(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "old.db")) as connection:
        connection.executescript(FIRST.read_text("utf-8"))
    with Archive(tmp_path / "old.db", create=False) as archive:
        (hit,) = archive.search(Selection(words="gesty dobrej woli", act=Act.SAY))
        assert hit.text == "„To nie jest gest dobrej woli, to rachunek”"
        assert archive.get(hit.article.id).attributions[hit.attribution.id - 1] == hit.attribution
        assert len(archive.get(hit.article.id).attributions) == 18


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
    assert names[-1] == row.outlet
    assert summary.attributions == 18
