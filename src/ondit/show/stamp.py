"""When an article was published, as a place on a time axis and in few words."""

from __future__ import annotations

import math
from datetime import UTC, datetime

HOUR = 3600.0
DAY = len("2034-02-12")


def hours(stamp: str | None) -> float:
    """Return an ISO 8601 stamp in hours since 1970, one without a zone taken for UTC.

    A date is its first moment; infinity is returned for what is no stamp.
    """
    try:
        found = datetime.fromisoformat(stamp or "")
    except ValueError:
        return math.inf
    return (found if found.tzinfo else found.replace(tzinfo=UTC)).timestamp() / HOUR


def brief(stamp: str | None) -> str:
    """Return a stamp to the minute and in UTC, as precise as it was given: "2034-02-12 05:30"."""
    if not stamp:
        return "no date"
    if len(stamp) <= DAY or math.isinf(hours(stamp)):
        return stamp
    return f"{moment(hours(stamp)):%Y-%m-%d %H:%M}"


def moment(hour: float) -> datetime:
    """Return the time, in UTC, that is some hours after 1970."""
    return datetime.fromtimestamp(hour * HOUR, UTC)
