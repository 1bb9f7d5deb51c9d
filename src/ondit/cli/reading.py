"""`ondit read`: who said what in some articles."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import IO

import click

from ondit import pipeline
from ondit.cli.options import allow_private, full, html, language, names
from ondit.cli.output import complain, console, prepare, tracked
from ondit.config import THREADS, Settings
from ondit.errors import OnditError
from ondit.late import late
from ondit.records import Reading
from ondit.show.page import render
from ondit.show.terminal import Listing


@click.command()
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@click.option("--json", "as_json", is_flag=True, help="Write one JSON record a line.")
@html
@full
@allow_private
@click.option("--threads", type=click.IntRange(min=1), metavar="N", help=THREADS.help)
@names
@language
def read(  # noqa: PLR0913 - as many as it has options
    sources: tuple[str, ...],
    *,
    as_json: bool,
    html: IO[str] | None,
    full: bool,
    allow_private: bool,
    threads: int | None,
    names: Path | None,
    language: str | None,
) -> None:
    """Read articles: text or HTML files, http(s) URLs, JSON records, or - for standard input."""
    prepare(as_json=as_json)
    settings = Settings(language, threads, allow_private, names)
    listing = None if as_json or html else Listing(console(), full=full, doubt=settings.doubt)
    to_line = late("ondit.show.record", "to_line") if as_json else None
    readings: list[tuple[str, Reading]] = []
    failed = False
    try:
        for source, outcome in tracked(pipeline.read_all(sources, settings), len(sources)):
            if isinstance(outcome, OnditError):
                failed = complain(outcome)
                continue
            if to_line:
                click.echo(to_line(outcome))
            if html:
                readings.append((source, outcome))
            if listing:
                listing.show(source, outcome)
        if html and readings:
            html.write(render(readings, settings.doubt))
    except OnditError as error:
        complain(error)
        sys.exit(error.exit_code)
    sys.exit(1 if failed else 0)
