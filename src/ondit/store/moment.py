"""Points in time as an archive keeps them, so that they sort by their characters."""

from __future__ import annotations

from datetime import UTC, datetime

DAY = len("2025-08-18")


def now() -> str:
    """Return the time in UTC, to the second."""
    return _utc(datetime.now(UTC))


def moment(published: str | None) -> str | None:
    """Return an ISO 8601 time in UTC; a day or less precise stays as it is, and so does a time
    without a zone. None for what is neither."""
    if not published or not published[:4].isdigit():
        return None
    try:
        found = datetime.fromisoformat(published)
    except ValueError:
        return published
    if len(published) <= DAY or not found.tzinfo:
        return published
    try:
        return _utc(found)
    except OverflowError:
        return published


def _utc(found: datetime) -> str:
    return found.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
