"""Makes the pictures of the pages in the documents: `python -m benchmarks.pictures`.

The example archive is served as a user does it, and looked at with Debian's chromium.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path
from urllib.parse import quote

from playwright.sync_api import Page, sync_playwright

from benchmarks.web import served

ROOT = Path(__file__).parents[1]
PICTURES = ROOT / "docs" / "pictures"
CHROMIUM = "/usr/bin/chromium"
EXAMPLES = ("article.txt", "ruicheng.jsonl", "families")
CLAIM = "five cables of the bridge are broken"
WIDTH = 1000
"""Pixels: as wide as a README is shown, so that nothing is scaled."""

MINUTES = 5
"""What a busy machine may take for a page."""


def fill(path: Path) -> None:
    """Add the examples to an archive."""
    sources = [str(ROOT / "examples" / one) for one in EXAMPLES]
    command = [sys.executable, "-m", "ondit", "add", *sources, "--archive", str(path)]
    subprocess.run(command, check=True)  # noqa: S603 - ours


def take(page: Page, name: str, height: int) -> None:
    """Take a picture of the page's beginning."""
    clip = {"x": 0, "y": 0, "width": WIDTH, "height": height}
    page.screenshot(path=PICTURES / f"{name}.png", clip=clip, full_page=True)  # type: ignore[arg-type]
    sys.stdout.write(f"{name}: {(PICTURES / f'{name}.png').stat().st_size / 1024:,.0f} KiB\n")


def pictures(page: Page) -> None:
    """Take a picture of the front page, of a claim and of an article that carries it."""
    PICTURES.mkdir(exist_ok=True)
    page.goto("/")
    take(page, "front", 640)
    page.goto(f"/claim?q={quote(CLAIM)}")
    take(page, "claim", 830)
    page.locator("#carrier-1 .who a").click()
    page.locator(".text [role=button]").first.focus()
    page.evaluate("scrollTo(0, 0)")
    take(page, "article", 720)


def main() -> None:
    """Make the archive, serve it, take the pictures."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(folder) / "examples.db"
        if not path.exists():
            fill(path)
        with served(path) as host, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=CHROMIUM, chromium_sandbox=False)
            size = {"width": WIDTH, "height": 900}
            page = browser.new_page(base_url=f"http://{host}", viewport=size)  # type: ignore[arg-type]
            page.set_default_timeout(MINUTES * 60_000)
            pictures(page)
            browser.close()


if __name__ == "__main__":
    main()
