"""Asks robots.txt what of a site may be fetched, and how fast (RFC 9309)."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from http import HTTPStatus
from urllib.parse import urlsplit

from protego import Protego

from ondit.errors import SourceError
from ondit.ingest.agent import NAME
from ondit.ingest.answer import Answer

SIZE = 500 * 1024
"""Bytes of a robots.txt that are read: the least that RFC 9309 asks for."""

SITES = 500
"""Sites whose rules are kept at once."""


class Robots:
    """The rules of sites, each asked for once."""

    def __init__(self, ask: Callable[[str], Answer]) -> None:
        """Take the way to ask for a URL."""
        self._ask = ask
        self._rules = lru_cache(SITES)(self._load)

    def allows(self, url: str) -> bool:
        """Return whether `url` may be fetched.

        Raise SourceError if the site's rules cannot be had: then nothing may be.
        """
        return bool(self._rules(_site(url)).can_fetch(url, NAME))

    def delay(self, url: str) -> float:
        """Return the seconds that the site of `url` wants from one request to the next."""
        return float(self._rules(_site(url)).crawl_delay(NAME) or 0.0)

    def _load(self, site: str) -> Protego:
        answer = self._ask(site + "/robots.txt")
        if answer.status >= HTTPStatus.INTERNAL_SERVER_ERROR:
            raise SourceError(
                answer.raw.source, f"HTTP {answer.status}", "without it nothing may be fetched"
            )
        return Protego.parse(answer.raw.data[:SIZE].decode("utf-8", "replace"))


def _site(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"
