"""Takes articles out of JSON lines, a JSON array or one object, a record at a time."""

from __future__ import annotations

import codecs
import json
from collections.abc import Iterator
from dataclasses import replace
from itertools import count
from typing import BinaryIO

from ondit.config import Settings
from ondit.errors import SourceError
from ondit.ingest import record
from ondit.ingest.encoding import decode
from ondit.ingest.file import whole
from ondit.ingest.kind import Kind, kind_of
from ondit.ingest.lead import Lead
from ondit.ingest.raw import Raw, too_big
from ondit.ingest.source import finish
from ondit.records.item import Item

CHUNK = 64 * 1024
SEPARATORS = " \t\r\n,"


def is_json(head: bytes) -> bool:
    """Return whether a stream that begins with `head` holds JSON in UTF-8."""
    return kind_of(_start(head)) is Kind.RECORD


def items(raw: Raw, head: bytes, stream: BinaryIO, settings: Settings) -> Iterator[Item | Lead]:
    """Yield what each record gives; a record is what is larger than a source may be, not `stream`.

    Raise SourceError where an array is broken off: nothing is known of what comes after.
    """
    start = _start(head)
    if start.lstrip().startswith("["):
        for number, found in _elements(raw, stream, settings.byte_limit):
            yield _single(_named(raw, number), found, settings)
    elif _is_lines(start):
        for part in _lines(raw, stream, settings.byte_limit):
            yield from _item(part, settings) if isinstance(part, Raw) else [failed(part)]
    else:
        data = whole(raw.source, stream, settings.byte_limit).data
        yield from _item(replace(raw, data=data), settings)


def failed(error: SourceError) -> Item:
    """Return the item for what could not be taken."""
    return Item(error.source, error=str(error))


def _start(head: bytes) -> str:
    return head.removeprefix(codecs.BOM_UTF8).decode("utf-8", "replace")


def _is_lines(start: str) -> bool:
    """Return whether the first line is a record of its own, or is one that is damaged."""
    first, newline, _ = start.lstrip().partition("\n")
    if not newline or first.rstrip().endswith("}"):
        return True
    try:
        return isinstance(json.loads(first), dict)
    except (ValueError, RecursionError):
        return False


def _lines(raw: Raw, stream: BinaryIO, limit: int) -> Iterator[Raw | SourceError]:
    for number in count(1):
        line = stream.readline(limit + 1)
        if not line:
            return
        part = _named(raw, number)
        if len(line) > limit and not line.endswith(b"\n"):
            while line and not line.endswith(b"\n"):
                line = stream.readline(CHUNK)
            yield too_big(part.source, limit)
        elif line.strip():
            yield replace(part, data=line)


def _elements(raw: Raw, stream: BinaryIO, limit: int) -> Iterator[tuple[int, object]]:
    """Yield the elements of an array with their numbers, holding no more than one of them."""
    decoder, read = json.JSONDecoder(), codecs.getreader("utf-8-sig")(stream, "replace")
    waiting = read.read(CHUNK).lstrip().removeprefix("[")
    for number in count(1):
        waiting = waiting.lstrip(SEPARATORS)
        while True:
            try:
                found, end = decoder.raw_decode(waiting)
            except (ValueError, RecursionError) as error:
                more = "" if len(waiting) > limit else read.read(max(CHUNK, len(waiting)))
                if not more:
                    if waiting.startswith("]"):
                        return
                    raise _broken(_named(raw, number), waiting, limit) from error
                waiting = (waiting + more).lstrip(SEPARATORS)
            else:
                break
        yield number, found
        waiting = waiting[end:]


def _broken(part: Raw, waiting: str, limit: int) -> SourceError:
    if len(waiting) > limit:
        return too_big(part.source, limit)
    return SourceError(part.source, "invalid JSON", "what comes after it is not read")


def _named(raw: Raw, number: int) -> Raw:
    return replace(raw, source=f"{raw.source}#{number}", data=b"")


def _item(part: Raw, settings: Settings) -> Iterator[Item | Lead]:
    try:
        found = record.load(part, decode(part))
    except SourceError as error:
        yield failed(error)
    else:
        yield from _taken(part, found, settings)


def _taken(part: Raw, found: object, settings: Settings) -> Iterator[Item | Lead]:
    """Yield what a record gives, or each of the records that it holds in an article's place."""
    inner = record.members(found)
    for number, one in enumerate(inner, start=1):
        yield _single(replace(part, source=f"{part.source}.{number}"), one, settings)
    if not inner:
        yield _single(part, found, settings)


def _single(part: Raw, found: object, settings: Settings) -> Item | Lead:
    try:
        lead = record.lead(part, found)
        return lead or Item(part.source, finish(part, record.parse(part, found), settings))
    except SourceError as error:
        return failed(error)
