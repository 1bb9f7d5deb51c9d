"""The command: arguments, where output goes, and exit codes."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import IO, TypeVar

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from ondit import pipeline
from ondit.config import ALLOW_PRIVATE, LANGUAGE, NAMES, THREADS, Settings
from ondit.errors import OnditError
from ondit.ingest.language import code
from ondit.late import late
from ondit.records import Reading
from ondit.show.page import render
from ondit.show.terminal import Listing
from ondit.show.wording import one_line

T = TypeVar("T")


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="ondit", prog_name="ondit")
def main() -> None:
    """Show who said what, according to whom, in news of many languages."""


def _language(_context: click.Context, _option: click.Parameter, value: str | None) -> str | None:
    if value is not None and code(value) is None:
        raise click.BadParameter("give an ISO 639 code such as en, ru or zh")
    return code(value)


@main.command()
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@click.option("--json", "as_json", is_flag=True, help="Write one JSON record a line.")
@click.option(
    "--html",
    type=click.File("w", encoding="utf-8", lazy=True),
    metavar="FILE",
    help="Write one self-contained page instead of the listing.",
)
@click.option("--full", is_flag=True, help="Do not cut what is said to the width.")
@click.option("--allow-private", is_flag=True, help=ALLOW_PRIVATE.help)
@click.option("--threads", type=click.IntRange(min=1), metavar="N", help=THREADS.help)
@click.option(
    "--names",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="FILE",
    help=NAMES.help,
)
@click.option("--language", callback=_language, metavar="L", help=LANGUAGE.help)
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
    _prepare_output(as_json=as_json)
    settings = Settings(language, threads, allow_private, names)
    console = Console(highlight=False, markup=False, emoji=False)
    listing = None if as_json or html else Listing(console, full=full, doubt=settings.doubt)
    to_line = late("ondit.show.record", "to_line") if as_json else None
    readings: list[tuple[str, Reading]] = []
    failed = False
    try:
        for source, outcome in _tracked(pipeline.read_all(sources, settings), len(sources)):
            if isinstance(outcome, OnditError):
                failed = _complain(outcome)
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
        _complain(error)
        sys.exit(error.exit_code)
    sys.exit(1 if failed else 0)


def _prepare_output(*, as_json: bool) -> None:
    """Let no character of any script stop the output; JSON is UTF-8 whatever the locale."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    if as_json and isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")


def _complain(error: OnditError) -> bool:
    click.echo(f"ondit: {one_line(str(error))}", err=True)
    return True


def _tracked(outcomes: Iterator[T], total: int) -> Iterator[T]:
    """Yield `outcomes`, with a bar on standard error while many are read on a terminal."""
    if total == 1 or not sys.stderr.isatty():
        yield from outcomes
        return
    with Progress(
        TextColumn("Reading"),
        BarColumn(),
        MofNCompleteColumn(),
        console=Console(stderr=True),
        transient=True,
        redirect_stdout=False,
        redirect_stderr=False,
    ) as progress:
        task = progress.add_task("", total=total)
        for outcome in outcomes:
            progress.advance(task)
            # The bar makes way for what its reader writes, which may go to the same terminal.
            progress.stop()
            yield outcome
            progress.start()
