"""What a text has said so far of when: that is what its next expression may count from."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date

from ondit.records import Span, Timex, TimexKind
from ondit.resolve.edtf import Moment, Unit, day_in, of_date

WINDOW = 120
"""Days before or after the publication within which a date without a year is taken to lie. Of the
44 days without a year in the ten relay families, all within 81 days, none is left out."""

YEAR_OR_BREAK = re.compile(r"\d{4}|\n")
"""What parts a distance in months or years from what it may count from."""


@dataclass(slots=True)
class Timeline:
    """The publication of a text, the expressions read in it so far, and the years it has stated."""

    text: str
    published: Moment
    earlier: list[tuple[Span, Moment]] = field(default_factory=list)
    stated: list[tuple[int, int]] = field(default_factory=list)

    def keep(
        self, span: Span, moment: Moment, anchor: Span | None = None, *, relative: bool = False
    ) -> Timex:
        """Return a moment as an expression, and keep it for those that count from it."""
        if not (moment.last and relative):
            self.earlier.append((span, moment))
        if relative and moment.unit is Unit.YEAR and moment.year:
            self.stated.append((span.begin, moment.year))
        kind = TimexKind.INTERVAL if moment.last else TimexKind.DATE
        return Timex(span, str(moment), kind, anchor, relative)

    def state(self, year: int, begin: int) -> None:
        """Keep a year that the text states at a place."""
        self.stated.append((begin, year))

    def last(self, unit: Unit, begin: int) -> tuple[Span | None, Moment]:
        """Return the last expression before `begin` that is fine enough to count `unit`s from.

        Months and years, which may lead to another year, count only from the last expression of
        all, in the same paragraph, with no number between that may be a year.
        """
        if unit <= Unit.WEEK:
            for span, moment in reversed(self.earlier):
                start = moment.last or moment
                if start.unit is Unit.DAY:
                    return span, start
        elif self.earlier:
            span, moment = self.earlier[-1]
            start = moment.last or moment
            if start.unit <= unit and not YEAR_OR_BREAK.search(self.text, span.end, begin):
                return span, start
        return None, Moment(Unit.DAY)

    def year_of(self, moment: Moment, begin: int) -> int | None:
        """Return the year that puts a moment near the publication, or None if it is open.

        It is open too where the same paragraph has just stated another year.
        """
        today = self.published.date
        if today is None or moment.month is None:
            return None
        nearest = min(
            (one for year in (-1, 0, 1) if (one := day_in(today.year + year, moment))),
            key=lambda one: abs((one - today).days),
            default=None,
        )
        if nearest is None or abs((nearest - today).days) > WINDOW:
            return None
        paragraph = self.text.rfind("\n", 0, begin)
        said = [year for at, year in self.stated if at > paragraph]
        return None if said and said[-1] != nearest.year else nearest.year


def published(value: str | None) -> Moment:
    """Return the day of an ISO 8601 date or time; one that is open if it gives no day."""
    try:
        return of_date(date.fromisoformat((value or "")[:10]))
    except ValueError:
        return Moment(Unit.DAY)
