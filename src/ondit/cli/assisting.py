"""`ondit mcp`: an archive for assistants that speak the Model Context Protocol."""

from __future__ import annotations

from pathlib import Path

import click

from ondit.cli.options import archive, names
from ondit.cli.output import failing
from ondit.config import MCP_PORT, Settings
from ondit.errors import needing
from ondit.late import late


@click.command()
@archive
@click.option("--http", is_flag=True, help="Serve on a port of this machine instead of stdio.")
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=MCP_PORT.default,
    show_default=True,
    metavar="N",
    help=MCP_PORT.help,
)
@names
def mcp(*, archive: str, http: bool, port: int, names: Path | None) -> None:
    """Let an assistant read texts and look into the archive; it can change nothing."""
    with failing():
        with needing("mcp", "the Model Context Protocol's library"):
            serving = late("ondit.integrations.mcp.server", "serve")
        serving(archive, port if http else None, Settings(names=names))
