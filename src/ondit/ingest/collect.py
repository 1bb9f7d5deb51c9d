"""Takes in many sources of any kind as one stream of articles: the other entrance of the stage.

Whatever is wrong with a source or a record becomes an item of its own, and the rest goes on.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from ondit.config import Settings
from ondit.errors import SourceError
from ondit.ingest.contents import contents
from ondit.ingest.crawl import Crawl
from ondit.ingest.file import STANDARD_INPUT, STANDARD_INPUT_NAME, opened
from ondit.ingest.folder import is_known, walk
from ondit.ingest.guard import guarded
from ondit.ingest.memory import FetchMemory
from ondit.ingest.pace import Timing
from ondit.ingest.raw import Raw
from ondit.ingest.source import URL
from ondit.ingest.visit import Visitor
from ondit.records.item import Item

REAL_TIME = Timing()


def collect(
    sources: Iterable[str],
    settings: Settings,
    memory: FetchMemory,
    timing: Timing = REAL_TIME,
) -> Iterator[Item]:
    """Yield what each source holds, in order; no more than one record is held at a time.

    A source is a file, a folder, an http(s) URL or "-" for standard input. What feeds, sitemaps
    and records without a text point to is fetched. Nothing that is wrong with a source is raised:
    it is the `error` of an item. `memory` is asked, but only told by whoever stores the items.
    """
    visitor = Visitor(settings, memory, timing)
    for source in sources:
        crawl = Crawl(visitor, settings)
        yield from guarded(source, _items(source, crawl, settings))


def _items(source: str, crawl: Crawl, settings: Settings) -> Iterator[Item]:
    if source == STANDARD_INPUT:
        raw = Raw(STANDARD_INPUT_NAME, b"")
        for found in contents(raw, sys.stdin.buffer, settings):
            yield from crawl.follow(found)
    elif URL.match(source):
        yield from crawl.page(source)
    elif Path(source).is_dir():
        yield from _folder(Path(source), crawl, settings)
    else:
        yield from _file(source, crawl, settings)


def _folder(folder: Path, crawl: Crawl, settings: Settings) -> Iterator[Item]:
    for path in walk(folder):
        if isinstance(path, SourceError):
            yield Item(path.source, error=str(path))
        elif is_known(path):
            yield from guarded(str(path), _file(str(path), crawl, settings))
        else:
            yield Item(str(path), skipped="of an unknown ending; name the file to take it")


def _file(source: str, crawl: Crawl, settings: Settings) -> Iterator[Item]:
    with opened(source) as file:
        for found in contents(Raw(source, b""), file, settings):
            yield from crawl.follow(found)
