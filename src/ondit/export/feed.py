"""What a watch noticed as feeds: Atom (RFC 4287) and JSON Feed 1.1."""

from __future__ import annotations

import json
from uuid import NAMESPACE_URL, uuid5
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from ondit.export.plain import plain
from ondit.records.watch import Noticed, Watched

ATOM = "http://www.w3.org/2005/Atom"
JSON_FEED = "https://jsonfeed.org/version/1.1"
NEVER = "1970-01-01T00:00:00Z"
"""When a feed was last updated that has had nothing to tell."""

WEB = ("http://", "https://")


def atom(watched: Watched) -> str:
    """Return a watch's alerts as an Atom feed."""
    feed = Element("feed", {"xmlns": ATOM})
    SubElement(feed, "title").text = _title(watched)
    SubElement(feed, "id").text = _id(watched)
    SubElement(feed, "updated").text = watched.alerts[0].at if watched.alerts else NEVER
    SubElement(SubElement(feed, "author"), "name").text = "Ondit"
    for one in watched.alerts:
        entry = SubElement(feed, "entry")
        SubElement(entry, "title").text = plain(one.alert.title)
        SubElement(entry, "id").text = _id(watched, one)
        SubElement(entry, "updated").text = one.at
        SubElement(entry, "category", {"term": one.alert.kind.value})
        SubElement(entry, "content", {"type": "text"}).text = plain(one.alert.text)
        if url := _url(one):
            SubElement(entry, "link", {"rel": "alternate", "href": url})
    indent(feed)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + tostring(feed, encoding="unicode") + "\n"


def json_feed(watched: Watched) -> str:
    """Return a watch's alerts as a JSON Feed."""
    items = []
    for one in watched.alerts:
        item = {
            "id": _id(watched, one),
            "title": plain(one.alert.title),
            "content_text": plain(one.alert.text),
            "date_published": one.at,
            "tags": [one.alert.kind.value],
        }
        if url := _url(one):
            item["url"] = url
        items.append(item)
    feed = {"version": JSON_FEED, "title": _title(watched), "items": items}
    return json.dumps(feed, ensure_ascii=False, indent=1) + "\n"


def _title(watched: Watched) -> str:
    return f"Ondit: {plain(watched.watch.name)}"


def _id(watched: Watched, one: Noticed | None = None) -> str:
    """Return an id that stays, of a feed or of an entry of it."""
    key = one.alert.key if one else ""
    return uuid5(NAMESPACE_URL, f"ondit:watch:{watched.watch.name}:{key}").urn


def _url(one: Noticed) -> str | None:
    """Return the address of an article, if it is one that a reader can open."""
    url = plain(one.alert.url or "")
    return url if url.lower().startswith(WEB) else None
