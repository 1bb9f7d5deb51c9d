"""Who reads: processes of this machine, or a cluster, behind one interface."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

from ondit.config import Settings
from ondit.errors import OnditError, ReadingError
from ondit.records import Article, Document
from ondit.records.item import Item

Work = Callable[[Article, Settings], Document]
"""What is done with each article; it must be a function of a module, for processes to find it."""


AHEAD = 8
"""Articles given out beyond those that are being read, for each core: enough that a long one at
the head of the queue leaves no core idle, few enough to bound memory."""


@dataclass(frozen=True, slots=True)
class Task:
    """An item on its way to the archive; `article` is what is still to be read of it, if any."""

    item: Item
    article: Article | None


@dataclass(frozen=True, slots=True)
class Done:
    """A task, and what was read; without a document it needed no reading, or `error` says why."""

    task: Task
    document: Document | None = None
    error: OnditError | None = None


def failed(task: Task, reason: str) -> Done:
    """Return a task whose article could not be read."""
    what = f"{task.item.source}: could not be read ({reason})"
    return Done(task, error=ReadingError(what, "please report it"))


class Engine(Protocol):
    """Reads articles beside one another and hands them back in their order."""

    def read(self, tasks: Iterable[Task | None]) -> Iterator[Done]:
        """Yield each task when it and all before it are done.

        None among the tasks means that there is no task yet: time to hand back what is ready.
        """

    def close(self) -> None:
        """Stop reading; what is not done yet is dropped."""
