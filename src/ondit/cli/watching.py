"""`ondit watch`: be told what is new of an actor, a claim, an outlet or words, in feeds."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import click

from ondit.cli.options import archive
from ondit.cli.output import failing, prepare
from ondit.config import WATCHES
from ondit.errors import UsageError
from ondit.late import late
from ondit.records.watch import Subject, Watch
from ondit.show.wording import one_line

folder = click.option(
    "--folder",
    type=click.Path(file_okay=False, path_type=Path),
    default=WATCHES.default,
    envvar="ONDIT_WATCHES",
    show_default=True,
    metavar="FOLDER",
    help=WATCHES.help,
)


@click.group()
def watch() -> None:
    """Be told what is new of an actor, a claim, an outlet or words, in Atom and JSON feeds."""


@watch.command()
@click.option("--actor", metavar="NAME", help="What somebody says, reverses, fails to keep.")
@click.option("--claim", metavar="ID|URL|TEXT", help="Who carries, changes or denies a claim.")
@click.option("--outlet", metavar="NAME", help="What an outlet publishes.")
@click.option("--query", metavar="WORDS", help="What is said with these words.")
@click.option("--name", metavar="NAME", help="What to call the watch, if not what it is for.")
@archive
@folder
def add(*, archive: str, folder: Path, name: str | None, **asked: str | None) -> None:
    """Watch something from now on; what the archive holds already will not be told."""
    prepare(as_json=False)
    with failing():
        given = [(subject, what) for subject in Subject if (what := asked[subject.value])]
        if len(given) != 1:
            raise UsageError("not one thing to watch", "give --actor, --claim, --outlet or --query")
        ((subject, what),) = given
        wanted = Watch(name or what, subject, what)
        made = late("ondit.pipeline.watchlist", "add")(archive, folder, wanted, datetime.now(UTC))
        click.echo(f"watching from now on: {one_line(made.what)}", err=True)


@watch.command()
@archive
@folder
def run(*, archive: str, folder: Path) -> None:
    """Look for what is new and write the feeds; for cron or a timer."""
    prepare(as_json=False)
    with failing():
        told = late("ondit.pipeline.watchlist", "run")(archive, folder, datetime.now(UTC))
        for watched, alert in told:
            click.echo(f"{one_line(watched.name)}  {alert.kind}  {one_line(alert.title)}")


@watch.command("list")
@folder
def list_(*, folder: Path) -> None:
    """List what is watched."""
    prepare(as_json=False)
    with failing():
        for one in late("ondit.pipeline.watchlist", "watches")(folder):
            asked = one_line(one.watch.what)
            click.echo(f"{one_line(one.watch.name)}  {one.watch.subject}  {asked}")


@watch.command()
@click.argument("name")
@folder
def remove(name: str, *, folder: Path) -> None:
    """Watch something no longer, and delete its feeds."""
    prepare(as_json=False)
    with failing():
        late("ondit.pipeline.watchlist", "remove")(folder, name)
