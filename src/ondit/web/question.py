"""What an address asks for: its query as a selection of the archive, and back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TypeVar
from urllib.parse import urlencode

from ondit.config import LIMIT
from ondit.errors import UsageError
from ondit.records import Act, Standing, Via
from ondit.records.archived import Selection

MOST = 100
"""Results on one page: some 300 kB of page."""

LONGEST = 1_000
"""Characters of a parameter: more than any claim, and more than the encoder's 510 tokens take
in few languages only."""

NARROWING = ("source", "outlet", "act", "via", "standing", "language", "since", "until", "after")
"""Parameters that go by the names that a selection's fields have."""

Choice = TypeVar("Choice", bound=StrEnum)


class By(StrEnum):
    """How words are looked for: as they are, or by what they mean."""

    WORDS = "words"
    MEANING = "meaning"


@dataclass(frozen=True, slots=True)
class Question:
    """A search: `words` by `by`, among what `selection` means (which has no words itself)."""

    words: str | None
    by: By
    selection: Selection

    @property
    def like(self) -> str | None:
        """The sentence that is looked for by its meaning, None if there is none."""
        return self.words if self.by is By.MEANING else None

    @property
    def limit(self) -> int:
        """The most results that are shown at once."""
        return self.selection.limit or LIMIT.default

    @property
    def wanted(self) -> Selection:
        """The selection with the words, and for one result more than are shown."""
        words = self.words if self.by is By.WORDS else None
        return replace(self.selection, words=words, limit=self.limit + 1)

    @property
    def narrowed(self) -> bool:
        """Whether more is asked than the words."""
        return bool(self.query().keys() - {"q", "by", "limit", "after"})

    def query(self) -> dict[str, str]:
        """Return the parameters that ask for the same, without those that are as usual."""
        given: dict[str, str | int | None] = {"q": self.words, "by": self.by if self.like else None}
        given |= {name: getattr(self.selection, name) for name in NARROWING}
        given["limit"] = None if self.limit == LIMIT.default else self.limit
        return {name: str(one) for name, one in given.items() if one}

    def address(self, path: str, **changes: str | None) -> str:
        """Return the address at `path` that asks for the same with some parameters changed."""
        query = {name: value for name, value in (self.query() | changes).items() if value}
        return f"{path}?{urlencode(query)}" if query else path


def question(given: Mapping[str, str]) -> Question:
    """Return what the parameters of an address ask for; empty ones count as not given.

    Raise UsageError for a value that there is none of.
    """
    selection = Selection(
        source=text(given, "source"),
        outlet=text(given, "outlet"),
        act=_choice(given, "act", Act),
        via=_choice(given, "via", Via),
        standing=_choice(given, "standing", Standing),
        language=text(given, "language"),
        since=text(given, "since"),
        until=text(given, "until"),
        limit=number(given, "limit", LIMIT.default),
        after=text(given, "after"),
    )
    return Question(text(given, "q"), _choice(given, "by", By) or By.WORDS, selection)


def text(given: Mapping[str, str], name: str) -> str | None:
    """Return a parameter, None if it is empty. Raise UsageError if it is no text to look for."""
    value = given.get(name, "").strip()
    if len(value) > LONGEST:
        raise UsageError(f"{name} is longer than {LONGEST:,} characters", "shorten it")
    if "\0" in value:
        raise UsageError(f"NUL in {name}", "leave it out")
    return value or None


def name(given: Mapping[str, str]) -> str:
    """Return the parameter `name`, which must be there. Raise UsageError if it is not."""
    value = text(given, "name")
    if value is None:
        raise UsageError("no name given", "add ?name=...")
    return value


def number(given: Mapping[str, str], name: str, usual: int) -> int:
    """Return a parameter as a number from 1 to `MOST`. Raise UsageError if it is none."""
    value = text(given, name)
    if value is None:
        return usual
    if not (value.isascii() and value.isdecimal() and len(value) < LIMIT.default):
        raise UsageError(f"{name} is no number", f"give 1 to {MOST}")
    if not 1 <= int(value) <= MOST:
        raise UsageError(f"{name} is {int(value)}", f"give 1 to {MOST}")
    return int(value)


def _choice(given: Mapping[str, str], name: str, kind: type[Choice]) -> Choice | None:
    value = text(given, name)
    if value is None:
        return None
    if value not in list(kind):
        raise UsageError(f"no {name} of this kind", f"give one of {', '.join(kind)}")
    return kind(value)
