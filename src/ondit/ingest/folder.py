"""Finds the files in a folder, in one order, whatever links and rights there are."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from pathlib import Path

from ondit.errors import SourceError
from ondit.ingest.file import explained

Identity = tuple[int, int]


@cache
def endings() -> tuple[str, ...]:
    """Return the endings of files that may hold articles (endings.txt)."""
    return tuple((files("ondit.ingest") / "endings.txt").read_text("utf-8").split())


def is_known(path: Path) -> bool:
    """Return whether a file in a folder is to be taken, by its name."""
    name = path.name.lower()
    return name.removesuffix(".gz").endswith(endings())


def walk(folder: Path) -> Iterator[Path | SourceError]:
    """Yield all files below `folder`, sorted by folder and name, hidden ones left out.

    A folder that cannot be listed is yielded as an error. A folder that links lead to more than
    once is listed once.
    """
    seen: set[Identity] = set()
    waiting = [folder]
    while waiting:
        path = waiting.pop()
        try:
            found = _listed(path, seen)
        except SourceError as error:
            yield error
            continue
        yield from (one for one in found if not one.is_dir())
        waiting.extend(one for one in reversed(found) if one.is_dir())


def _listed(folder: Path, seen: set[Identity]) -> list[Path]:
    with explained(str(folder)):
        status = folder.stat()
        identity = (status.st_dev, status.st_ino)
        if identity in seen:
            return []
        seen.add(identity)
        return sorted(one for one in folder.iterdir() if not one.name.startswith("."))
