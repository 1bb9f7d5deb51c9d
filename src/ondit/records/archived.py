"""What an archive is asked for, and what it answers with."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from ondit.records.article import Span
from ondit.records.attribution import Act, Attribution, Via
from ondit.records.chain import Standing
from ondit.records.reading import Reading


class Format(StrEnum):
    """What an export is written in: readings whole, a row for each attribution, or a graph."""

    JSONL = "jsonl"
    CSV = "csv"
    PARQUET = "parquet"
    JSONLD = "jsonld"
    GRAPHML = "graphml"
    GEXF = "gexf"


@dataclass(frozen=True, slots=True)
class Selection:
    """Which articles, or which attributions of them, are meant: those for which all that is
    given holds.

    `words` stand in a content, `source` is a name or an entity's id, `outlet` a name or a site.
    `since` and `until` are ISO 8601 dates or times, both included. `limit` bounds how many are
    given, `after` is the `cursor` of the last one that was given before.
    """

    words: str | None = None
    source: str | None = None
    outlet: str | None = None
    act: Act | None = None
    via: Via | None = None
    standing: Standing | None = None
    language: str | None = None
    since: str | None = None
    until: str | None = None
    articles: tuple[str, ...] | None = None
    limit: int | None = None
    after: str | None = None


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """An article in a list: what it is and how much was found in it, without its text.

    `version` counts from 1; `seen` is when that version was added (UTC).
    """

    id: str
    version: int
    seen: str
    title: str | None
    outlet: str | None
    url: str | None
    language: str | None
    published: str | None
    attributions: int
    cursor: str


@dataclass(frozen=True, slots=True)
class Hit:
    """An attribution that was searched for, and the article that has it.

    `source` is who said it, by name; `text` the words of its content, and `matches` the parts of
    them that were asked for, as characters of `text`. `score` in [0, 1] is the part of the
    content that they cover, or how near its meaning comes (cosine).
    """

    article: ArticleRow
    attribution: Attribution
    source: str
    standing: Standing | None
    text: str
    matches: tuple[Span, ...]
    score: float
    cursor: str


@dataclass(frozen=True, slots=True)
class Version:
    """One state of an article's text. `seen` is when it was added (UTC).

    `added` and `removed` are the contents that it has and the version before had not, and those
    that the version before had and it has not; words alone, without regard to blanks.
    """

    number: int
    seen: str
    reading: Reading
    added: tuple[str, ...]
    removed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Fetched:
    """What a server said about a page, so that it need not send it again unchanged.

    `fetched_at` is in seconds since 1970 (UTC).
    """

    etag: str | None
    last_modified: str | None
    fetched_at: float
