"""Reading on all cores of one machine: processes that share the weights' memory map."""

from __future__ import annotations

import multiprocessing
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass

from ondit.config import Settings
from ondit.errors import WeightsError
from ondit.late import late
from ondit.pipeline.engine import AHEAD, Done, Task, Work, failed
from ondit.records import Article, Document


def _prepare() -> None:
    late("ondit.pipeline.worker", "prepare")()


def _document(article: Article, settings: Settings) -> Document:
    found: Document = late("ondit.pipeline.worker", "document")(article, settings)
    return found


@dataclass(slots=True)
class _Pending:
    task: Task
    future: Future[Document] | None


class Processes:
    """An engine of `jobs` processes; one that dies takes no other article with it."""

    def __init__(self, jobs: int, settings: Settings, work: Work = _document) -> None:
        """Prepare; processes start with the first article, and do `work` on each."""
        self._jobs, self._settings, self._work = jobs, settings, work
        self._pool = self._start()
        self._pending: deque[_Pending] = deque()

    def read(self, tasks: Iterable[Task | None]) -> Iterator[Done]:
        """Yield each task when it and all before it are done.

        Raise WeightsError if the model cannot be loaded.
        """
        for task in tasks:
            if task is not None:
                self._pending.append(_Pending(task, self._submit(task)))
            yield from self._ready()
        while self._pending:
            yield self._first()

    def close(self) -> None:
        """Stop the processes; what is not done yet is dropped."""
        self._pool.shutdown(wait=False, cancel_futures=True)

    def _ready(self) -> Iterator[Done]:
        """Yield from the head of the queue what is done, and more while it is too long."""
        while self._pending:
            head = self._pending[0].future
            if len(self._pending) <= self._jobs * (AHEAD + 1) and head and not head.done():
                return
            yield self._first()

    def _first(self) -> Done:
        """Take the first of the queue, once it is done."""
        task, future = self._pending[0].task, self._pending[0].future
        try:
            document = future.result() if future else None
            found = Done(task, document)
        except BrokenProcessPool:
            found = self._again(task)
        except WeightsError:
            raise
        except Exception as error:  # noqa: BLE001 - whatever it provokes, others are read
            found = failed(task, f"{type(error).__name__}: {error}")
        self._pending.popleft()
        return found

    def _again(self, task: Task) -> Done:
        """Read the first of the queue alone after a process died, then give out the rest anew:
        whichever article it was that killed it, only that one is lost."""
        self._restart()
        try:
            again = self._submit(task)
            found = Done(task, again.result() if again else None)
        except BrokenProcessPool:
            found = failed(task, "the process that read it died")
            self._restart()
        except Exception as error:  # noqa: BLE001 - as above
            found = failed(task, f"{type(error).__name__}: {error}")
        for one in list(self._pending)[1:]:
            one.future = self._submit(one.task)
        return found

    def _submit(self, task: Task) -> Future[Document] | None:
        """Give out a task, if there is anything to read in it."""
        if task.article is None:
            return None
        try:
            return self._pool.submit(self._work, task.article, self._settings)
        except BrokenProcessPool as error:
            failed: Future[Document] = Future()
            failed.set_exception(error)
            return failed

    def _restart(self) -> None:
        self.close()
        self._pool = self._start()

    def _start(self) -> ProcessPoolExecutor:
        context = multiprocessing.get_context("spawn")
        return ProcessPoolExecutor(self._jobs, context, initializer=_prepare)
