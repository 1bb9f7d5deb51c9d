"""`ondit search`, `ondit list`, `ondit show`: looking into an archive."""

from __future__ import annotations

from typing import IO

import click

from ondit.cli.options import archive, full, html
from ondit.cli.output import console, failing, prepare
from ondit.cli.selecting import selecting
from ondit.config import DOUBT, LIMIT
from ondit.late import late
from ondit.records.archived import Selection
from ondit.show.edits import show_versions
from ondit.show.hits import article_line, hit_line, show_articles, show_hits
from ondit.show.page import render
from ondit.show.terminal import Listing


@click.command()
@click.argument("words", required=False)
@click.option("--like", metavar="TEXT", help="Search by meaning, across languages.")
@archive
@selecting(LIMIT.default)
@click.option("--json", "as_json", is_flag=True, help="Write one JSON record a line.")
def search(selection: Selection, *, like: str | None, archive: str, as_json: bool) -> None:
    """Search what was said: WORDS in any language, by meaning with --like, or by who said it."""
    prepare(as_json=as_json)
    with failing():
        hits = late("ondit.pipeline.looking", "search")(archive, selection, like)
        if as_json:
            for hit in hits:
                click.echo(hit_line(hit))
        else:
            show_hits(console(), hits)


@click.command("list")
@archive
@selecting(LIMIT.default)
@click.option("--json", "as_json", is_flag=True, help="Write one JSON record a line.")
def list_(selection: Selection, *, archive: str, as_json: bool) -> None:
    """List the articles in the archive, the latest first."""
    prepare(as_json=as_json)
    with failing():
        rows = late("ondit.pipeline.looking", "articles")(archive, selection)
        if as_json:
            for row in rows:
                click.echo(article_line(row))
        else:
            show_articles(console(), rows)


@click.command()
@click.argument("id")
@archive
@click.option("--version", type=click.IntRange(min=1), metavar="N", help="A former text of it.")
@click.option("--versions", is_flag=True, help="Show what each new text added and took out.")
@full
@click.option("--json", "as_json", is_flag=True, help="Write the reading as one JSON record.")
@html
def show(
    id: str,  # noqa: A002 - the argument's name in the help
    *,
    archive: str,
    version: int | None,
    versions: bool,
    full: bool,
    as_json: bool,
    html: IO[str] | None,
) -> None:
    """Show an article of the archive by its ID."""
    prepare(as_json=as_json)
    with failing():
        if versions:
            show_versions(console(), late("ondit.pipeline.looking", "versions")(archive, id))
            return
        reading = late("ondit.pipeline.looking", "article")(archive, id, version)
        if as_json:
            click.echo(late("ondit.show.record", "to_line")(reading))
        elif html:
            html.write(render([(id, reading)], DOUBT.default))
        else:
            Listing(console(), full=full, doubt=DOUBT.default).show(id, reading)
