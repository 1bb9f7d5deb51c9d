"""What one address shows, whatever the form that it is asked for in: page, JSON or table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Protocol, runtime_checkable


@dataclass(frozen=True, slots=True)
class Table:
    """Rows below a header, all as long as that."""

    header: tuple[str, ...]
    rows: tuple[tuple[object, ...], ...]


class View(Protocol):
    """A page and its JSON twin; `template` is the name of the page's file."""

    template: ClassVar[str]

    @property
    def title(self) -> str:
        """The page's title, as it came out of the archive."""

    def json(self) -> str:
        """Return the same as JSON."""


@runtime_checkable
class Tabular(Protocol):
    """A view that is a table, too."""

    def table(self) -> Table:
        """Return what it shows as rows."""
