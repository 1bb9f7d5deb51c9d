"""`ondit trace` and `ondit claims`: where claims come from and what became of them."""

from __future__ import annotations

import click
from rich.console import Console

from ondit.cli.options import archive
from ondit.cli.output import failing, prepare
from ondit.config import LIMIT
from ondit.late import late


@click.command()
@click.argument("what", metavar="ID|URL|TEXT")
@archive
@click.option("--full", is_flag=True, help="Do not cut what is said to the width.")
@click.option("--why", is_flag=True, help="Show what each step rests on.")
@click.option("--json", "as_json", is_flag=True, help="Write one JSON record a claim.")
def trace(what: str, *, archive: str, full: bool, why: bool, as_json: bool) -> None:
    """Show where claims come from: those of an article, or the one nearest to a text."""
    prepare(as_json=as_json)
    with failing():
        found = late("ondit.pipeline.tracing", "trails")(archive, what)
        line = late("ondit.show.trail", "trail_line")
        tree = late("ondit.show.tree", "Tree")(_console(), found.documents, full, why)
        for number, trail in enumerate(found.trails):
            if as_json:
                click.echo(line(trail, found.documents))
                continue
            if number:
                click.echo()
            tree.show(trail)


@click.command()
@archive
@click.option(
    "--limit",
    type=click.IntRange(min=1),
    default=LIMIT.default,
    show_default=True,
    metavar="N",
    help=LIMIT.help,
)
@click.option("--json", "as_json", is_flag=True, help="Write one JSON record a claim.")
def claims(*, archive: str, limit: int, as_json: bool) -> None:
    """List the claims that most articles carry, with their origins."""
    prepare(as_json=as_json)
    with failing():
        found = late("ondit.pipeline.tracing", "claims")(archive, limit)
        if as_json:
            for trail in found.trails:
                click.echo(late("ondit.show.trail", "trail_line")(trail, found.documents))
        else:
            late("ondit.show.trail", "show_claims")(_console(), found.trails, found.documents)


def _console() -> Console:
    return Console(highlight=False, markup=False, emoji=False)
