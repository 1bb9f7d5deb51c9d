"""A browser at the pages of `ondit serve`, as it is run by a user."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from ondit.store.archive import Archive
from tests.web.library import fill

CHROMIUM = Path("/usr/bin/chromium")
"""Debian's: the browsers that Playwright brings come from a network."""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium, closed before other tests: an open one keeps an event loop in their thread."""
    if not CHROMIUM.exists():
        pytest.skip(f"no {CHROMIUM}: install Debian's chromium")
    with sync_playwright() as playwright:
        # Debian's has no sandbox for who may do everything, as in a container.
        opened = playwright.chromium.launch(executable_path=CHROMIUM, chromium_sandbox=False)
        yield opened
        opened.close()


@pytest.fixture(scope="module")
def site(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the pages are."""
    path = tmp_path_factory.mktemp("browser") / "news.db"
    with Archive(path) as archive:
        fill(archive)
    asked = [sys.executable, "-m", "ondit", "serve", "--archive", str(path), "--port", "0"]
    with subprocess.Popen(asked, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr
        found = re.search(r"http://127\.0\.0\.1:\d+", process.stderr.readline())
        assert found
        yield found[0]
        process.terminate()


@pytest.fixture
def page(browser: Browser, site: str) -> Iterator[Page]:
    """A window of a desk's size, in which a page that is asked for is looked at."""
    context = browser.new_context(base_url=site, viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()
