"""Reads files and standard input, and says plainly why one cannot be read."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import BinaryIO

from ondit.errors import SourceError
from ondit.ingest.raw import Raw, too_big

STANDARD_INPUT = "-"


def load(source: str, limit: int) -> Raw:
    """Read the file at `source`, or standard input for "-".

    Raise SourceError if it is missing, a directory, unreadable or longer than `limit` bytes.
    """
    if source == STANDARD_INPUT:
        return _bounded("standard input", sys.stdin.buffer, limit)
    try:
        with Path(source).open("rb") as file:
            return _bounded(source, file, limit)
    except FileNotFoundError as error:
        raise SourceError(source, "no such file", "check the path") from error
    except IsADirectoryError as error:
        raise SourceError(source, "a directory", "give the files in it") from error
    except (OSError, ValueError) as error:
        raise SourceError(source, "cannot be read", getattr(error, "strerror", "")) from error


def _bounded(name: str, file: BinaryIO, limit: int) -> Raw:
    data = file.read(limit + 1)
    if len(data) > limit:
        raise too_big(name, limit)
    return Raw(name, data)
