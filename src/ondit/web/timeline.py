"""What happens when, as articles tell it: of all, or about somebody or something."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import ClassVar

from ondit.records import Article, Reading
from ondit.records.chronicle import Entry
from ondit.show.branch import standing
from ondit.show.stamp import brief
from ondit.show.timeline import timeline_lines
from ondit.show.trail import words
from ondit.show.wording import one_line, sources
from ondit.web.claim import address
from ondit.web.holdings import Holdings, Told
from ondit.web.question import Question, question, text
from ondit.web.view import Table

MONTH = len("2034-02")
HEADER = (
    *("when", "dated", "chain", "standing", "words", "outlets", "article", "attribution"),
    "claim",
)


@dataclass(frozen=True, slots=True)
class Event:
    """An entry of a timeline, in the article that has it first; `id` is None where the archive
    knows that by no id. `words` are what is told, `standing` "" where it was not resolved."""

    entry: Entry
    id: str | None
    reading: Reading
    words: str
    standing: str

    @property
    def article(self) -> Article:
        """The article that has it first."""
        return self.reading.article

    @property
    def when(self) -> str:
        """The date that it gives, or else when it was said."""
        return self.entry.when if self.entry.dated else brief(self.entry.when)

    @property
    def chain(self) -> tuple[str, ...]:
        """Through whose hands it came, from the outlet inwards."""
        if self.entry.attribution is None:
            return (one_line(self.entry.outlets[0]),)
        return sources(self.reading, self.reading.attributions[self.entry.attribution - 1])

    @property
    def claim(self) -> str | None:
        """The address of its claim, if several carry it."""
        return address(self.entry.ref) if self.entry.claim else None


@dataclass(frozen=True, slots=True)
class Timeline:
    """Events in the order of time; `about` is whom or what they are about, if that was asked."""

    template: ClassVar[str] = "timeline.html"
    about: str | None
    question: Question
    told: Told

    @property
    def title(self) -> str:
        """Whom or what it is about."""
        return self.about or "Timeline"

    @property
    def events(self) -> Iterator[Event]:
        """All that is told, each thing once."""
        chronicle, ids = self.told.chronicle, self.told.ids
        for entry in chronicle.entries:
            name = entry.ref.article
            said = words(entry.ref, chronicle.documents)
            stands = standing(entry.ref, chronicle.documents)
            reading = chronicle.documents[name].reading
            yield Event(entry, ids.get(name), reading, said, stands)

    @property
    def months(self) -> Iterator[tuple[str, tuple[Event, ...]]]:
        """The events, month by month."""
        for month, events in groupby(self.events, key=lambda one: one.when[:MONTH]):
            yield month, tuple(events)

    def json(self) -> str:
        """Return the entries as `ondit timeline --json` writes them."""
        return f'{{"entries": [{", ".join(timeline_lines(self.told.chronicle))}]}}'

    def table(self) -> Table:
        """Return a row for each entry."""
        return Table(HEADER, tuple(map(_row, self.events)))


def timeline(holdings: Holdings, given: Mapping[str, str]) -> Timeline:
    """Return the page that is asked for. Raise UsageError."""
    about, asked = text(given, "about"), question(given)
    chosen = asked.selection
    told = holdings.timeline(about, chosen.since, chosen.until, asked.limit)
    return Timeline(about, asked, told)


def _row(one: Event) -> tuple[object, ...]:
    entry = one.entry
    told = (entry.when, entry.dated, " › ".join(one.chain), one.standing, one.words)
    return (*told, ", ".join(entry.outlets), one.id, entry.attribution, entry.claim)
