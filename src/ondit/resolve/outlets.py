"""The world's news outlets: who a name or a web domain belongs to.

`outlets.csv` holds them, one line each in the order of their countries, written from well-known
facts; Wikidata identifiers stand there only where they are certain.
"""

from __future__ import annotations

from functools import cache

from ondit.resolve.gazetteer import Gazetteer, Known, packaged


def outlet(form: str, language: str | None = None, country: str | None = None) -> Known | None:
    """Return the outlet that `form` names, in any script or case.

    A name that several outlets have is the one's that works in `language` or in `country`;
    None if that leaves more than one, or none.
    """
    found = outlets().find(form, language)
    if country and len(found) > 1:
        found = tuple(one for one in found if one.country == country)
    return found[0] if len(found) == 1 else None


def outlet_at(host: str) -> Known | None:
    """Return the outlet whose web domain `host` is or lies under ("www.reuters.com")."""
    return outlets().domain(host)


@cache
def outlets() -> Gazetteer:
    """Return all outlets of the packaged table."""
    return Gazetteer(packaged("outlets.csv"))
