"""Readings written by hand, without a model: text in which sources and cues are marked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from ondit.records import (
    Act,
    Article,
    Attribution,
    Credit,
    Form,
    Mention,
    MentionType,
    Reading,
    Span,
    Via,
)

BODY = "He said so at length.\n\nThe ministers agreed on most of it.\n\nNobody asked why.\n\n"
MARKED = re.compile(r"\*\*(?P<source>[^*]+)\*\*|_(?P<cue>[^_]+)_")


def attribution(
    number: int,
    source: Span | None,
    cue: Span | None,
    content: Span,
    via: str,
    parent: int | None = None,
) -> Attribution:
    """Return an attribution of this source, cue and content."""
    return Attribution(
        id=number,
        parent=parent,
        source=(source,) if source else (),
        cue=(cue,) if cue else (),
        content=(content,),
        condition=(),
        act=Act.SAY,
        via=Via(via),
        form=Form.INDIRECT,
        probability=0.9,
    )


def marked(
    words: str, vias: str, outlet: str | None = None, people: Iterable[str] = (), **article: str
) -> Reading:
    """Return the reading of a text in which **sources** and _cues_ are marked.

    `vias` has one for each attribution, after ">" within the one before, after ";" beside it; the
    content of each is what follows it, to the end of its line.
    """
    text, sources, cues = _unmarked(words)
    kinds = re.findall(r"([>;]?)\s*(\w+)", vias)
    found: list[Attribution] = []
    for i, (sign, via) in enumerate(kinds):
        source = sources[i] if via != "none" else None
        near = [one for one in cues if source is None or "\n" not in _between(text, one, source)]
        cue = min(near, key=lambda one: abs(one.begin - (source or one).begin), default=None)
        begin = max(one.end for one in (source, cue) if one)
        stop = (text.find("\n", begin) + len(text) + 1) % (len(text) + 1)
        parent = found[-1].id if sign == ">" else None
        found.append(attribution(i + 1, source, cue, Span(begin, stop), via, parent))
    mentions = tuple(Mention(span(text, one), MentionType.PERSON) for one in people)
    return Reading(Article(text, outlet=outlet, **article), mentions, tuple(found))


def credited(made: Iterable[Credit]) -> list[tuple[str, str]]:
    """Return the kind and outlet of each credit."""
    return [(one.kind.value, one.outlet) for one in made]


def span(text: str, words: str) -> Span:
    """Return where `words` first stand in `text`."""
    return Span(at := text.index(words), at + len(words))


def _between(text: str, one: Span, other: Span) -> str:
    return text[min(one.end, other.end) : max(one.begin, other.begin)]


def _unmarked(words: str) -> tuple[str, Sequence[Span], Sequence[Span]]:
    text, at = "", 0
    spans: dict[str, list[Span]] = {"source": [], "cue": []}
    for mark in MARKED.finditer(words):
        text += words[at : mark.start()]
        kind = str(mark.lastgroup)
        spans[kind].append(Span(len(text), len(text) + len(mark[kind])))
        text, at = text + mark[kind], mark.end()
    return text + words[at:], spans["source"], spans["cue"]
