"""What an article said before and after each change of its text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from ondit.records import Reading, wording
from ondit.records.archived import Version


def versions(found: Iterable[tuple[Any, Reading]]) -> Iterator[Version]:
    """Yield the versions of one article, given as rows with their readings, the first one first."""
    before: tuple[str, ...] = ()
    for row, reading in found:
        said = contents(reading)
        yield Version(row.number, row.seen, reading, _more(said, before), _more(before, said))
        before = said


def contents(reading: Reading) -> tuple[str, ...]:
    """Return the words of each content, without regard to blanks."""
    text = reading.article.text
    parts = (wording(one.content, text) for one in reading.attributions)
    return tuple(" ".join(part.split()) for part in parts)


def _more(said: Sequence[str], before: Sequence[str]) -> tuple[str, ...]:
    """Return what stands in `said` more often than in `before`, in its order."""
    left = Counter(before)
    found = []
    for one in said:
        if left[one]:
            left[one] -= 1
        else:
            found.append(one)
    return tuple(found)
