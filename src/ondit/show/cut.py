"""Words that have to fit a line, counted in columns as terminals count them."""

from __future__ import annotations

from rich.text import Text

from ondit.show.wording import direction

ISOLATE, POP = "\N{FIRST STRONG ISOLATE}", "\N{POP DIRECTIONAL ISOLATE}"


def cut(words: str, room: int) -> str:
    """Return words in at most `room` columns, with an ellipsis where some are left out."""
    text = Text(words)
    text.truncate(max(1, room), overflow="ellipsis")
    return text.plain


def isolated(words: str) -> str:
    """Return words so that their direction does not reorder what stands around them."""
    return f"{ISOLATE}{words}{POP}" if direction(words) == "rtl" else words
