"""An archive's readings out to files and back, unchanged."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from ondit.errors import RecordError, SourceError, UsageError
from ondit.late import late
from ondit.pipeline.worker import embedded
from ondit.records.archived import Format, Selection
from ondit.records.outcome import Outcome, State
from ondit.show.record import from_line, to_line
from ondit.store.archive import Archive
from ondit.store.exchange import write_csv, write_parquet

if TYPE_CHECKING:
    from ondit.pipeline.linking import Readings
    from ondit.pipeline.tracing import Traced


NETWORKS = (Format.GRAPHML, Format.GEXF)
"""Forms that show which outlets have claims from which."""


def export(
    url: str, selection: Selection, form: Format, path: Path | None, claim: str | None = None
) -> None:
    """Write what a selection means to a file, or as text to standard output; with `claim` the
    articles that carry it, and its trail where the form has a place for it.

    Raise ArchiveError if there is no archive, UsageError for Parquet without a file, for a claim
    or a network beside a selection, or without the form's library, SourceError if the file can't
    be written.
    """
    if (claim or form in NETWORKS) and selection != Selection():
        what = "--claim chooses" if claim else f"a network ({form}) shows claims, and chooses"
        raise UsageError(f"{what} the articles itself", "leave out the other options")
    traced = _traced(url, claim, form)
    with Archive(url, create=False) as archive:
        chosen = late("ondit.pipeline.linking", "carrying")(traced) if traced else None
        _write(form, chosen or archive.readings(selection), traced, path)


def _traced(url: str, claim: str | None, form: Format) -> Traced | None:
    """Return the trails that are asked for; a network is of all claims, if not of one."""
    if claim is None and form not in NETWORKS:
        return None
    trails = late("ondit.pipeline.tracing", "trails" if claim else "claims")
    found: Traced = trails(url, claim or sys.maxsize)
    return found


def _write(form: Format, readings: Readings, traced: Traced | None, path: Path | None) -> None:
    if form is Format.PARQUET:
        if path is None:
            raise UsageError("Parquet needs a file", "give --output FILE")
        write_parquet(readings, path)
        return
    with _opened(path) as stream:
        if form is Format.CSV:
            write_csv(readings, stream)
        elif form is Format.JSONLD:
            nodes = late("ondit.pipeline.linking", "nodes")(readings, traced)
            late("ondit.export.jsonld", "write")(nodes, stream)
        elif traced and form in NETWORKS:
            late("ondit.pipeline.linking", "write_network")(traced, form, stream)
        else:
            stream.writelines(to_line(reading) + "\n" for _, reading in readings)


@contextmanager
def _opened(path: Path | None) -> Iterator[TextIO]:
    """Open a file to write text to; without a path that is standard output."""
    if path is None:
        yield sys.stdout
        return
    try:
        with path.open("w", encoding="utf-8", newline="") as stream:
            yield stream
    except OSError as error:
        raise SourceError(str(path), error.strerror or str(error), "give another file") from error


def import_(url: str, sources: Iterable[str]) -> Iterator[Outcome]:
    """Add the readings in files of JSON lines as they are; yield what became of each line.

    Raise ArchiveError if the archive fails.
    """
    with Archive(url) as archive:
        for source in sources:
            yield from _imported(archive, source)


def _imported(archive: Archive, source: str) -> Iterator[Outcome]:
    try:
        with Path(source).open(encoding="utf-8") as lines:
            for number, line in enumerate(lines, start=1):
                if line.strip():
                    yield _line(archive, f"{source}#{number}", line)
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "not text in UTF-8"
        yield Outcome(source, State.FAILED, message=f"{source}: {reason}")


def _line(archive: Archive, source: str, line: str) -> Outcome:
    try:
        reading = from_line(line)
        if archive.holds(reading.article):
            return archive.see(reading.article, source)
        return archive.add(embedded(reading), source)
    except RecordError as error:
        return Outcome(source, State.FAILED, message=f"{source}: {error}")
    except SourceError as error:
        return Outcome(source, State.FAILED, message=str(error))
