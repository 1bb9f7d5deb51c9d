"""Brings the times that sources give to ISO 8601, no more precise than they were given."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

YEAR_OR_MONTH = re.compile(r"\d{4}(-(0[1-9]|1[0-2]))?")
DAY = re.compile(r"\d{4}-\d{2}-\d{2}|\d{8}")
COMPACT = re.compile(r"(\d{8})(\d{6})")
SECONDS = re.compile(r"-?\d{9,10}(?:\.\d*)?")
MILLISECONDS = re.compile(r"-?\d{12,13}")


def iso(value: str) -> str | None:
    """Return `value` in ISO 8601's extended form, or None if it is no date.

    Besides the forms of ISO 8601 it may be a mail's date (RFC 5322, as in RSS), fourteen digits
    (GDELT), or a number of seconds or milliseconds since 1970.
    """
    value = value.strip()
    if YEAR_OR_MONTH.fullmatch(value):
        return value
    try:
        moment = _moment(value)
    except (ValueError, OverflowError, OSError):
        return None
    return moment.date().isoformat() if DAY.fullmatch(value) else moment.isoformat()


def _moment(value: str) -> datetime:
    if MILLISECONDS.fullmatch(value):
        return datetime.fromtimestamp(int(value) / 1000, UTC)
    if SECONDS.fullmatch(value):
        return datetime.fromtimestamp(int(float(value)), UTC)
    if "," in value:
        return parsedate_to_datetime(value)
    return datetime.fromisoformat(COMPACT.sub(r"\1T\2", value))
