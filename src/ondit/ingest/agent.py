"""What Ondit calls itself when it asks a server for something."""

from __future__ import annotations

from functools import cache
from importlib.metadata import PackageNotFoundError, metadata

NAME = "ondit"
"""The name that robots.txt may address."""


@cache
def user_agent() -> str:
    """Return the User-Agent header: the name, the version, and where more is to be found."""
    try:
        package = metadata(NAME)
    except PackageNotFoundError:
        return f"Mozilla/5.0 (compatible; {NAME})"
    links = dict(link.split(", ", 1) for link in package.get_all("Project-URL") or ())
    home = f"; +{links['Homepage']}" if "Homepage" in links else ""
    return f"Mozilla/5.0 (compatible; {NAME}/{package['Version']}{home})"
