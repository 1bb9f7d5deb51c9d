"""Turns whatever goes wrong with a source into an item, so that the others are taken in."""

from __future__ import annotations

from collections.abc import Iterator

from ondit.errors import SourceError
from ondit.records.item import Item

REASON = 200
"""Characters kept of a library's message."""


def guarded(source: str, items: Iterator[Item]) -> Iterator[Item]:
    """Yield `items`, and why there are no more of them if they break off, or are none at all."""
    empty = True
    try:
        for item in items:
            empty = False
            yield item
    except SourceError as error:
        inner = error.source if error.source.startswith(source) else source
        yield Item(inner, error=str(error))
    except Exception as error:  # noqa: BLE001 - parsers fail in many ways, and the rest goes on
        reason = " ".join(str(error).split())[:REASON] or type(error).__name__
        yield Item(source, error=f"{source}: could not be taken in: {reason}")
    else:
        if empty:
            yield Item(source, skipped="nothing in it")
