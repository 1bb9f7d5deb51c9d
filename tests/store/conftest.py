"""Every test of an archive runs on both databases."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import text

from ondit.store import fulltext
from ondit.store.archive import Archive
from ondit.store.schema import metadata
from tests.store.server import server

NUMBERS = count()


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    with server() as url:
        yield url


def new(database: str, request: pytest.FixtureRequest, folder: Path) -> str:
    """Return where nothing is yet, and an archive may be made."""
    if database == "sqlite":
        return str(folder / "news.db")
    url, name = request.getfixturevalue("postgres"), f"news{next(NUMBERS)}"
    with psycopg.connect(f"{url}postgres", autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    return f"{url}{name}"


@pytest.fixture(params=["sqlite", "postgresql"])
def where(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    return new(request.param, request, tmp_path)


@pytest.fixture(scope="session")
def served(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> str:
    """An archive on the server that tests have one after the other: making one takes longer than
    most of them."""
    return new("postgresql", request, tmp_path_factory.getbasetemp())


@pytest.fixture(params=["sqlite", "postgresql"])
def archive(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Archive]:
    """An archive without articles."""
    if request.param == "sqlite":
        with Archive(tmp_path / "news.db") as opened:
            yield opened
        return
    with Archive(request.getfixturevalue("served")) as opened:
        yield opened
        empty(opened)


def empty(archive: Archive) -> None:
    """Take all rows out of an archive's tables but its vocabulary."""
    names = ", ".join([fulltext.index.name, *(metadata.tables.keys() - {"codes"})])
    with archive._database.writing() as connection:  # noqa: SLF001 - quicker than the verbs
        connection.execute(text(f"TRUNCATE {names}"))
