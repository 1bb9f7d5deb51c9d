"""Options that several commands have, each written once."""

from __future__ import annotations

from pathlib import Path

import click

from ondit.config import ALLOW_PRIVATE, ARCHIVE, LANGUAGE, LIMIT, NAMES
from ondit.ingest.language import code


def _language(_context: click.Context, _option: click.Parameter, value: str | None) -> str | None:
    if value is not None and code(value) is None:
        raise click.BadParameter("give an ISO 639 code such as en, ru or zh")
    return code(value)


language = click.option("--language", callback=_language, metavar="L", help=LANGUAGE.help)
allow_private = click.option("--allow-private", is_flag=True, help=ALLOW_PRIVATE.help)
names = click.option(
    "--names",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="FILE",
    help=NAMES.help,
)
archive = click.option(
    "--archive",
    default=ARCHIVE.default,
    envvar="ONDIT_ARCHIVE",
    show_default=True,
    metavar="PATH-OR-URL",
    help=ARCHIVE.help,
)
full = click.option("--full", is_flag=True, help="Do not cut what is said to the width.")
most = click.option(
    "--limit",
    type=click.IntRange(min=1),
    default=LIMIT.default,
    show_default=True,
    metavar="N",
    help=LIMIT.help,
)
html = click.option(
    "--html",
    type=click.File("w", encoding="utf-8", lazy=True),
    metavar="FILE",
    help="Write one self-contained page instead of the listing.",
)
