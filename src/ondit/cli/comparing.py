"""`ondit diff`: two articles side by side."""

from __future__ import annotations

from pathlib import Path

import click

from ondit.cli.options import allow_private, archive, full, language, names
from ondit.cli.output import console, failing, prepare
from ondit.config import Settings
from ondit.late import late


@click.command()
@click.argument("before", metavar="A")
@click.argument("after", metavar="B")
@archive
@full
@click.option("--json", "as_json", is_flag=True, help="Write one JSON record.")
@allow_private
@names
@language
def diff(  # noqa: PLR0913 - as many as it has options
    before: str,
    after: str,
    *,
    archive: str,
    full: bool,
    as_json: bool,
    allow_private: bool,
    names: Path | None,
    language: str | None,
) -> None:
    """Show two articles side by side: what B keeps of A, changes, leaves out, and adds.

    Each is an ID or a URL in the archive, or a file or a URL to be read.
    """
    prepare(as_json=as_json)
    settings = Settings(language=language, allow_private=allow_private, names=names)
    with failing():
        found = late("ondit.pipeline.difference", "difference")(archive, before, after, settings)
        if as_json:
            click.echo(late("ondit.show.comparison", "difference_line")(found))
        else:
            late("ondit.show.comparison", "show_difference")(console(), found, full=full)
