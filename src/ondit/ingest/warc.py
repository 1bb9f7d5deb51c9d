"""Takes the pages out of a web archive (WARC, ISO 28500), such as Common Crawl's CC-NEWS."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from itertools import count
from typing import TYPE_CHECKING, BinaryIO

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed
from warcio.recordloader import ArcWarcRecord

from ondit.config import Settings
from ondit.errors import SourceError
from ondit.ingest.date import iso
from ondit.ingest.kind import kind_of
from ondit.ingest.mediatype import charset, media_type
from ondit.ingest.raw import Raw, too_big
from ondit.ingest.source import article, text
from ondit.records.item import Item

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

CHUNK = 64 * 1024
SUCCESS = "200"
PAGES = ("text/html", "application/xhtml+xml")

HEADERS = 2**20
"""Bytes that the headers of one record may have; browsers take no more than a quarter of it."""


def items(raw: Raw, stream: BinaryIO, settings: Settings) -> Iterator[Item]:
    """Yield the article of each page that a server answered with, one record at a time.

    What is no page is passed over. Raise SourceError where the file is cut off or damaged.
    """
    metered = _Metered(stream)
    records = ArchiveIterator(metered)
    for number in count(1):
        part = replace(raw, source=f"{raw.source}#{number}")
        try:
            metered.left = HEADERS
            record = next(records, None)
            metered.left = None
            if record is None:
                return
            item = _item(part, record, settings) if _is_page(record) else None
            _pass(record)
        except (ArchiveLoadFailed, EOFError, ValueError) as error:
            raise SourceError(
                part.source, "cut off or damaged WARC", "what comes after it is not read"
            ) from error
        if item:
            yield item


def _is_page(record: ArcWarcRecord) -> bool:
    if record.rec_type != "response" or not record.http_headers:
        return False
    kind = media_type(record.http_headers.get_header("Content-Type"))
    return record.http_headers.get_statuscode() == SUCCESS and kind in PAGES


def _item(part: Raw, record: ArcWarcRecord, settings: Settings) -> Item:
    try:
        data = _body(part, record, settings.byte_limit)
        declared = charset(record.http_headers.get_header("Content-Type"))
        page = replace(
            part, data=data, charset=declared, url=record.rec_headers.get_header("WARC-Target-URI")
        )
        markup = text(page)
        found = article(page, markup, kind_of(markup), settings)
    except SourceError as error:
        return Item(part.source, error=str(error))
    crawled = iso(record.rec_headers.get_header("WARC-Date") or "")
    return Item(part.source, replace(found, published=found.published or crawled))


def _body(part: Raw, record: ArcWarcRecord, limit: int) -> bytes:
    stream = record.content_stream()
    data = bytearray()
    while chunk := stream.read(CHUNK):
        data += chunk
        if len(data) > limit:
            raise too_big(part.source, limit)
    _pass(record)
    return bytes(data)


def _pass(record: ArcWarcRecord) -> None:
    """Read to the record's end; raise EOFError if the file ends before it."""
    while record.raw_stream.read(CHUNK):
        pass
    if getattr(record.raw_stream, "limit", 0):
        raise EOFError


class _Metered(io.RawIOBase):
    """A stream of which no more than `left` bytes are given, as long as that is a number."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self.left: int | None = None

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        view = memoryview(buffer)
        data = self._stream.read(view.nbytes)
        view[: len(data)] = data
        if self.left is not None:
            self.left -= len(data)
            if self.left < 0:
                raise EOFError
        return len(data)
