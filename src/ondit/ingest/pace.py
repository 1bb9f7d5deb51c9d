"""Keeps requests to one host apart, so that taking in an archive is no burden to a newsroom."""

from __future__ import annotations

import random
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC
from email.utils import parsedate_to_datetime

from ondit.config import Settings
from ondit.errors import SourceError

FAILURES = 3
"""Pages in a row without an answer after which a host is left alone: each costs the timeout."""


@dataclass(frozen=True, slots=True)
class Timing:
    """The clock in seconds since 1970, how to wait, and chance from 0 to 1."""

    now: Callable[[], float] = time.time
    sleep: Callable[[float], None] = time.sleep
    chance: Callable[[], float] = random.SystemRandom().random


class Pace:
    """When each host may be asked next."""

    def __init__(self, settings: Settings, timing: Timing) -> None:
        """Start with hosts that have not been asked."""
        self._settings, self._timing = settings, timing
        self._next: dict[str, float] = {}
        self._failures: Counter[str] = Counter()

    def wait(self, source: str, host: str, delay: float) -> None:
        """Wait for the host's turn; the next one comes `delay` seconds later.

        Raise SourceError for a host that asks for a longer pause than is made, or that did not
        answer the last few times.
        """
        if self._failures[host] >= FAILURES:
            raise SourceError(source, f"{host} does not answer", "add it again later")
        left = self._next.get(host, 0.0) - self._timing.now()
        if left > self._settings.pause_limit:
            raise SourceError(
                source, f"{host} asks for a pause of {left:.0f} s", "add it again later"
            )
        if left > 0:
            self._timing.sleep(left)
        self._next[host] = self._timing.now() + delay

    def hold(self, host: str, seconds: float) -> None:
        """Let nobody ask the host within the next `seconds`."""
        until = self._timing.now() + seconds
        self._next[host] = max(until, self._next.get(host, 0.0))

    def back_off(self, host: str, tries: int, asked: str | None) -> None:
        """Hold the host after a failed try: as long as it asked for, or each time twice as long,
        with chance in it, so that many who failed together don't come back together."""
        seconds = self._asked(asked)
        if seconds is None:
            seconds = 2**tries * (0.5 + self._timing.chance())
        self.hold(host, seconds)

    def count(self, host: str, *, answered: bool) -> None:
        """Keep in mind whether the host answered."""
        self._failures[host] = 0 if answered else self._failures[host] + 1

    def _asked(self, header: str | None) -> float | None:
        """Return the seconds that a Retry-After header asks for (RFC 9110, section 10.2.3)."""
        if not header:
            return None
        if header.strip().isdecimal():
            return float(header)
        try:
            moment = parsedate_to_datetime(header)
        except ValueError:
            return None
        aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
        return max(0.0, aware.timestamp() - self._timing.now())
