"""Readings as JSON lines, one a line: the form other programs take them in (schema.json)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import fields, is_dataclass
from importlib.resources import files
from typing import Any

from cattrs import Converter
from cattrs.errors import BaseValidationError

from ondit.errors import RecordError
from ondit.records import (
    Article,
    Attribution,
    Chain,
    Coreference,
    Credit,
    Entity,
    Mention,
    Naming,
    Reading,
    Span,
    Timex,
    wording,
)

VERSION = 1
ARTICLE_FIELDS = ("title", "outlet", "url", "language", "published", "byline", "canonical")
LISTS: dict[str, type] = {
    "mentions": Mention,
    "coreferences": Coreference,
    "credits": Credit,
    "timexes": Timex,
    "entities": Entity,
    "namings": Naming,
}
"""The lists of a reading that stand in its record as they are."""

# JSON allows these raw, but readers of lines end a line at some and UTF-8 has none of others.
ESCAPED = re.compile("[\x85\u2028\u2029\ud800-\udfff]")


def _converter() -> Converter:
    """Return what turns records into plain JSON and back; spans are pairs."""
    converter = Converter(forbid_extra_keys=True, detailed_validation=False)
    converter.register_unstructure_hook(Span, lambda span: [span.begin, span.end])
    converter.register_structure_hook(Span, lambda pair, _: Span(*map(int, pair)))
    return converter


CONVERTER = _converter()


def schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) that every record is valid by."""
    found: dict[str, Any] = json.loads((files("ondit.show") / "schema.json").read_text("utf-8"))
    return found


def to_line(reading: Reading) -> str:
    """Return `reading` as one line of JSON, without the line break."""
    article = reading.article
    chains: Sequence[Chain | None] = reading.chains or [None] * len(reading.attributions)
    record = {
        "ondit": VERSION,
        "id": article.id,
        **{name: getattr(article, name) for name in ARTICLE_FIELDS},
        "text": article.text,
        **{name: CONVERTER.unstructure(getattr(reading, name)) for name in LISTS},
        "summary": reading.summary,
        "attributions": [
            _attribution(one, chain, article.text)
            for one, chain in zip(reading.attributions, chains, strict=True)
        ],
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
    except (
        KeyError, TypeError, ValueError, AttributeError, RecursionError, BaseValidationError,
    ) as error:  # fmt: skip
        raise RecordError(
            "not a record of a reading", f"{type(error).__name__}: {error}"
        ) from error
    _check(reading, record["id"])
    return reading


def _attribution(one: Attribution, chain: Chain | None, text: str) -> dict[str, object]:
    row: dict[str, object] = CONVERTER.unstructure(one)
    return row | {
        "chain": CONVERTER.unstructure(chain) if chain else None,
        "text": {
            "source": wording(one.source, text),
            "cue": wording(one.cue, text),
            "content": wording(one.content, text),
        },
    }


def _reading(record: dict[str, Any]) -> Reading:
    article = Article(record["text"], **{name: record[name] for name in ARTICLE_FIELDS})
    lists: dict[str, Any] = {
        name: tuple(CONVERTER.structure(row, kind) for row in record[name])
        for name, kind in LISTS.items()
    }
    rows = record["attributions"]
    chains = tuple(CONVERTER.structure(row["chain"], Chain) for row in rows if row["chain"])
    return Reading(
        article,
        attributions=tuple(_parsed(row) for row in rows),
        chains=chains,
        summary=str(record["summary"]),
        **lists,
    )


def _parsed(row: dict[str, Any]) -> Attribution:
    own = {key: value for key, value in row.items() if key not in ("chain", "text")}
    return CONVERTER.structure(own, Attribution)


def _check(reading: Reading, identity: object) -> None:
    if reading.article.id != identity:
        raise RecordError("a record whose id is not its text's", "was the text changed?")
    length = len(reading.article.text)
    if any(span.end > length for span in _spans(reading)):
        raise RecordError("a record with offsets beyond its text", "was the text changed?")


def _spans(value: object) -> Iterator[Span]:
    """Yield every span in a record, however deep."""
    if isinstance(value, Span):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from _spans(one)
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from _spans(getattr(value, field.name))
