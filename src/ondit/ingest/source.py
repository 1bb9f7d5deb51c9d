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
DEFAULTS = Settings()


def ingest(source: str, settings: Settings = DEFAULTS) -> Article:
    """Return the article that `source` holds: a path, an http(s) URL, or "-" for standard input.

    Raise SourceError if it cannot be read or holds no article.
    """
    raw = _load(source, settings)
    if not raw.data.strip():
        raise SourceError(raw.source, "empty", "give an article's text")
    refuse_binary(raw)
    article = _parse(raw, decode(raw))
    return _finish(raw, article, settings)


def _load(source: str, settings: Settings) -> Raw:
    if URL.match(source):
        return cast("Raw", late("ondit.ingest.fetch", "fetch")(source, settings))
    return file.load(source, settings.byte_limit)


def _parse(raw: Raw, text: str) -> Article:
    match kind_of(text):
        case Kind.HTML:
            return cast("Article", late("ondit.ingest.html", "parse")(raw, text))
        case Kind.RECORD:
            return record.parse(raw, text)
        case Kind.XML:
            raise SourceError(raw.source, "XML, not an article", "give text, HTML or a JSON record")
        case Kind.TEXT:
            return Article(text, url=raw.url)


def _finish(raw: Raw, article: Article, settings: Settings) -> Article:
    text = article.text.replace("\r\n", "\n").replace("\r", "\n")
    if not any(character.isalpha() for character in text):
        raise SourceError(raw.source, "no words in it", "give an article's text")
    language = code(settings.language) or article.language
    return replace(article, text=text, language=language or detect(text))
