"""Takes in many sources of any kind as one stream of articles: the other entrance of the stage.

Whatever is wrong with a source or a record becomes an item of its own, and the rest goes on.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from ondit.config import Settings
from ondit.errors import SourceError
from ondit.ingest.contents import Found, contents
from ondit.ingest.file import STANDARD_INPUT, STANDARD_INPUT_NAME, opened
from ondit.ingest.folder import is_known, walk
from ondit.ingest.memory import FetchMemory
from ondit.ingest.raw import Raw
from ondit.records.item import Item


def collect(sources: Iterable[str], settings: Settings, memory: FetchMemory) -> Iterator[Item]:  # noqa: ARG001
    """Yield what each source holds, in order; no more than one record is held at a time.

    A source is a file, a folder, an http(s) URL or "-" for standard input. Nothing that is wrong
    with a source is raised: it is the `error` of an item.
    """
    for source in sources:
        yield from _guarded(source, _items(source, settings))


def _guarded(source: str, items: Iterator[Item]) -> Iterator[Item]:
    """Yield `items`, and why there are no more of them if they break off."""
    try:
        yield from items
    except SourceError as error:
        yield Item(error.source, error=str(error))
    except Exception as error:  # noqa: BLE001 - parsers fail in many ways, and the rest goes on
        reason = " ".join(str(error).split())[:200] or type(error).__name__
        yield Item(source, error=f"{source}: could not be taken in: {reason}")


def _items(source: str, settings: Settings) -> Iterator[Item]:
    if source == STANDARD_INPUT:
        yield from _found(contents(Raw(STANDARD_INPUT_NAME, b""), sys.stdin.buffer, settings))
    elif Path(source).is_dir():
        yield from _folder(Path(source), settings)
    else:
        yield from _file(source, settings)


def _folder(folder: Path, settings: Settings) -> Iterator[Item]:
    count = 0
    for count, path in enumerate(walk(folder), start=1):  # noqa: B007 - counted for below
        if isinstance(path, SourceError):
            yield Item(path.source, error=str(path))
        elif is_known(path):
            yield from _guarded(str(path), _file(str(path), settings))
        else:
            yield Item(str(path), skipped="of an unknown ending; name the file to take it")
    if not count:
        yield Item(str(folder), skipped="no files in it")


def _file(source: str, settings: Settings) -> Iterator[Item]:
    with opened(source) as file:
        yield from _found(contents(Raw(source, b""), file, settings))


def _found(parts: Iterator[Found]) -> Iterator[Item]:
    for part in parts:
        if isinstance(part, Item):
            yield part
