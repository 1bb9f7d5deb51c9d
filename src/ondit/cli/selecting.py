"""The options that choose articles or attributions, the same for every command that has them."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any

import click

from ondit.cli.options import language
from ondit.config import LIMIT
from ondit.records import Act, Standing, Via
from ondit.records.archived import Selection

_FIELDS = (
    "source",
    "outlet",
    "act",
    "via",
    "standing",
    "language",
    "since",
    "until",
    "limit",
    "after",
)
_ENUMS: dict[str, Callable[[str], object]] = {"act": Act, "via": Via, "standing": Standing}


def _choice(name: str, values: type[Act | Via | Standing], text: str) -> Any:  # noqa: ANN401 - click's decorators have no narrower type
    return click.option(f"--{name}", type=click.Choice([one.value for one in values]), help=text)


_OPTIONS = (
    click.option("--source", metavar="NAME", help="Only what this source says, by any name."),
    click.option("--outlet", metavar="NAME", help="Only articles of this outlet, or of a site."),
    _choice("act", Act, "Only what is done with the words: said, denied, refused ..."),
    _choice("via", Via, "Only what comes from this kind of source."),
    _choice("standing", Standing, "Only what stands so: on record, relayed, unnamed."),
    language,
    click.option("--since", metavar="DATE", help="Published on this day (ISO 8601) or later."),
    click.option("--until", metavar="DATE", help="Published on this day (ISO 8601) or before."),
    click.option("--after", metavar="CURSOR", help="Go on after this cursor of a result before."),
)


def selecting(limit: int | None) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Give a command these options, with `limit` results by default; it gets them as one
    `selection`."""
    most = click.option(
        "--limit",
        type=click.IntRange(min=1),
        default=limit,
        show_default=True,
        metavar="N",
        help=LIMIT.help,
    )

    def decorate(command: Callable[..., None]) -> Callable[..., None]:
        @functools.wraps(command)
        def selected(**given: Any) -> None:  # noqa: ANN401 - what click passes
            chosen = {name: given.pop(name) for name in _FIELDS}
            for name, enum in _ENUMS.items():
                chosen[name] = enum(chosen[name]) if chosen[name] else None
            words = given.pop("words", None)
            command(selection=Selection(words=words, **chosen), **given)

        options = reversed((*_OPTIONS, most))
        return functools.reduce(lambda done, option: option(done), options, selected)

    return decorate
