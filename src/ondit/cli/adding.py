"""`ondit add`: many articles into an archive."""

from __future__ import annotations

import json
import os
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import IO, TYPE_CHECKING

import click
from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    ProgressColumn,
    Task,
    TextColumn,
    TimeRemainingColumn,
)
from rich.text import Text

from ondit.cli.options import allow_private, archive, language, names
from ondit.cli.output import complain, prepare
from ondit.config import ENGINE, JOBS, Settings
from ondit.errors import OnditError
from ondit.late import late
from ondit.records.outcome import Outcome, State
from ondit.show.wording import one_line

if TYPE_CHECKING:
    from ondit.pipeline.adding import Adding


@click.command()
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@archive
@click.option("--jobs", type=click.IntRange(min=1), metavar="N", help=JOBS.help)
@click.option(
    "--engine", default=ENGINE.default, show_default=True, metavar="ENGINE", help=ENGINE.help
)
@click.option(
    "--report",
    type=click.File("w", encoding="utf-8"),
    metavar="FILE",
    help="Write what became of each source, one JSON record a line.",
)
@allow_private
@names
@language
def add(  # noqa: PLR0913 - as many as it has options
    sources: tuple[str, ...],
    *,
    archive: str,
    jobs: int | None,
    engine: str,
    report: IO[str] | None,
    allow_private: bool,
    names: Path | None,
    language: str | None,
) -> None:
    """Add articles to an archive: files, folders, URLs, feeds, sitemaps, WARC and JSON lines.

    What the archive holds already is not read again: a command that was broken off goes on
    where it stopped.
    """
    prepare(as_json=False)
    settings = Settings(language=language, allow_private=allow_private, names=names)
    counts: Counter[State] = Counter()
    try:
        opened = late("ondit.pipeline.adding", "adding")
        with opened(sources, archive, engine, jobs or os.cpu_count() or 1, settings) as run:
            for outcome in _tracked(run):
                counts[outcome.state] += 1
                tell(outcome, report)
    except OnditError as error:
        complain(error)
        click.echo(summary(counts), err=True)
        sys.exit(error.exit_code)
    except KeyboardInterrupt:
        click.echo(f"{summary(counts)}; stopped, the same command goes on from here", err=True)
        sys.exit(130)
    click.echo(summary(counts), err=True)
    sys.exit(1 if counts[State.FAILED] else 0)


def tell(outcome: Outcome, report: IO[str] | None) -> None:
    """Say what failed, and write the line of the report."""
    if outcome.state is State.FAILED:
        click.echo(f"ondit: {one_line(outcome.message or outcome.source)}", err=True)
    if report:
        report.write(json.dumps(asdict(outcome), ensure_ascii=False) + "\n")
        report.flush()


def summary(counts: Counter[State]) -> str:
    """Return in one line how many came to what."""
    named = [f"{counts[state]:,} {state}" for state in State if counts[state]]
    return ", ".join(named) or "nothing to add"


class _Rate(ProgressColumn):
    """How many articles are done a second."""

    def render(self, task: Task) -> Text:
        speed = task.finished_speed or task.speed
        return Text(f"{speed:.1f}/s" if speed else "")


def _tracked(run: Adding) -> Iterator[Outcome]:
    """Yield the outcomes of a run, with a bar on standard error if that is a terminal.

    Its total is what has been taken in so far, which is all as soon as taking in is done.
    """
    if not sys.stderr.isatty():
        yield from run
        return
    bar = (TextColumn("Adding"), BarColumn(), MofNCompleteColumn(), _Rate(), TimeRemainingColumn())
    with Progress(*bar, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("", total=None)
        for done, outcome in enumerate(run, start=1):
            progress.update(task, completed=done, total=run.taken)
            yield outcome
