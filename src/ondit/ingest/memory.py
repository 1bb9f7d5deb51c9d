"""What servers said about the pages they sent, kept so that they need not send them again."""

from __future__ import annotations

from typing import Protocol

from ondit.records.archived import Fetched


class FetchMemory(Protocol):
    """Keeps for each URL what was last said about it.

    `collect` only asks; whoever stores an item's article remembers what the item carries.
    """

    def fetched(self, url: str) -> Fetched | None:
        """Return what the server said when `url` was last fetched, None if it never was."""

    def remember(self, url: str, fetched: Fetched) -> None:
        """Keep what the server said about `url` for the next time."""


class RunMemory:
    """A memory that lasts as long as the process."""

    def __init__(self) -> None:
        """Start with nothing."""
        self._pages: dict[str, Fetched] = {}

    def fetched(self, url: str) -> Fetched | None:
        """Return what was remembered for `url`, if anything was."""
        return self._pages.get(url)

    def remember(self, url: str, fetched: Fetched) -> None:
        """Keep `fetched` in place of what was known about `url`."""
        self._pages[url] = fetched
