"""Where texts that visitors send are read: one after the other, few waiting, each in good time."""

from __future__ import annotations

import asyncio
import math
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from starlette.exceptions import HTTPException
from starlette.requests import Request

from ondit.config import Service
from ondit.web.pace import Pace

T = TypeVar("T")

SOON = "10"
"""Seconds after which who was sent away may come again: two texts of the largest size."""


class Desk:
    """Does one thing at a time; who comes while too many wait is sent away."""

    def __init__(self, service: Service) -> None:
        self._service = service
        self._pace = Pace(service.read_rate)
        self._thread = ThreadPoolExecutor(1, "desk")
        self._waiting = 0

    def admit(self, request: Request) -> None:
        """Raise HTTPException for a visitor who comes too often."""
        wait = self._pace.wait(request.client.host if request.client else "")
        if wait:
            after = {"Retry-After": str(math.ceil(wait))}
            raise HTTPException(429, "Too many texts in one minute.", after)

    async def body(self, request: Request) -> bytes:
        """Return what was sent. Raise HTTPException if it is too long, or takes too long."""
        data, most = b"", self._service.read_bytes
        try:
            async with asyncio.timeout(self._service.read_seconds):
                async for chunk in request.stream():
                    data += chunk
                    if len(data) > most:
                        raise HTTPException(413, f"More than {most // 1024} KiB.")
        except TimeoutError as error:
            raise HTTPException(408, "It took too long to send.") from error
        return data

    async def do(self, work: Callable[[], T]) -> T:
        """Return what `work` returns, done when it is its turn.

        Raise HTTPException if too many wait, or if it takes too long. What is being done can't
        be broken off: it goes on, and who comes next waits for it.
        """
        if self._waiting > self._service.read_queue:
            raise HTTPException(
                503, "Too many texts are waiting to be read.", {"Retry-After": SOON}
            )
        self._waiting += 1
        try:
            future = asyncio.wrap_future(self._thread.submit(work))
            return await asyncio.wait_for(future, self._service.read_seconds)
        except TimeoutError as error:
            what = "The text could not be read in time."
            raise HTTPException(503, what, {"Retry-After": SOON}) from error
        finally:
            self._waiting -= 1
