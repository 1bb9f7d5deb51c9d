"""Reads an article that another program has already taken apart into a JSON record."""

from __future__ import annotations

import json

from ondit.errors import SourceError
from ondit.ingest.date import iso
from ondit.ingest.language import code
from ondit.ingest.raw import Raw
from ondit.records import Article

TEXT_FIELDS = ("title", "outlet", "url", "language", "published", "byline")


def parse(raw: Raw, record: str) -> Article:
    """Return the article in the JSON object `record`.

    Raise SourceError if it is no JSON object, if `text` is missing, or if a field is not what
    it should be.
    """
    fields = _object(raw, record)
    if "text" not in fields:
        raise SourceError(raw.source, "a JSON record without text", 'add the field "text"')
    values = {name: _string(raw, fields, name) for name in TEXT_FIELDS}
    return Article(
        text=_string(raw, fields, "text") or "",
        title=values["title"],
        outlet=values["outlet"],
        url=values["url"] or raw.url,
        language=code(values["language"]),
        published=_date(raw, values["published"]),
        byline=values["byline"],
    )


def _object(raw: Raw, record: str) -> dict[str, object]:
    try:
        found = json.loads(record)
    except json.JSONDecodeError as error:
        if error.msg == "Extra data":
            raise SourceError(
                raw.source, "several JSON records in one source", "give each its own file"
            ) from error
        place = f"line {error.lineno}, column {error.colno}"
        raise SourceError(raw.source, "invalid JSON", f"{error.msg} at {place}") from error
    except (RecursionError, ValueError) as error:
        raise SourceError(
            raw.source, "invalid JSON", "nested too deep, or a huge number"
        ) from error
    if not isinstance(found, dict):
        raise SourceError(raw.source, "not a JSON object", 'give {"text": "..."}')
    return found


def _string(raw: Raw, fields: dict[str, object], name: str) -> str | None:
    value = fields.get(name)
    if value is None:
        return None
    if not isinstance(value, str):
        raise SourceError(raw.source, f'"{name}" is not a string', "correct the record")
    if "\0" in value or not _is_unicode(value):
        raise SourceError(
            raw.source, f'"{name}" holds NUL or half of a surrogate pair', "correct the record"
        )
    return value if name == "text" else value.strip() or None


def _is_unicode(value: str) -> bool:
    return not any("\ud800" <= character <= "\udfff" for character in value)


def _date(raw: Raw, value: str | None) -> str | None:
    if value is None:
        return None
    found = iso(value)
    if found is None:
        raise SourceError(
            raw.source, '"published" is no ISO 8601 date', "write it as 2025-08-19 or with a time"
        )
    return found
