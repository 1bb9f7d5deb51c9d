"""Reduces a page to its article: the text without what stands around it, and who ran it when."""

from __future__ import annotations

import logging
import re

from trafilatura import bare_extraction, baseline
from trafilatura.settings import Document

from ondit.errors import SourceError
from ondit.ingest.canonical import canonical
from ondit.ingest.date import iso
from ondit.ingest.language import code, detect
from ondit.ingest.markup import check
from ondit.ingest.raw import Raw
from ondit.records import Article

# htmldate writes midnight where the page has no time of day.
DATE_FORM = "%Y-%m-%dT%H:%M:%S%z"
NO_TIME = "T00:00:00"
LANGUAGE = re.compile(r"<html\b[^>]{0,500}?\slang\s*=\s*[\"']?([\w-]{2,20})", re.IGNORECASE)

for name in ("trafilatura", "htmldate"):
    logging.getLogger(name).setLevel(logging.CRITICAL)


def parse(raw: Raw, page: str) -> Article:
    """Return the article in `page`, its paragraphs separated by one blank line.

    Raise SourceError if no article can be found in it.
    """
    check(raw, page)
    document, body = _document(raw, page)
    text = _paragraphs(body)
    if not text:
        raise SourceError(raw.source, "no article found in this page", "give its text instead")
    declared = LANGUAGE.search(page)
    if document is None:
        return Article(text, url=raw.url, canonical=canonical(page, raw.url))
    return Article(
        text,
        title=document.title or None,
        outlet=document.sitename or document.hostname or None,
        url=raw.url or document.url or None,
        # What templates declare is often the language of the site's makers, so the text goes first.
        language=detect(text) or (code(declared[1]) if declared else None),
        published=_published(document.date),
        byline=document.author or None,
        canonical=canonical(page, raw.url or document.url),
    )


def _document(raw: Raw, page: str) -> tuple[Document | None, str]:
    """Return what is known of the page, if it is, and its text, perhaps none."""
    try:
        found = bare_extraction(
            page,
            url=raw.url,
            include_comments=False,
            with_metadata=True,
            date_extraction_params={
                "outputformat": DATE_FORM,
                "original_date": True,
                "extensive_search": True,
            },
        )
        document = found if isinstance(found, Document) else None
        return document, (document and document.text) or baseline(page)[1]
    except Exception as error:
        # The extractor and its parser fail in many ways on pages made to break them.
        raise SourceError(
            raw.source, "a page that cannot be taken apart", "give its text"
        ) from error


def _paragraphs(text: str) -> str:
    lines = (line.strip() for line in text.splitlines())
    return "\n\n".join(line for line in lines if line)


def _published(date: str | None) -> str | None:
    return iso(date.removesuffix(NO_TIME)) if date else None
