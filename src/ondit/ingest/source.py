"""Takes a source through to an article, whatever it is: the stage's one entrance."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import cast

from ondit.config import Settings
from ondit.errors import SourceError
from ondit.ingest import file, record
from ondit.ingest.encoding import decode
from ondit.ingest.kind import Kind, kind_of
from ondit.ingest.language import code, detect
from ondit.ingest.raw import Raw
from ondit.ingest.signature import refuse_binary
from ondit.late import late
from ondit.records import Article

URL = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)
NO_TEXT = re.compile("[\0\ud800-\udfff]")
TOLD = ("title", "outlet", "url", "published", "byline", "canonical")
DEFAULTS = Settings()


def ingest(source: str, settings: Settings = DEFAULTS) -> Article:
    """Return the article that `source` holds: a path, an http(s) URL, or "-" for standard input.

    Raise SourceError if it cannot be read or holds no article.
    """
    raw = _load(source, settings)
    page = text(raw)
    return article(raw, page, kind_of(page), settings)


def text(raw: Raw) -> str:
    """Return the bytes of a source as text; raise SourceError if they are none."""
    if not raw.data.strip():
        raise SourceError(raw.source, "empty", "give an article's text")
    refuse_binary(raw)
    return decode(raw)


def article(raw: Raw, page: str, kind: Kind, settings: Settings) -> Article:
    """Return the article that a text of some kind holds; raise SourceError if it holds none."""
    return finish(raw, _parse(raw, page, kind), settings)


def finish(raw: Raw, found: Article, settings: Settings) -> Article:
    """Return an article as it is stored, whatever it was made of.

    Raise SourceError if there are no words in it.
    """
    body = found.text.replace("\r\n", "\n").replace("\r", "\n")
    if not any(character.isalpha() for character in body):
        raise SourceError(raw.source, "no words in it", "give an article's text")
    if NO_TEXT.search(body):
        raise SourceError(raw.source, "NUL or half of a surrogate pair in it", "correct the text")
    language = code(settings.language) or found.language or detect(body)
    return _clean(replace(found, text=body, language=language))


def _clean(found: Article) -> Article:
    """Drop what no database keeps from what pages say about themselves, in JSON above all."""
    told = {name: getattr(found, name) for name in TOLD}
    unsound = {name: value for name, value in told.items() if value and NO_TEXT.search(value)}
    return replace(found, **{name: NO_TEXT.sub("", value) for name, value in unsound.items()})


def _load(source: str, settings: Settings) -> Raw:
    if URL.match(source):
        return cast("Raw", late("ondit.ingest.fetch", "fetch")(source, settings))
    return file.load(source, settings.byte_limit)


def _parse(raw: Raw, page: str, kind: Kind) -> Article:
    match kind:
        case Kind.HTML:
            return cast("Article", late("ondit.ingest.html", "parse")(raw, page))
        case Kind.RECORD:
            return record.parse(raw, record.load(raw, page))
        case Kind.FEED | Kind.SITEMAP:
            raise SourceError(raw.source, f"a {kind}, not an article", "ondit add takes it")
        case Kind.XML:
            raise SourceError(raw.source, "XML, not an article", "give text, HTML or a JSON record")
        case Kind.TEXT:
            return Article(page, url=raw.url)
