"""Reading on a Ray cluster: articles spread over its machines, each read on one core."""

from __future__ import annotations

import socket
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import ray

from ondit.config import Settings
from ondit.errors import UsageError, WeightsError
from ondit.pipeline.engine import AHEAD, Done, Task, Work, failed
from ondit.pipeline.worker import document
from ondit.records import Document

PATIENCE = 5.0
"""Seconds within which a cluster's head node must answer."""

TRIES = 3
"""How often an article is read anew after the worker that had it died."""


@dataclass(frozen=True, slots=True)
class _Pending:
    task: Task
    answer: Any


class Cluster:
    """An engine on a Ray cluster; a worker that dies takes no article with it."""

    def __init__(self, address: str, jobs: int, settings: Settings, work: Work = document) -> None:
        """Join the cluster at `address`, or start one of `jobs` workers on this machine.

        Raise UsageError if there is no cluster at the address.
        """
        if address:
            _knock(address)
        try:
            if address:
                ray.init(address=address, log_to_driver=False)
            else:
                ray.init(num_cpus=jobs, include_dashboard=False, log_to_driver=False)
        except (ConnectionError, ValueError, RuntimeError) as error:
            raise _missing(address or "this machine", error) from error
        self._read = ray.remote(num_cpus=1, max_retries=TRIES)(work)
        self._settings = ray.put(settings)
        self._pending: deque[_Pending] = deque()

    def read(self, tasks: Iterable[Task | None]) -> Iterator[Done]:
        """Yield each task when it and all before it are done.

        Raise WeightsError if a worker cannot load the model.
        """
        for task in tasks:
            if task is not None:
                answer = task.article and self._read.remote(task.article, self._settings)
                self._pending.append(_Pending(task, answer))
            while self._pending and self._is_ready():
                yield self._first()
        while self._pending:
            yield self._first()

    def close(self) -> None:
        """Leave the cluster; one that was started here ends."""
        ray.shutdown()

    def _is_ready(self) -> bool:
        """Return whether the first of the queue is done, or the queue too long."""
        cores = int(ray.cluster_resources().get("CPU", 1))  # type: ignore[no-untyped-call]
        answer = self._pending[0].answer
        if answer is None or len(self._pending) > cores * (AHEAD + 1):
            return True
        return bool(ray.wait([answer], timeout=0)[0])

    def _first(self) -> Done:
        one = self._pending.popleft()
        if one.answer is None:
            return Done(one.task)
        try:
            found: Document = ray.get(one.answer)
        except WeightsError:
            raise
        except Exception as error:  # noqa: BLE001 - whatever it provokes, others are read
            return failed(one.task, str(error).strip().splitlines()[-1])
        return Done(one.task, found)


def _knock(address: str) -> None:
    """Raise UsageError if nobody listens at an address: Ray itself would try for minutes."""
    host, _, port = address.rpartition("://")[2].rpartition(":")
    try:
        socket.create_connection((host, int(port)), PATIENCE).close()
    except (OSError, ValueError) as error:
        raise _missing(address, error) from error


def _missing(where: str, error: Exception) -> UsageError:
    reason = str(error).splitlines()[0]
    return UsageError(f"no Ray cluster at {where} ({reason})", "give HOST:PORT of its head node")
