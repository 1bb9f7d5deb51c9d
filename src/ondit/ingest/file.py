"""Opens files and standard input, and says plainly why one cannot be read."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from ondit.errors import SourceError
from ondit.ingest.raw import Raw, too_big

STANDARD_INPUT = "-"
STANDARD_INPUT_NAME = "standard input"
# A pipe without a writer would be waited for without end; elsewhere than on POSIX there is none.
AT_ONCE = getattr(os, "O_NONBLOCK", 0)
# Windows alters line ends unless it is asked not to.
BINARY = getattr(os, "O_BINARY", 0)


def load(source: str, limit: int) -> Raw:
    """Read the file at `source`, or standard input for "-".

    Raise SourceError if it is missing, a directory, unreadable or longer than `limit` bytes.
    """
    if source == STANDARD_INPUT:
        return whole(STANDARD_INPUT_NAME, sys.stdin.buffer, limit)
    with explained(source), Path(source).open("rb") as file:
        return whole(source, file, limit)


@contextmanager
def opened(source: str) -> Iterator[BinaryIO]:
    """Open the regular file at `source`.

    Raise SourceError if it is none, or cannot be read, or turns out on closing to have been
    changed while it was read.
    """
    with explained(source):
        number = os.open(source, os.O_RDONLY | AT_ONCE | BINARY)
    with os.fdopen(number, "rb") as file:
        before = os.fstat(file.fileno())
        if not stat.S_ISREG(before.st_mode):
            raise SourceError(source, "a pipe or a device, not a file", 'give "-" and pipe it in')
        yield file
        after = os.fstat(file.fileno())
        if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns):
            raise SourceError(source, "changed while it was read", "add it again")


@contextmanager
def explained(source: str) -> Iterator[None]:
    """Turn what the system says about `source` into a SourceError."""
    try:
        yield
    except FileNotFoundError as error:
        raise SourceError(source, "no such file", "check the path") from error
    except IsADirectoryError as error:
        raise SourceError(source, "a directory", "give the files in it") from error
    except (OSError, ValueError) as error:
        raise SourceError(
            source, "cannot be read", getattr(error, "strerror", None) or ""
        ) from error


def whole(name: str, file: BinaryIO, limit: int) -> Raw:
    """Return all that is left in `file`; raise SourceError if that is more than `limit` bytes."""
    data = file.read(limit + 1)
    if len(data) > limit:
        raise too_big(name, limit)
    return Raw(name, data)
