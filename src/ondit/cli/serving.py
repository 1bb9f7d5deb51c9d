"""`ondit serve`: an archive in a browser and as an API."""

from __future__ import annotations

from pathlib import Path

import click

from ondit.cli.options import allow_private, archive, names
from ondit.cli.output import failing, prepare
from ondit.config import ALLOW_ADDING, HOST, PORT, TOKEN, Service, Settings
from ondit.errors import needing
from ondit.late import late


@click.command()
@archive
@click.option("--host", default=HOST.default, show_default=True, metavar="HOST", help=HOST.help)
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=PORT.default,
    show_default=True,
    metavar="N",
    help=PORT.help,
)
@click.option("--allow-adding", is_flag=True, help=ALLOW_ADDING.help)
@click.option("--token", envvar="ONDIT_TOKEN", metavar="TOKEN", help=TOKEN.help)
@allow_private
@names
def serve(
    *,
    archive: str,
    host: str,
    port: int,
    allow_adding: bool,
    token: str | None,
    allow_private: bool,
    names: Path | None,
) -> None:
    """Show the archive in a browser, and to programs as an API."""
    prepare(as_json=False)
    service = Service(host, port, allow_adding, token)
    with failing():
        with needing("web", "the web server"):
            serving = late("ondit.pipeline.serving", "serve")
        serving(archive, service, Settings(allow_private=allow_private, names=names))
