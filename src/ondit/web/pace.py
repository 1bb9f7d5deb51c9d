"""How often one visitor may have a text read, so that others get their turn."""

from __future__ import annotations

import time
from collections import OrderedDict, deque
from collections.abc import Callable

MINUTE = 60.0
VISITORS = 10_000
"""Visitors that are remembered, the latest: some 3 MB."""


class Pace:
    """Counts what each visitor sent in the last minute."""

    def __init__(self, rate: int, clock: Callable[[], float] = time.monotonic) -> None:
        """Allow `rate` times a minute; `clock` tells seconds."""
        self._rate, self._clock = rate, clock
        self._times: OrderedDict[str, deque[float]] = OrderedDict()

    def wait(self, visitor: str) -> float:
        """Return the seconds that a visitor has to wait; if there are none, count this time."""
        now = self._clock()
        times = self._times.setdefault(visitor, deque())
        self._times.move_to_end(visitor)
        while times and times[0] <= now - MINUTE:
            times.popleft()
        if len(times) >= self._rate:
            return times[0] + MINUTE - now
        times.append(now)
        while len(self._times) > VISITORS:
            self._times.popitem(last=False)
        return 0.0
