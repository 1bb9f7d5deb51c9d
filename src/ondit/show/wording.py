"""The words that spans stand for, put the same way wherever they are shown."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable

from ondit.records import Attribution, Chain, Link, LinkKind, Naming, Reading, Span, wording

NO_SOURCE = "(no source named)"
UNRESOLVED = " (?)"
MARKS = frozenset('"«»‹›“”„‟‘’‚‛「」『』〝〞〟《》〈〉＂')
DIRECTIONS = {"L": "ltr", "R": "rtl", "AL": "rtl"}
UNSHOWABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")


def clean(words: str) -> str:
    """Return `words` with what cannot be shown, line breaks and tabs aside, made visible."""
    return UNSHOWABLE.sub("\N{REPLACEMENT CHARACTER}", words)


def one_line(words: str) -> str:
    """Return `words` on one line, without what a terminal would take for a command."""
    return clean(" ".join(words.split()))


def direction(words: str) -> str:
    """Return "rtl" if the first letter with a direction runs from right to left, else "ltr"."""
    for character in words:
        kind = unicodedata.bidirectional(character)
        if kind in DIRECTIONS:
            return DIRECTIONS[kind]
    return "ltr"


def quoted(words: str) -> str:
    """Return `words` in quotation marks, unless they bring their own."""
    has_own = words[:1] in MARKS and words[-1:] in MARKS
    return words if has_own and len(words) > 1 else f"“{words}”"


def sources(reading: Reading, attribution: Attribution) -> tuple[str, ...]:
    """Return the words for each source in the chain of `attribution`, from the outside in.

    Where chains were resolved, sources go by their full names, and those who signed a document
    stand in its place.
    """
    if not reading.chains:
        return tuple(_source(link, reading) for link in reading.chain(attribution))
    chain = chain_of(reading, attribution)
    outer = [_named(reading, link) for link in chain.links[:-1] if link.name]
    return (*outer, ", ".join(_named(reading, link) for link in chain.sources))


def chain_of(reading: Reading, attribution: Attribution) -> Chain:
    """Return the resolved chain of an attribution."""
    return reading.chains[attribution.id - 1]


def dates(reading: Reading, attribution: Attribution) -> tuple[str, ...]:
    """Return the dates in a content, those in nested ones left out: "15 August = XXXX-08-15"."""
    inner = [span for child in children(reading, attribution) for span in child.content]
    return tuple(
        f"{one_line(timex.span.of(reading.article.text))} = {timex.value}"
        for timex in reading.timexes
        if any(span.contains(timex.span) for span in attribution.content)
        and not any(span.contains(timex.span) for span in inner)
    )


def roots(reading: Reading) -> Iterable[Attribution]:
    """Return the attributions that lie in no other, in the order of the text."""
    return (one for one in reading.attributions if one.parent is None)


def children(reading: Reading, parent: Attribution) -> Iterable[Attribution]:
    """Return the attributions that lie directly in `parent`, in the order of the text."""
    return (one for one in reading.attributions if one.parent == parent.id)


def _named(reading: Reading, link: Link) -> str:
    """Return the full name for a link; a pronoun that stays open is marked, and a source that its
    sentence leaves out stands in brackets."""
    found = _naming(reading, link.span) if link.span else None
    if found is None:
        return one_line(link.name) or NO_SOURCE
    name = one_line(found.name) + ("" if found.resolved else UNRESOLVED)
    return f"({name})" if link.inferred and link.kind is LinkKind.ATTRIBUTION else name


def _naming(reading: Reading, span: Span) -> Naming | None:
    """Return the naming of the source at `span`; namings are in the order of their spans."""
    at = bisect_left(reading.namings, span, key=lambda one: one.span)
    found = reading.namings[at] if at < len(reading.namings) else None
    return found if found and found.span == span else None


def _source(attribution: Attribution, reading: Reading) -> str:
    return one_line(wording(attribution.source, reading.article.text)) or NO_SOURCE
