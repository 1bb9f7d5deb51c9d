"""Takes a sitemap apart (sitemaps.org, with Google's elements for news)."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from ondit.errors import SourceError
from ondit.ingest.date import iso
from ondit.ingest.language import code
from ondit.ingest.lead import Lead, Listing
from ondit.ingest.markup import check_xml
from ondit.records import Article

INDEX = "sitemap"
PAGE = "url"


def leads(listing: Listing) -> Iterator[Lead]:
    """Yield the pages of a sitemap in its order; raise SourceError if it is none.

    When a page was last changed says nothing about its article, so only times of publication
    are kept.
    """
    for element in _elements(listing, PAGE):
        told = {etree.QName(one).localname: (one.text or "").strip() for one in _under(element)}
        if url := told.get("loc"):
            yield Lead(
                url,
                Article(
                    text="",
                    title=told.get("title") or None,
                    outlet=told.get("name") or None,
                    url=url,
                    language=code(told.get("language")),
                    published=iso(told.get("publication_date", "")),
                ),
            )


def maps(listing: Listing) -> Iterator[str]:
    """Yield the addresses of the sitemaps that an index of sitemaps names."""
    for element in _elements(listing, INDEX):
        for one in _under(element):
            if etree.QName(one).localname == "loc" and one.text and one.text.strip():
                yield one.text.strip()


def _elements(listing: Listing, name: str) -> Iterator[etree._Element]:
    check_xml(listing.raw, listing.text)
    parser = etree.XMLParser(
        encoding="utf-8", resolve_entities=False, no_network=True, recover=True
    )
    try:
        root = etree.fromstring(listing.text.strip().encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise SourceError(listing.raw.source, "a damaged sitemap", "check its XML") from error
    # Of a document that is damaged from its start on the parser gives None.
    children = [] if root is None else root.iterchildren()
    return (one for one in children if _name(one) == name)


def _under(element: etree._Element) -> Iterator[etree._Element]:
    return element.iterdescendants(tag=etree.Element)


def _name(element: etree._Element) -> str:
    return etree.QName(element).localname if isinstance(element.tag, str) else ""
