"""Fetches pages as a guest: by the site's rules, not too fast, and not twice the same."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus
from urllib.parse import urlsplit

from ondit.config import Settings
from ondit.errors import SourceError
from ondit.ingest.answer import Answer, ForbiddenError, UnreachableError
from ondit.ingest.fetch import ask
from ondit.ingest.memory import FetchMemory
from ondit.ingest.pace import Pace, Timing
from ondit.ingest.raw import Raw
from ondit.ingest.robots import Robots
from ondit.records.archived import Fetched

BUSY = (HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.SERVICE_UNAVAILABLE)
NOT_MODIFIED = "not modified"
FORBIDDEN = "robots.txt forbids it"


@dataclass(frozen=True, slots=True)
class Page:
    """What a server sent, and what it said for the next time."""

    raw: Raw
    fetched: Fetched | None


class Visitor:
    """Fetches for one run; it knows the sites it has been to."""

    def __init__(self, settings: Settings, memory: FetchMemory, timing: Timing) -> None:
        """Take what is remembered from earlier runs."""
        self._settings, self._memory, self._timing = settings, memory, timing
        self._pace = Pace(settings, timing)
        self._robots = Robots(lambda url: self._ask(url, 0.0, None, lambda _: True))

    def visit(self, url: str) -> Page | str:
        """Return what is at `url`, or in a few words why it was left there.

        Raise SourceError if it cannot be had.
        """
        _check(url)
        if not self._robots.allows(url):
            return FORBIDDEN
        delay = min(self._robots.delay(url), self._settings.pause_limit)
        try:
            answer = self._ask(url, delay, self._memory.fetched(url), self._robots.allows)
        except ForbiddenError:
            return FORBIDDEN
        return NOT_MODIFIED if answer.is_known else Page(answer.body(), self._fetched(answer))

    def _fetched(self, answer: Answer) -> Fetched | None:
        if not (answer.etag or answer.last_modified):
            return None
        return Fetched(answer.etag, answer.last_modified, self._timing.now())

    def _ask(
        self, url: str, delay: float, known: Fetched | None, allows: Callable[[str], bool]
    ) -> Answer:
        """Ask until there is an answer that is worth one, or no try is left."""
        host = urlsplit(url).netloc
        for tries in range(self._settings.retries + 1):
            self._pace.wait(url, host, max(delay, self._settings.host_delay))
            last = tries == self._settings.retries
            try:
                answer = ask(url, self._settings, known, allows)
            except UnreachableError:
                if last:
                    self._pace.count(host, answered=False)
                    raise
                self._pace.back_off(host, tries, None)
                continue
            self._pace.count(host, answered=True)
            if answer.status not in BUSY or last:
                break
            self._pace.back_off(host, tries, answer.retry_after)
        return answer


def _check(url: str) -> None:
    try:
        parts = urlsplit(url)
    except ValueError as error:
        raise SourceError(url, "not a valid URL", "check it") from error
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise SourceError(url, "only http and https URLs can be fetched", "check it")
