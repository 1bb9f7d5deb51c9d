"""Brings the times that sources give to ISO 8601, no more precise than they were given."""

from __future__ import annotations

import re
from datetime import datetime

YEAR_OR_MONTH = re.compile(r"\d{4}(-(0[1-9]|1[0-2]))?")
DAY = re.compile(r"\d{4}-\d{2}-\d{2}|\d{8}")


def iso(value: str) -> str | None:
    """Return `value` in ISO 8601's extended form, or None if it is in none of its forms."""
    value = value.strip()
    if YEAR_OR_MONTH.fullmatch(value):
        return value
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        return None
    return moment.date().isoformat() if DAY.fullmatch(value) else moment.isoformat()
