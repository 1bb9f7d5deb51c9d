"""An actor's page: what it said, promised, refused and demanded, each thing once however many
report it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from typing import ClassVar

from ondit.records import Act, Attribution, Reading, wording
from ondit.records.position import Position
from ondit.show.stamp import brief
from ondit.show.wording import chain_of, sources
from ondit.web.holdings import Held, Holdings
from ondit.web.question import Question, name, question, text
from ondit.web.view import Table

HEADER = (
    *("published", "act", "standing", "words", "condition", "outlets", "through", "hands"),
    *("article", "title", "language"),
)


@dataclass(frozen=True, slots=True)
class Stance:
    """A position, the article that has it first, and through whose hands it came there.

    `through` are the names from the article's outlet to the one before the source; `hands` as in
    its chain, None if none was resolved.
    """

    position: Position
    id: str
    reading: Reading
    attribution: Attribution

    @property
    def published(self) -> str:
        """When it was first reported, to the minute and in UTC."""
        return brief(self.position.published)

    @property
    def through(self) -> tuple[str, ...]:
        """The names from the article's outlet to the one before the source."""
        return sources(self.reading, self.attribution)[:-1]

    @property
    def hands(self) -> int | None:
        """How many stand between the reader and the source, None if that was not resolved."""
        reading = self.reading
        return chain_of(reading, self.attribution).hands if reading.chains else None


@dataclass(frozen=True, slots=True)
class Actor:
    """The positions of an actor, the first one first; `subject` is what they are about, if that
    was asked for."""

    template: ClassVar[str] = "actor.html"
    name: str
    question: Question
    subject: str | None
    stances: tuple[Stance, ...]

    @property
    def title(self) -> str:
        """The name that is asked for."""
        return self.name

    @property
    def acts(self) -> Iterator[tuple[Act, tuple[Stance, ...]]]:
        """The positions by act, in the order of the acts."""
        for act in Act:
            found = tuple(one for one in self.stances if one.position.act is act)
            if found:
                yield act, found

    def json(self) -> str:
        """Return the positions as `ondit positions --json` writes them."""
        found = [asdict(one.position) for one in self.stances]
        return json.dumps({"name": self.name, "positions": found}, ensure_ascii=False)

    def table(self) -> Table:
        """Return a row for each position."""
        return Table(HEADER, tuple(map(_row, self.stances)))


def actor(holdings: Holdings, given: Mapping[str, str]) -> Actor:
    """Return the page that is asked for. Raise UsageError, WeightsError."""
    who, asked, subject = name(given), question(given), text(given, "on")
    wanted = replace(asked.selection, source=who, limit=None, after=None)
    held = holdings.positions(wanted, subject)
    return Actor(who, asked, subject, tuple(_stances(held)))


def _stances(held: Held) -> Iterator[Stance]:
    for position in held.positions:
        id_, reading = held.readings[position.ref.article]
        yield Stance(position, id_, reading, _attribution(position, reading))


def _attribution(position: Position, reading: Reading) -> Attribution:
    """Return the attribution that a position is told by."""
    words, text_ = position.words, reading.article.text
    told = (one for one in reading.attributions if wording(one.content, text_) == words)
    return next(one for one in told if one.act is position.act)


def _row(one: Stance) -> tuple[object, ...]:
    position, article = one.position, one.reading.article
    said = (position.published, position.act, position.standing, position.words)
    told = (position.condition, ", ".join(position.outlets), " › ".join(one.through), one.hands)
    return (*said, *told, one.id, article.title, article.language)
