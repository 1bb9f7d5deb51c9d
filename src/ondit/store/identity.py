"""Which texts are one article: by where they stand, and by what they say."""

from __future__ import annotations

import hashlib
import unicodedata
from functools import cache
from importlib.resources import files
from urllib.parse import SplitResult, urlsplit, urlunsplit

from ondit.records import Article

PORTS = {"http": 80, "https": 443}
DIGITS = 16
"""Hexadecimal digits of an id: at ten million articles two share one with a chance of 3 in a
million."""


def address(url: str) -> str:
    """Return `url` in the one form in which an archive keeps it.

    Scheme and host are in lower case, http is https; a default port, a fragment, a slash at the
    end and the parameters in tracking.txt are left out. What is no http(s) URL stays as it is.
    """
    try:
        parts = urlsplit(url.strip())
        port = parts.port
    except ValueError:
        return url
    scheme = parts.scheme.lower()
    if scheme not in PORTS or not parts.hostname:
        return url
    host = _host(parts) + (f":{port}" if port and port != PORTS[scheme] else "")
    return urlunsplit(("https", host, parts.path.rstrip("/"), _query(parts.query), ""))


def site(url: str | None) -> str | None:
    """Return the host of an http(s) URL without "www.", None if there is none."""
    try:
        parts = urlsplit(url or "")
    except ValueError:
        return None
    return _host(parts).removeprefix("www.") or None


def content_hash(text: str) -> bytes:
    """Return what two texts have in common if they differ in nothing but blanks and in how their
    characters are composed: the first 16 bytes of a SHA-256."""
    plain = " ".join(unicodedata.normalize("NFC", text).split())
    return hashlib.sha256(plain.encode("utf-8", "surrogatepass")).digest()[:16]


def same_outlet(one: Article, outlet: str | None, url: str | None) -> bool:
    """Return whether an article is by the outlet that has this name or this site."""
    if site(one.url) and site(one.url) == site(url):
        return True
    if one.outlet and outlet:
        return _folded(one.outlet) == _folded(outlet)
    return not (one.outlet or outlet or site(one.url) or site(url))


def new_id(article: Article) -> str:
    """Return the id that an article gets when an archive meets it for the first time."""
    outlet = _folded(article.outlet or "") or site(article.url) or ""
    whole = address(article.url) if article.url else f"{outlet}\n{content_hash(article.text).hex()}"
    return hashlib.sha256(whole.encode("utf-8", "surrogatepass")).hexdigest()[:DIGITS]


def _folded(name: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


def _host(parts: SplitResult) -> str:
    host = (parts.hostname or "").rstrip(".")
    return f"[{host}]" if ":" in host else host


def _query(query: str) -> str:
    kept = (one for one in query.split("&") if one and not _tracks(one.partition("=")[0].lower()))
    return "&".join(sorted(kept))


def _tracks(name: str) -> bool:
    exact, prefixes = _tracking()
    return name in exact or name.startswith(prefixes)


@cache
def _tracking() -> tuple[frozenset[str], tuple[str, ...]]:
    lines = (files("ondit.store") / "tracking.txt").read_text("utf-8").splitlines()
    names = [line for line in lines if line and not line.startswith("#")]
    exact = frozenset(name for name in names if not name.endswith("*"))
    return exact, tuple(name[:-1] for name in names if name.endswith("*"))
