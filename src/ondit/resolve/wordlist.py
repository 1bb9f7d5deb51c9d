"""The files of words beside the modules: what differs between languages is data, not code."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """Return the rows of the file `name` in this folder, each as its tab-parted columns.

    Blank lines and those that begin with "#" are left out.
    """
    lines = files("ondit.resolve").joinpath(name).read_text("utf-8").splitlines()
    return tuple(tuple(line.split("\t")) for line in lines if line and not line.startswith("#"))


@cache
def column(name: str, kind: str) -> tuple[str, ...]:
    """Return the last column of the rows of `name` whose first column is `kind`."""
    return tuple(row[-1] for row in rows(name) if row[0] == kind)
