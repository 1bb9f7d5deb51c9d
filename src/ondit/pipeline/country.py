"""Which countries articles come from, as far as their outlets are known."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from urllib.parse import urlsplit

from ondit.records import Article, Document
from ondit.records.trace import Trail
from ondit.resolve.outlets import outlet, outlet_at


def countries(trails: Iterable[Trail], documents: Mapping[str, Document]) -> dict[str, str]:
    """Return the ISO 3166 codes of the outlets that carry claims by the ids of their articles."""
    names = {ref.article for trail in trails for ref in trail.claim.carriers}
    found = ((name, _country(documents[name].reading.article)) for name in sorted(names))
    return {name: code for name, code in found if code}


def _country(article: Article) -> str | None:
    known = outlet(article.outlet, article.language) if article.outlet else None
    host = urlsplit(article.url or "").hostname
    known = known or (outlet_at(host) if host else None)
    return known.country if known else None
