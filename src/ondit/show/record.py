"""Readings as JSON lines, one a line: the form other programs take them in (schema.json)."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from importlib.resources import files
from typing import Any

from ondit.errors import RecordError
from ondit.records import (
    Act,
    Article,
    Attribution,
    Form,
    Mention,
    MentionType,
    Reading,
    Span,
    Via,
)
from ondit.show.wording import wording

VERSION = 1
ARTICLE_FIELDS = ("title", "outlet", "url", "language", "published", "byline")
# JSON allows these raw, but readers of lines end a line at some and UTF-8 has none of others.
ESCAPED = re.compile("[\x85\u2028\u2029\ud800-\udfff]")


def schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) that every record is valid by."""
    found: dict[str, Any] = json.loads((files("ondit.show") / "schema.json").read_text("utf-8"))
    return found


def to_line(reading: Reading) -> str:
    """Return `reading` as one line of JSON, without the line break."""
    article = reading.article
    record = {
        "ondit": VERSION,
        "id": article.id,
        **{name: getattr(article, name) for name in ARTICLE_FIELDS},
        "text": article.text,
        "mentions": [
            {"span": _pair(mention.span), "type": mention.type} for mention in reading.mentions
        ],
        "attributions": [_attribution(one, article.text) for one in reading.attributions],
    }
    line = json.dumps(record, ensure_ascii=False, allow_nan=False)
    return ESCAPED.sub(lambda found: f"\\u{ord(found[0]):04x}", line)


def from_line(line: str) -> Reading:
    """Return the reading that `line` holds; the inverse of `to_line`.

    Raise RecordError if it is no record of this version, or if its offsets and its text do not
    belong together.
    """
    try:
        record = json.loads(line)
        if record["ondit"] != VERSION:
            raise RecordError(f"a record of version {record['ondit']}", f"this is {VERSION}")
        reading = _reading(record)
    except (KeyError, TypeError, ValueError, RecursionError) as error:
        raise RecordError(
            "not a record of a reading", f"{type(error).__name__}: {error}"
        ) from error
    _check(reading, record["id"])
    return reading


def _pair(span: Span) -> list[int]:
    return [span.begin, span.end]


def _attribution(one: Attribution, text: str) -> dict[str, object]:
    return {
        "id": one.id,
        "parent": one.parent,
        "source": [_pair(span) for span in one.source],
        "cue": [_pair(span) for span in one.cue],
        "content": [_pair(span) for span in one.content],
        "condition": [_pair(span) for span in one.condition],
        "act": one.act,
        "via": one.via,
        "form": one.form,
        "probability": one.probability,
        "text": {
            "source": wording(one.source, text),
            "cue": wording(one.cue, text),
            "content": wording(one.content, text),
        },
    }


def _reading(record: dict[str, Any]) -> Reading:
    article = Article(record["text"], **{name: record[name] for name in ARTICLE_FIELDS})
    mentions = tuple(
        Mention(Span(*row["span"]), MentionType(row["type"])) for row in record["mentions"]
    )
    return Reading(article, mentions, tuple(_parsed(row) for row in record["attributions"]))


def _parsed(row: dict[str, Any]) -> Attribution:
    return Attribution(
        id=int(row["id"]),
        parent=None if row["parent"] is None else int(row["parent"]),
        source=_spans(row["source"]),
        cue=_spans(row["cue"]),
        content=_spans(row["content"]),
        condition=_spans(row["condition"]),
        act=Act(row["act"]),
        via=Via(row["via"]),
        form=Form(row["form"]),
        probability=float(row["probability"]),
    )


def _spans(pairs: Sequence[Sequence[int]]) -> tuple[Span, ...]:
    return tuple(Span(begin, end) for begin, end in pairs)


def _check(reading: Reading, identity: object) -> None:
    if reading.article.id != identity:
        raise RecordError("a record whose id is not its text's", "was the text changed?")
    length = len(reading.article.text)
    parts = (
        span
        for one in reading.attributions
        for span in (*one.source, *one.cue, *one.content, *one.condition)
    )
    if any(span.end > length for span in (*parts, *(one.span for one in reading.mentions))):
        raise RecordError("a record with offsets beyond its text", "was the text changed?")
