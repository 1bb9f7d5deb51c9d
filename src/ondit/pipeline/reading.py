"""From a source to what was read in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, cast

from ondit.config import Settings
from ondit.errors import SourceError
from ondit.ingest import ingest
from ondit.late import late
from ondit.records import Article, Reading
from ondit.resolve.entities import NO_NAMES
from ondit.resolve.gazetteer import Gazetteer, own
from ondit.resolve.resolver import resolve

if TYPE_CHECKING:
    from ondit.read.reader import Reader

DEFAULTS = Settings()


def read(source: str | Article, settings: Settings = DEFAULTS) -> Reading:
    """Return what is said in `source`, and according to whom.

    `source` is a path, an http(s) URL, "-" for standard input, or an article. Raise SourceError
    if it holds no article, WeightsError if the model cannot be loaded, UsageError if the file of
    names cannot be read.
    """
    article = source if isinstance(source, Article) else ingest(source, settings)
    return resolve(_reader(settings.threads).read(article), names(settings.names))


def read_all(
    sources: Iterable[str], settings: Settings = DEFAULTS
) -> Iterator[tuple[str, Reading | SourceError]]:
    """Yield for each source its reading, or why there is none; the others are read all the same.

    Raise WeightsError if the model cannot be loaded.
    """
    for source in sources:
        try:
            yield source, read(source, settings)
        except SourceError as error:
            yield source, error


@cache
def names(path: Path | None) -> Gazetteer:
    """Load a user's names, once for each file."""
    return Gazetteer(own(path)) if path else NO_NAMES


@cache
def _reader(threads: int | None) -> Reader:
    """Load the model, once for each number of threads and not before an article needs it."""
    return cast("Reader", late("ondit.read.reader", "Reader")(threads=threads))
