"""Takes a feed (RSS, Atom) apart into where its articles are and what it says about them."""

from __future__ import annotations

import io
import re
from calendar import timegm
from collections.abc import Iterator
from datetime import UTC, datetime

import feedparser

from ondit.errors import SourceError
from ondit.ingest.date import iso
from ondit.ingest.fragment import text
from ondit.ingest.language import code
from ondit.ingest.lead import Lead, Listing
from ondit.ingest.markup import check, check_xml
from ondit.ingest.raw import Raw
from ondit.records import Article

DECLARATION = re.compile(r"\s*<\?xml[^>]*\?>")


def leads(listing: Listing) -> Iterator[Lead]:
    """Yield the entries of a feed that have a link, in the feed's order.

    Raise SourceError if it is none.
    """
    raw = listing.raw
    check(raw, listing.text)
    check_xml(raw, listing.text)
    found = feedparser.parse(_stream(listing), response_headers=_headers(raw))
    if not found.entries and (found.bozo or not found.version):
        raise SourceError(raw.source, "a damaged feed", "check it with a feed validator")
    for entry in found.entries:
        if entry.get("link"):
            yield Lead(entry.link, _told(raw, found.feed, entry))


def _stream(listing: Listing) -> io.BytesIO:
    """Return the feed as a stream, since the parser would fetch or open what a string names."""
    document = DECLARATION.sub("", listing.text, count=1)
    return io.BytesIO(document.encode("utf-8", "replace"))


def _headers(raw: Raw) -> dict[str, str]:
    location = {"content-location": raw.url} if raw.url else {}
    return {"content-type": "application/xml; charset=utf-8", **location}


def _told(raw: Raw, feed: feedparser.FeedParserDict, entry: feedparser.FeedParserDict) -> Article:
    return Article(
        text=_text(raw, entry),
        title=_plain(raw, entry.get("title")),
        outlet=_plain(raw, (entry.get("source") or feed).get("title")),
        url=entry.link,
        language=code(feed.get("language")),
        published=_time(entry, "published") or _time(entry, "updated"),
        byline=_plain(raw, entry.get("author")),
    )


def _text(raw: Raw, entry: feedparser.FeedParserDict) -> str:
    """Return the longest of the texts that the entry has."""
    given = [part.get("value") for part in entry.get("content", ())]
    texts = (_plain(raw, part) for part in (*given, entry.get("summary")))
    return max((part for part in texts if part), key=len, default="")


def _plain(raw: Raw, markup: str | None) -> str | None:
    """Return text without its markup; what cannot be taken apart is left out, the link remains."""
    try:
        return (text(raw, markup) if markup else None) or None
    except SourceError:
        return None


def _time(entry: feedparser.FeedParserDict, name: str) -> str | None:
    """Return a time as it was written if that is a common form, else as the parser took it."""
    written, parsed = entry.get(name), entry.get(f"{name}_parsed")
    if not written or not parsed:
        return None
    return iso(written) or datetime.fromtimestamp(timegm(parsed), UTC).isoformat()
