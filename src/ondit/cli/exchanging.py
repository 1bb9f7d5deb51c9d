"""`ondit export` and `ondit import`: an archive's readings out to files and back."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

import click

from ondit.cli.adding import summary, tell
from ondit.cli.options import archive
from ondit.cli.output import failing, prepare
from ondit.cli.selecting import selecting
from ondit.late import late
from ondit.records.archived import Format, Selection
from ondit.records.outcome import State


@click.command()
@archive
@click.option(
    "--format",
    "form",
    type=click.Choice([one.value for one in Format]),
    default=Format.JSONL.value,
    show_default=True,
    help="Readings whole (jsonl), a row for each attribution (csv, parquet), linked data (jsonld), "
    "or which outlets have claims from which (graphml, gexf).",
)
@click.option(
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Write to this file instead of standard output.",
)
@click.option(
    "--claim",
    metavar="ID|URL|TEXT",
    help="Only articles that carry a claim, as in ondit trace, and its trail (linked data).",
)
@selecting(None)
def export(
    selection: Selection, *, archive: str, form: str, output: Path | None, claim: str | None
) -> None:
    """Write articles of the archive to a file that other programs read."""
    prepare(as_json=True)
    with failing():
        late("ondit.pipeline.exchanging", "export")(archive, selection, Format(form), output, claim)


@click.command("import")
@click.argument("sources", nargs=-1, required=True, metavar="FILE...")
@archive
def import_(sources: tuple[str, ...], *, archive: str) -> None:
    """Add readings that `ondit export` or `ondit read --json` wrote, without reading again."""
    prepare(as_json=False)
    counts: Counter[State] = Counter()
    with failing():
        for outcome in late("ondit.pipeline.exchanging", "import_")(archive, sources):
            counts[outcome.state] += 1
            tell(outcome, None)
    click.echo(summary(counts), err=True)
    sys.exit(1 if counts[State.FAILED] else 0)
