"""Follows what a feed or a sitemap points to, each link once and no more of them than is set."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import urlsplit

from ondit.config import Settings
from ondit.errors import SourceError
from ondit.ingest import feed, sitemap
from ondit.ingest.contents import Found, contents, one
from ondit.ingest.guard import guarded
from ondit.ingest.kind import Kind
from ondit.ingest.lead import Lead, Listing
from ondit.ingest.raw import Raw
from ondit.ingest.source import finish
from ondit.ingest.visit import FORBIDDEN, Visitor
from ondit.records import Article
from ondit.records.archived import Fetched
from ondit.records.item import Item

FRONT = re.compile(r"/?(?:(?:index|default|home)(?:\.[a-z]{3,5})?/?)?", re.IGNORECASE)


class Crawl:
    """What is followed from one source that the user named."""

    def __init__(self, visitor: Visitor, settings: Settings) -> None:
        """Follow links through `visitor`."""
        self._visitor, self._settings = visitor, settings
        self._seen: set[str] = set()

    def page(self, url: str, depth: int = 0) -> Iterator[Item]:
        """Yield what is found at `url`, itself or behind its links.

        Raise SourceError if it cannot be had, or is nothing that can be taken.
        """
        self._seen.add(url)
        page = self._visitor.visit(url)
        if isinstance(page, str):
            yield Item(url, skipped=page)
            return
        for found in contents(page.raw, io.BytesIO(page.raw.data), self._settings):
            if isinstance(found, Item) and found.source == url:
                yield _front(url) or replace(found, fetched=page.fetched)
            else:
                yield from self.follow(found, page.fetched, depth)

    def follow(
        self, found: Found, fetched: Fetched | None = None, depth: int = 0
    ) -> Iterator[Item]:
        """Yield what a part of a source leads to.

        `fetched` is what the server said about a list: to be remembered after all behind it, and
        only if all of it could be had.
        """
        if isinstance(found, Item):
            yield found
        elif isinstance(found, Lead):
            yield self._lead(found)
        else:
            yield from self._listing(found, fetched, depth)

    def _listing(self, listing: Listing, fetched: Fetched | None, depth: int) -> Iterator[Item]:
        whole, count = True, 0
        for item in self._linked(listing, depth):
            whole = whole and item.error is None
            count += item.article is not None
            yield item
        left_out = len(self._seen) >= self._settings.link_limit
        more = f", links beyond {self._settings.link_limit:,} left out" if left_out else ""
        yield Item(
            listing.raw.source,
            skipped=f"a {listing.kind}, {count} articles in it{more}",
            fetched=fetched if whole else None,
        )

    def _linked(self, listing: Listing, depth: int) -> Iterator[Item]:
        leads = feed.leads if listing.kind is Kind.FEED else sitemap.leads
        for lead in leads(listing):
            if self._is_new(lead.url):
                yield self._lead(lead)
        if listing.kind is Kind.SITEMAP:
            for url in sitemap.maps(listing):
                if depth >= self._settings.sitemap_depth:
                    yield Item(url, skipped=f"a sitemap more than {depth} deep")
                elif self._is_new(url):
                    yield from guarded(url, self.page(url, depth + 1))

    def _is_new(self, url: str) -> bool:
        """Return whether a link is to be followed, which it then is not again."""
        if url in self._seen or len(self._seen) >= self._settings.link_limit:
            return False
        self._seen.add(url)
        return True

    def _lead(self, lead: Lead) -> Item:
        """Return the article of a lead's page, or else the text that the lead itself has."""
        item = _front(lead.url) or next(guarded(lead.url, self._visited(lead)))
        if item.error is None and item.skipped != FORBIDDEN:
            return item
        try:
            return Item(item.source, finish(Raw(lead.url, b""), lead.told, self._settings))
        except SourceError:
            return item

    def _visited(self, lead: Lead) -> Iterator[Item]:
        page = self._visitor.visit(lead.url)
        if isinstance(page, str):
            yield Item(lead.url, skipped=page)
            return
        found = one(page.raw, self._settings)
        if isinstance(found, Listing) or found.article is None:
            raise SourceError(lead.url, f"a {Kind.FEED} in an article's place", "add it by itself")
        yield replace(found, article=_filled(found.article, lead.told), fetched=page.fetched)


def _front(url: str) -> Item | None:
    """Return the item for a site's front page, which has no text of its own; None for others."""
    parts = urlsplit(url)
    if parts.query or not FRONT.fullmatch(parts.path):
        return None
    return Item(url, skipped="an index page; add the site's feed or sitemap")


def _filled(article: Article, told: Article) -> Article:
    """Return `article` with what its page does not say, or says less exactly than the lead."""
    published = article.published
    if told.published and (not published or told.published.startswith(published)):
        published = told.published
    return replace(
        article,
        title=article.title or told.title,
        outlet=article.outlet or told.outlet,
        byline=article.byline or told.byline,
        published=published,
    )
