"""Where output goes: results to standard output, all else to standard error."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TypeVar

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from ondit.errors import OnditError
from ondit.show.wording import one_line

T = TypeVar("T")


def prepare(*, as_json: bool) -> None:
    """Let no character of any script stop the output; JSON is UTF-8 whatever the locale."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    if as_json and isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")


def console() -> Console:
    """Return standard output as a terminal, where there is one, that takes words as they are."""
    return Console(highlight=False, markup=False, emoji=False)


def complain(error: OnditError) -> bool:
    """Say what failed in one line, and return True."""
    click.echo(f"ondit: {one_line(str(error))}", err=True)
    return True


@contextmanager
def failing() -> Iterator[None]:
    """End the command with one line and its exit code where an error comes up."""
    try:
        yield
    except OnditError as error:
        complain(error)
        sys.exit(error.exit_code)


def tracked(outcomes: Iterator[T], total: int) -> Iterator[T]:
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
