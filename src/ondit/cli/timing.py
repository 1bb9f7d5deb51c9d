"""`ondit timeline`: what happened and what was said, in the order of time."""

from __future__ import annotations

import click

from ondit.cli.options import archive, full, most
from ondit.cli.output import console, failing, prepare
from ondit.late import late


@click.command()
@click.option("--about", metavar="NAME", help="Only what names this, or is said by it.")
@archive
@click.option("--since", metavar="DATE", help="From this day on (ISO 8601).")
@click.option("--until", metavar="DATE", help="Up to this day (ISO 8601).")
@most
@full
@click.option("--json", "as_json", is_flag=True, help="Write one JSON record an entry.")
def timeline(
    *,
    about: str | None,
    archive: str,
    since: str | None,
    until: str | None,
    limit: int,
    full: bool,
    as_json: bool,
) -> None:
    """Show what happens when, as articles tell it, with the chain of each statement.

    A statement stands at the date that it gives, and one that gives none where it was said. If
    there are more than --limit, those that most outlets carry are shown.
    """
    prepare(as_json=as_json)
    with failing():
        found = late("ondit.pipeline.timeline", "timeline")(archive, about, since, until, limit)
        if as_json:
            for line in late("ondit.show.timeline", "timeline_lines")(found):
                click.echo(line)
        else:
            late("ondit.show.timeline", "show_timeline")(console(), found, full=full)
