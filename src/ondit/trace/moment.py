"""When an article was published, as far as its stamp tells: an interval, in hours since 1970.

A stamp without a time covers its day in every time zone, one without a zone all of them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

HOUR = 3600.0
EAST, WEST, DAY = 14.0, 12.0, 24.0
"""Hours by which the clocks of the world are ahead of and behind UTC; hours of a day."""

SLACK = 0.25
"""Hours by which clocks of two sites may differ: a quarter, as feeds are often rounded to it."""


@dataclass(frozen=True, slots=True)
class Moment:
    """The earliest and the latest hour that a stamp can mean."""

    earliest: float
    latest: float

    def before(self, other: Moment) -> bool:
        """Return whether this is surely earlier than `other`."""
        return self.latest + SLACK < other.earliest

    def hours_to(self, other: Moment) -> float:
        """Return the hours from the middle of this to the middle of `other`."""
        return (other.earliest + other.latest - self.earliest - self.latest) / 2


ALWAYS = Moment(0.0, 1e9)
"""What is known of an article without a stamp."""


def moment(stamp: str | None) -> Moment:
    """Return when a stamp of ISO 8601 is; `ALWAYS` if there is none that can be read."""
    try:
        found = datetime.fromisoformat(stamp or "")
    except ValueError:
        return ALWAYS
    if found.tzinfo:
        hour = found.timestamp() / HOUR
        return Moment(hour, hour)
    hour = found.replace(tzinfo=UTC).timestamp() / HOUR
    day = DAY if "T" not in str(stamp) and " " not in str(stamp) else 0.0
    return Moment(hour - EAST, hour + day + WEST)
