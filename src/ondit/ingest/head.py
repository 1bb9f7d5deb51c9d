"""Looks at how a stream begins without taking it away from whoever reads the stream."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, BinaryIO, cast

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

SIZE = 64 * 1024
"""Bytes looked at: more than any mark, prologue or first short record needs."""


def beheld(stream: BinaryIO) -> tuple[bytes, BinaryIO]:
    """Return the first bytes of `stream`, and a stream that begins with them."""
    head = stream.read(SIZE)
    return head, cast("BinaryIO", io.BufferedReader(_Rejoined(head, stream), SIZE))


class _Rejoined(io.RawIOBase):
    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        self._head = memoryview(head)
        self._rest = rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        view = memoryview(buffer)
        if self._head:
            data = bytes(self._head[: view.nbytes])
            self._head = self._head[view.nbytes :]
        else:
            data = self._rest.read(view.nbytes)
        view[: len(data)] = data
        return len(data)
