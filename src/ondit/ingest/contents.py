"""Takes a stream apart into what it holds, told by its content: articles, or a list of some."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import BinaryIO, cast

from ondit.config import Settings
from ondit.ingest import export, gunzip, warc
from ondit.ingest.file import whole
from ondit.ingest.head import beheld
from ondit.ingest.kind import Kind, kind_of
from ondit.ingest.lead import Lead, Listing
from ondit.ingest.raw import Raw
from ondit.ingest.source import article, text
from ondit.records.item import Item

Found = Item | Lead | Listing


def contents(raw: Raw, stream: BinaryIO, settings: Settings) -> Iterator[Found]:
    """Yield what `stream` holds; `raw` is all that is known of it besides.

    Never more than one record is held. Raise SourceError if it is nothing that can be taken, or
    from where on it is damaged.
    """
    head, stream = beheld(stream)
    if not head.startswith(gunzip.MAGIC):
        yield from _plain(raw, head, stream, settings)
        return
    unpacked = gunzip.Gunzip(raw.source, stream)
    head, stream = beheld(cast("BinaryIO", io.BufferedReader(unpacked)))
    yield from _plain(raw, head, stream, settings, unpacked.check)
    unpacked.check()


def _plain(
    raw: Raw,
    head: bytes,
    stream: BinaryIO,
    settings: Settings,
    check: Callable[[], None] = lambda: None,
) -> Iterator[Found]:
    """Yield what an unpacked stream holds; `check` says whether it is whole once it is read."""
    if head.startswith(warc.MAGIC):
        yield from warc.items(raw, stream, settings)
    elif export.is_json(head):
        yield from export.items(raw, head, stream, settings)
    else:
        data = whole(raw.source, stream, settings.byte_limit).data
        check()
        yield one(replace(raw, data=data), settings)


def one(raw: Raw, settings: Settings) -> Item | Listing:
    """Return the article or the list that a source is as a whole.

    Raise SourceError if it is neither.
    """
    page = text(raw)
    kind = kind_of(page)
    if kind in (Kind.FEED, Kind.SITEMAP):
        return Listing(raw, page, kind)
    return Item(raw.source, article(raw, page, kind, settings))
