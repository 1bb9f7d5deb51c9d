"""Unpacks gzip as it is read, and stops where somebody packed nothing in order to fill a disk."""

from __future__ import annotations

import gzip
import io
import zlib
from typing import TYPE_CHECKING, BinaryIO

from ondit.errors import SourceError

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

MAGIC = b"\x1f\x8b"

RATIO = 200
"""How much larger than packed the unpacked may be. Articles and pages reach 2 to 4, tables 11, one
article five hundred times over 148; gzip's own bound, which bombs are made for, is 1,032."""

FREE = 2**20
"""Bytes unpacked before the ratio is looked at: less harms nobody."""


class Gunzip(io.RawIOBase):
    """What is packed in a stream, up to where it is damaged or a bomb begins.

    Whoever has read to the end asks `check` whether that was the end.
    """

    def __init__(self, source: str, packed: BinaryIO) -> None:
        """Unpack `packed`, which belongs to `source`."""
        self._source = source
        self._packed = _Counted(packed)
        self._unpacked = gzip.GzipFile(fileobj=self._packed, mode="rb")
        self._given = 0
        self._error: SourceError | None = None

    def check(self) -> None:
        """Raise SourceError if there should have been more."""
        if self._error:
            raise self._error

    def readable(self) -> bool:
        """Return True."""
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        """Fill `buffer` as far as the next bytes go; return their number, 0 at the end."""
        if self._error:
            return 0
        try:
            count = self._unpacked.readinto1(buffer)
        except (EOFError, zlib.error, gzip.BadGzipFile):
            return self._end("cut off or damaged gzip", "get the file again")
        self._given += count
        if self._given > FREE + RATIO * self._packed.taken:
            return self._end(f"unpacks to over {RATIO} times its size", "unpack it yourself")
        return count

    def _end(self, what: str, hint: str) -> int:
        """End here, since an error raised now would take along what a buffer holds already."""
        self._error = SourceError(self._source, what, hint)
        return 0


class _Counted(io.RawIOBase):
    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self.taken = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        data = self._stream.read(memoryview(buffer).nbytes)
        memoryview(buffer)[: len(data)] = data
        self.taken += len(data)
        return len(data)
