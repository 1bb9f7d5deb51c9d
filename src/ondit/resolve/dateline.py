"""Datelines and slugs: the place, day and agency with which an agency's text opens."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache

from ondit.records import Credit, CreditKind, Span
from ondit.resolve.outlet_name import (
    agencies,
    is_agency,
    is_known,
    is_listed,
    is_name,
    is_own,
    is_place,
    names,
)
from ondit.resolve.wordlist import column, rows

FIRST_LINES = 4
"""Lines at the start in which a dateline can open: headline, lead, date and then the text. In the
synthetic corpus all 31 are in the first two."""

LONGEST = 100
"""Characters within which a dateline ends; the longest in the synthetic corpus has 40."""

LINE = re.compile(r"[^\n]*\S[^\n]*")
SEPARATORS = " -–—.:|"
QUOTES = '«“„"'
CHECKS: dict[str, Callable[[str], bool]] = {
    "any": lambda words: not is_place(words),
    "agency": is_agency,
    "known": is_known,
    "listed": is_listed,
}


def datelines(text: str) -> Iterator[Credit]:
    """Yield the agencies that the text's opening lines name, in the order of the text."""
    for number, line in enumerate(LINE.finditer(text)):
        if number == FIRST_LINES:
            return
        begin = line.end() - len(line[0].lstrip())
        found = list(_opening(text, begin, min(line.end(), begin + LONGEST)))
        if found:
            yield from found
            return


def _opening(text: str, begin: int, end: int) -> Iterator[Credit]:
    for shape in _shapes():
        found = shape.match(text, begin, end)
        if not found or not _opens(text, found):
            continue
        group = next(one for one in found.groupdict() if one != "place")
        if not _is_slug(group, found[group], found.groupdict().get("place") or ""):
            continue
        span = Span(begin, begin + len(found[0].rstrip(SEPARATORS)))
        for one in names(text, Span(*found.span(group))):
            yield Credit(span, CreditKind.AGENCY, one.of(text))
        return


def _opens(text: str, found: re.Match[str]) -> bool:
    """Return whether a sentence starts after the slug, and the place before it with a capital."""
    after = next((one for one in text[found.end() : found.end() + 20] if one.isalnum()), "")
    return not after.islower() and not text[found.start()].islower()


def _is_slug(group: str, words: str, place: str) -> bool:
    """Return whether `words` are what the shape's group asks for (datelines.txt)."""
    if is_own(words) or not is_name(words):
        return False
    if group == "title":
        return all(_is_title(one) for one in words.split())
    if group == "capital":
        return place.isupper() and is_agency(words)
    return CHECKS[group](words)


def _is_title(word: str) -> bool:
    return word in column("agencies.tsv", "link") or not word.strip(QUOTES)[:1].islower()


@cache
def _shapes() -> tuple[re.Pattern[str], ...]:
    """Return the shapes of `datelines.txt`, in which a row of two columns names a part."""
    listed = "|".join(re.escape(one) for one in sorted(agencies(), key=len, reverse=True))
    parts = {"LISTED": f"(?:{listed})"}
    shapes = []
    for row in rows("datelines.txt"):
        pattern = row[-1]
        for name, part in parts.items():
            pattern = pattern.replace(f"{{{name}}}", part)
        if len(row) > 1:
            parts[row[0]] = f"(?:{pattern})"
        else:
            shapes.append(re.compile(pattern))
    return tuple(shapes)
