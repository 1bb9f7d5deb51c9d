"""Every test of an archive runs on both databases."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from pathlib import Path

import psycopg
import pytest

from ondit.store.archive import Archive
from tests.store.server import server

NUMBERS = count()


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    with server() as url:
        yield url


def new(database: str, request: pytest.FixtureRequest, folder: Path) -> str:
    """Return where a new archive may be made."""
    if database == "sqlite":
        return str(folder / "news.db")
    url = request.getfixturevalue("postgres")
    name = f"news{next(NUMBERS)}"
    with psycopg.connect(f"{url}postgres", autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    return f"{url}{name}"


@pytest.fixture(params=["sqlite", "postgresql"])
def where(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    return new(request.param, request, tmp_path)


@pytest.fixture
def archive(where: str) -> Iterator[Archive]:
    with Archive(where) as opened:
        yield opened
