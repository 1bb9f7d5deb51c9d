"""Reads news in many languages and shows who said what, according to whom.

`read` takes a source or an `Article` and gives a `Reading`; `Reader` reads many articles with one
model. The types are in `ondit.records`, the errors in `ondit.errors`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

# The stage's package first: its import would otherwise put it in the place of the function.
import ondit.read  # noqa: F401
from ondit.late import late
from ondit.pipeline import read

if TYPE_CHECKING:
    from ondit.read.reader import Reader

__all__ = ["Reader", "read"]


def __getattr__(name: str) -> object:
    """Import the model's libraries only when the reader is asked for."""
    if name == "Reader":
        return late("ondit.read.reader", "Reader")
    raise AttributeError(f"module 'ondit' has no attribute {name!r}")
