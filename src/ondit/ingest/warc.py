"""Takes the pages out of a web archive (WARC, ISO 28500), such as Common Crawl's CC-NEWS."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from itertools import count
from types import SimpleNamespace
from typing import TYPE_CHECKING, BinaryIO

from warcio import archiveiterator, bufferedreaders
from warcio.archiveiterator import ArchiveIterator
from warcio.recordloader import ArcWarcRecord

from ondit.config import Settings
from ondit.errors import SourceError
from ondit.ingest.date import iso
from ondit.ingest.guard import guarded
from ondit.ingest.kind import kind_of
from ondit.ingest.mediatype import charset, media_type
from ondit.ingest.raw import Raw, too_big
from ondit.ingest.source import article, text
from ondit.records.item import Item

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

# They write what they find damaged to standard error, into a progress bar; here that is an item's
# own error, and spaces in a URL are none.
for module in (archiveiterator, bufferedreaders):
    module.sys = SimpleNamespace(stderr=SimpleNamespace(write=lambda _: None))
logging.getLogger("warcio").setLevel(logging.CRITICAL)

MAGIC = b"WARC/"
CHUNK = 64 * 1024
SUCCESS = "200"
PAGES = ("text/html", "application/xhtml+xml")

HEADERS = 2**20
"""Bytes read for the headers of one record, the next block of the file included; servers commonly
send no more than some 16 KiB of headers."""

BLANK = 8
"""Bytes of blank lines that may follow the last record; the standard asks for four."""


def items(raw: Raw, stream: BinaryIO, settings: Settings) -> Iterator[Item]:
    """Yield the article of each page that a server answered with, one record at a time.

    What is no page is passed over. Raise SourceError where the file is cut off or damaged.
    """
    metered = _Metered(stream)
    records = ArchiveIterator(metered)
    end = 0
    for number in count(1):
        part = replace(raw, source=f"{raw.source}#{number}")
        try:
            with metered.bounded(HEADERS):
                record = next(records, None)
            if record is None:
                break
            page = _page(part, record, settings.byte_limit) if _is_page(record) else None
            _pass(record)
        except Exception as error:
            # warcio takes the headers for sound, and fails in many ways where they are not.
            raise _damaged(part) from error
        end = metered.taken - records.reader.rem_length()
        if page:
            yield from guarded(part.source, _items(page, record, settings))
    if metered.taken - end > BLANK:
        raise _damaged(part)


def _damaged(part: Raw) -> SourceError:
    return SourceError(part.source, "cut off or damaged WARC", "what comes after it is not read")


def _is_page(record: ArcWarcRecord) -> bool:
    if record.rec_type != "response" or not record.http_headers:
        return False
    kind = media_type(record.http_headers.get_header("Content-Type"))
    return record.http_headers.get_statuscode() == SUCCESS and kind in PAGES


def _page(part: Raw, record: ArcWarcRecord, limit: int) -> Raw:
    """Return the page in a record, up to one byte more than it may have."""
    stream = record.content_stream()
    data = bytearray()
    while len(data) <= limit and (chunk := stream.read(CHUNK)):
        data += chunk
    declared = charset(record.http_headers.get_header("Content-Type"))
    url = record.rec_headers.get_header("WARC-Target-URI")
    return replace(part, data=bytes(data[: limit + 1]), charset=declared, url=url)


def _items(page: Raw, record: ArcWarcRecord, settings: Settings) -> Iterator[Item]:
    if len(page.data) > settings.byte_limit:
        raise too_big(page.source, settings.byte_limit)
    markup = text(page)
    found = article(page, markup, kind_of(markup), settings)
    crawled = iso(record.rec_headers.get_header("WARC-Date") or "")
    yield Item(page.source, replace(found, published=found.published or crawled))


def _pass(record: ArcWarcRecord) -> None:
    """Read to the record's end; raise EOFError if the file ends before it."""
    while record.raw_stream.read(CHUNK):
        pass
    if getattr(record.raw_stream, "limit", 0):
        raise EOFError


class _Metered(io.RawIOBase):
    """A stream that counts what is taken of it, and can be bounded for a time."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._limit: int | None = None
        self.taken = 0

    @contextmanager
    def bounded(self, more: int) -> Iterator[None]:
        """Give no more than `more` bytes within this context; raise OSError beyond."""
        self._limit = self.taken + more
        yield
        self._limit = None

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        view = memoryview(buffer)
        data = self._stream.read(view.nbytes)
        view[: len(data)] = data
        self.taken += len(data)
        if self._limit is not None and self.taken > self._limit:
            raise OSError("headers without end")
        return len(data)
