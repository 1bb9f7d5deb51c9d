"""Reads an article that another program has already taken apart into a JSON record."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from urllib.parse import urlsplit

from ondit.errors import SourceError
from ondit.ingest.date import iso
from ondit.ingest.field import fields, folded, values
from ondit.ingest.language import code
from ondit.ingest.lead import Lead
from ondit.ingest.raw import Raw
from ondit.late import late
from ondit.records import Article

SURROGATE = re.compile("[\ud800-\udfff]")
WEB = re.compile("https?://", re.IGNORECASE)
# How NewsAPI ends the texts that it shortens.
CUT = re.compile(r"\[\+\d+ chars\]\s*$")
MARKUP = re.compile(
    r"</?(?:p|div|br|a|b|i|em|strong|span|h[1-6]|ul|ol|li)\b[^<>]*+>", re.IGNORECASE
)


def load(raw: Raw, record: str) -> dict[str, object]:
    """Return the JSON object `record`; raise SourceError if it is none."""
    try:
        return _object(raw, json.loads(record))
    except json.JSONDecodeError as error:
        if error.msg == "Extra data":
            raise SourceError(
                raw.source, "several JSON records in one source", "ondit add takes them"
            ) from error
        place = f"line {error.lineno}, column {error.colno}"
        raise SourceError(raw.source, "invalid JSON", f"{error.msg} at {place}") from error
    except (RecursionError, ValueError) as error:
        raise SourceError(
            raw.source, "invalid JSON", "nested too deep, or a huge number"
        ) from error


def parse(raw: Raw, found: object) -> Article:
    """Return the article in the record that JSON held.

    Raise SourceError if it is no object, has no text, or a field is not what it should be.
    """
    record = folded(_object(raw, found))
    text = _text(raw, record)
    if text is None:
        raise SourceError(raw.source, "a JSON record without text", 'add the field "text"')
    return replace(_about(raw, record), text=text)


def lead(raw: Raw, found: object) -> Lead | None:
    """Return where the article of a record is that has an address and not the whole text.

    Raise SourceError if a field is not what it should be.
    """
    record = folded(found) if isinstance(found, dict) else {}
    address = _string(raw, record, "url")
    if not address or not WEB.match(address) or _is_whole(record):
        return None
    return Lead(address, replace(_about(raw, record), text=_text(raw, record) or ""))


def members(found: object) -> list[object]:
    """Return the records that a record without a text holds, as the answers of services do."""
    record = folded(found) if isinstance(found, dict) else {}
    lists = (value for _, value in values(record, fields()["members"]) if isinstance(value, list))
    return [] if _is_whole(record) else next(lists, [])


def _object(raw: Raw, found: object) -> dict[str, object]:
    if not isinstance(found, dict):
        raise SourceError(raw.source, "not a JSON object", 'give {"text": "..."}')
    return found


def _about(raw: Raw, record: dict[str, object]) -> Article:
    """Return all but the text."""
    outlet = _string(raw, record, "outlet")
    return Article(
        text="",
        title=_string(raw, record, "title"),
        outlet=_host(outlet) if outlet else None,
        url=_string(raw, record, "url") or raw.url,
        language=code(_string(raw, record, "language")),
        published=_date(raw, record),
        byline=_string(raw, record, "byline"),
        canonical=_string(raw, record, "canonical"),
    )


def _is_whole(record: dict[str, object]) -> bool:
    """Return whether a record has a text that is not marked as cut off."""
    texts = (value for name in ("text", "html") for _, value in values(record, fields()[name]))
    return any(value and not CUT.search(str(value)) for value in texts)


def _text(raw: Raw, record: dict[str, object]) -> str | None:
    plain = _string(raw, record, "text")
    if plain is not None:
        return plain
    found = _string(raw, record, "html")
    if found and MARKUP.search(found):
        return str(late("ondit.ingest.fragment", "text")(raw, found))
    return found


def _string(raw: Raw, record: dict[str, object], name: str) -> str | None:
    """Return the first value of a field that is one; a text must be nothing else than a string."""
    field = fields()[name]
    for alias, value in values(record, field):
        given = [one for one in (value if isinstance(value, list) else [value]) if one is not None]
        strings = [one for one in given if isinstance(one, str) and one.strip()]
        if alias == "text" and any(not isinstance(one, str) for one in given):
            raise SourceError(raw.source, '"text" is not a string', "correct the record")
        if strings:
            found = strings[0] if field.joint is None else field.joint.join(strings)
            return _sound(raw, alias, found if name == "text" else found.strip())
    return None


def _sound(raw: Raw, alias: str, value: str) -> str:
    if "\0" in value or SURROGATE.search(value):
        raise SourceError(
            raw.source, f'"{alias}" holds NUL or half of a surrogate pair', "correct the record"
        )
    return value


def _date(raw: Raw, record: dict[str, object]) -> str | None:
    for alias, value in values(record, fields()["published"]):
        if isinstance(value, bool | dict | list) or not str(value).strip():
            continue
        found = iso(str(value))
        if found is None:
            raise SourceError(
                raw.source, f'"{alias}" is no date', "write it as 2025-08-19 or with a time"
            )
        return found
    return None


def _host(outlet: str) -> str:
    """Return the host of an outlet that is given by its address."""
    host = urlsplit(outlet).hostname if "://" in outlet else None
    return host.removeprefix("www.") if host else outlet
