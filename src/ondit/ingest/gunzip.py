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
"""How much larger than packed the unpacked may be. Pages and records reach 5 to 30, a page of
one phrase repeated 150; gzip's own bound, which bombs are made for, is 1,032."""

FREE = 2**20
"""Bytes unpacked before the ratio is looked at: less harms nobody."""


class Gunzip(io.RawIOBase):
    """What is packed in a stream; reading raises SourceError for a bomb or damage."""

    def __init__(self, source: str, packed: BinaryIO) -> None:
        """Unpack `packed`, which belongs to `source`."""
        self._source = source
        self._packed = _Counted(packed)
        self._unpacked = gzip.GzipFile(fileobj=self._packed, mode="rb")
        self._given = 0

    def readable(self) -> bool:
        """Return True."""
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        """Fill `buffer` as far as the next bytes go; return their number, 0 at the end."""
        try:
            count = self._unpacked.readinto1(buffer)
        except (EOFError, zlib.error, gzip.BadGzipFile) as error:
            raise SourceError(
                self._source, "cut off or damaged gzip", "get the file again"
            ) from error
        self._given += count
        if self._given > FREE + RATIO * self._packed.taken:
            raise SourceError(
                self._source, f"unpacks to over {RATIO} times its size", "unpack it yourself"
            )
        return count


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
