"""The command: arguments, where output goes, and exit codes."""

import click

from ondit.cli.adding import add
from ondit.cli.assisting import mcp
from ondit.cli.comparing import diff
from ondit.cli.exchanging import export, import_
from ondit.cli.reading import read
from ondit.cli.searching import list_, search, show
from ondit.cli.serving import serve
from ondit.cli.timing import timeline
from ondit.cli.tracing import claims, positions, trace
from ondit.cli.watching import watch


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="ondit", prog_name="ondit")
def main() -> None:
    """Show who said what, according to whom, in news of many languages."""


for _command in (
    read,
    add,
    search,
    list_,
    show,
    trace,
    claims,
    positions,
    diff,
    timeline,
    watch,
    export,
    import_,
    serve,
    mcp,
):
    main.add_command(_command)
