"""The errors that a user of Ondit can meet: each says what failed and what to do."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager


class OnditError(Exception):
    """Anything that Ondit could not do; `str()` is one line for the user.

    `what` says what failed, `hint` what to do about it.
    """

    exit_code = 1

    def __init__(self, what: str, hint: str = "") -> None:
        """Keep both parts and join them to one line."""
        super().__init__(f"{what}: {hint}" if hint else what)
        self.what = what
        self.hint = hint


class UsageError(OnditError):
    """The command or call itself was wrong."""

    exit_code = 2


class SourceError(OnditError):
    """One source could not be read as an article; other sources are not affected.

    `source` is the path, URL or name that the user gave.
    """

    def __init__(self, source: str, what: str, hint: str = "") -> None:
        """Put the source's name in front of what failed."""
        super().__init__(f"{source}: {what}", hint)
        self.source = source


class WeightsError(OnditError):
    """The model's files are missing, damaged or of another version."""


class RecordError(OnditError):
    """A line of JSON is not the record of a reading."""


class ReadingError(OnditError):
    """An article was taken in but could not be read through."""


class ArchiveError(OnditError):
    """The archive cannot be opened, read or written; what was reported as added stays."""


@contextmanager
def needing(extra: str, what: str) -> Iterator[None]:
    """Within this, an import that fails raises UsageError: `what` comes with `ondit[extra]`."""
    try:
        yield
    except ModuleNotFoundError as error:
        hint = f'install it with `pip install "ondit[{extra}]"`'
        raise UsageError(f"{what} is not installed", hint) from error
