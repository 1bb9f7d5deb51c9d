"""One archive for all tests of the pages: nothing changes it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from ondit.records.archived import Selection
from ondit.store.archive import Archive
from tests.web.library import fill, visiting


@pytest.fixture(scope="session")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    found = tmp_path_factory.mktemp("web") / "news.db"
    with Archive(found) as archive:
        fill(archive)
    return found


@pytest.fixture(scope="session")
def client(path: Path) -> Iterator[TestClient]:
    with visiting(path) as opened:
        yield opened


@pytest.fixture(scope="session")
def ids(path: Path) -> list[str]:
    """The ids of all articles."""
    with Archive(path) as archive:
        return [row.id for row in archive.list(Selection())]
