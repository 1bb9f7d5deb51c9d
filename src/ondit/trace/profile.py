"""What of a statement is compared with another: its numbers, dates, names, cues, act and source.

The sentence vectors say that two statements are about the same; what is here says whether they
state the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ondit.records import Act, Attribution, Chain, Document, LinkKind, Reading, Span, TimexKind, Via
from ondit.trace.cue import Cue, CueKind, cues
from ondit.trace.quantity import Quantity, quantities
from ondit.trace.role import Role, roles
from ondit.trace.sound import SHORTEST, sound, sounds
from ondit.trace.teller import Teller, called, tellers, voices

CALENDAR = frozenset({TimexKind.DATE, TimexKind.TIME, TimexKind.INTERVAL})
"""Kinds of time expressions that stand for a place in the calendar, and not for a number."""

INSIDE = 0.9
"""Part of a content that lies in another's from which it is nested in it."""

MOST_OF = 0.5
"""Part of the outer content that a nested one has from which both state the same thing: "the
company will build a plant" as told, and "build a plant" as promised."""

BESIDE, BEHIND = 12, 4
"""Characters within which "before" or "by" in front of a date makes it a deadline ("bis spätestens
Freitag"), and 前 or "kadar" behind it; set by hand."""

DENSE, WIDE = "\u2e80", 3.3
"""From here on, scripts whose characters say more, and how many of another they are worth: median
of claims of the relay families that were retold unchanged, in Chinese and in five languages."""

GRAM = 4
"""Characters of the pieces by which wordings of one language are compared."""


@dataclass(frozen=True, slots=True)
class Day:
    """A time expression in a statement; `value` is EDTF, `deadline` if it is to be kept by then."""

    span: Span
    value: str
    deadline: bool = False


@dataclass(frozen=True, slots=True)
class Name:
    """A name in a statement and how it sounds."""

    span: Span
    text: str
    sound: str
    type: str


@dataclass(frozen=True, slots=True)
class Setting:
    """What a statement's whole article has: how its names sound, all who tell something, and
    what those are that it speaks of."""

    sounds: frozenset[str]
    voices: tuple[Teller, ...]
    roles: frozenset[str]


@dataclass(frozen=True, slots=True)
class Profile:
    """A statement taken apart.

    `place` is its own in the document. `source` is who it comes from in the end, "" for an
    outlet; `relays` are the outlets between, `hands` how many stand between article and source,
    `tellers` who stands by it. `roles` are of those that it speaks of, `told_by` the cues in the
    words that attribute it ("is considering", "demanded"). `bulk` is how much it says, in letters.
    """

    place: int
    spans: tuple[Span, ...]
    text: str
    quantities: tuple[Quantity, ...]
    days: tuple[Day, ...]
    names: tuple[Name, ...]
    cues: tuple[Cue, ...]
    act: Act | None
    via: Via | None
    attribution: Attribution | None
    source: str
    relays: tuple[str, ...]
    hands: int
    tellers: tuple[Teller, ...]
    roles: tuple[Role, ...]
    told_by: tuple[Cue, ...]
    setting: Setting
    grams: frozenset[str]
    bulk: float

    def has(self, kind: CueKind) -> tuple[Span, ...]:
        """Return where cues of a kind stand in it."""
        return tuple(one.span for one in self.cues if one.kind is kind)

    def shows(self, kind: CueKind) -> tuple[Span, ...]:
        """Return where cues of a kind stand in it or in the words that attribute it."""
        both = (*self.cues, *self.told_by)
        return tuple(sorted({one.span for one in both if one.kind is kind}))


def profiles(document: Document) -> tuple[Profile, ...]:
    """Return a profile for each statement that no other of the document contains and equals."""
    setting = _setting(document.reading)
    return tuple(_profile(document, places, setting) for places in _groups(document))


def _setting(reading: Reading) -> Setting:
    text = reading.article.text
    found = roles(text, [Span(0, len(text))]) if text else ()
    return Setting(
        sounds=frozenset(its for one in reading.mentions for its in sounds(one.span.of(text))),
        voices=voices(reading),
        roles=frozenset(one.kind for one in found),
    )


def _groups(document: Document) -> list[list[int]]:
    """Return places of statements, those that state the same thing together, the widest first."""
    text = document.reading.article.text
    bodies = [_visible(text, one.spans) for one in document.statements]
    order = sorted(range(len(bodies)), key=lambda i: (-len(bodies[i]), i))
    groups: list[list[int]] = []
    for place in order:
        body = bodies[place]
        home = next((g for g in groups if _repeats(body, bodies[g[0]])), None)
        if home:
            home.append(place)
        elif body:
            groups.append([place])
    return sorted(groups)


def _repeats(inner: frozenset[int], outer: frozenset[int]) -> bool:
    common = len(inner & outer)
    return common >= INSIDE * len(inner) and common >= MOST_OF * len(outer)


def _visible(text: str, spans: Sequence[Span]) -> frozenset[int]:
    return frozenset(i for one in spans for i in range(one.begin, one.end) if text[i].isalnum())


def _profile(document: Document, places: list[int], setting: Setting) -> Profile:
    reading = document.reading
    text, language = reading.article.text, reading.article.language
    spans = document.statements[places[0]].spans
    told = _told(document, places)
    words = " ".join(one.of(text) for one in spans)
    found = cues(text, spans, language)
    days = _days(reading, spans, found)
    numbers = quantities(text, spans, language, [one.span for one in days])
    by = tellers(reading, told[1]) if told else ()
    doing = tuple(span for one in by[-1:] if one.does for span in one.spans)
    return Profile(
        place=places[0],
        spans=spans,
        text=words,
        quantities=numbers,
        days=days,
        names=_names(reading, spans),
        cues=tuple(one for one in found if not _of_number(one, days, numbers)),
        act=told[0].act if told else None,
        via=told[0].via if told else None,
        attribution=told[0] if told else None,
        source=_source(reading, told[1]) if told else "",
        relays=_relays(document, places),
        hands=told[1].hands if told else 0,
        tellers=by,
        roles=roles(text, (*spans, *doing)),
        told_by=cues(text, _attributing(document, places), language),
        setting=setting,
        grams=_grams(words),
        bulk=sum(WIDE if one >= DENSE else 1.0 for one in words if one.isalnum()),
    )


def _days(reading: Reading, spans: tuple[Span, ...], within: tuple[Cue, ...]) -> tuple[Day, ...]:
    untils = [one.span for one in within if one.kind is CueKind.UNTIL]
    return tuple(
        Day(one.span, one.value, any(_beside(one.span, until) for until in untils))
        for one in reading.timexes
        if one.kind in CALENDAR and any(span.contains(one.span) for span in spans)
    )


def _beside(day: Span, word: Span) -> bool:
    return -BESIDE <= word.begin - day.end <= BEHIND or 0 <= day.begin - word.end <= BESIDE


def _of_number(cue: Cue, days: Iterable[Day], numbers: Iterable[Quantity]) -> bool:
    """Return whether a cue is part of a date ("May"), or makes a number rough ("some 300")."""
    dated = any(one.span.contains(cue.span) for one in days)
    rough = any(0 <= one.span.begin - cue.span.end <= 1 for one in numbers)
    return dated or (rough and cue.kind is CueKind.SOME)


def _attributing(document: Document, places: Sequence[int]) -> tuple[Span, ...]:
    """Return the words that attribute any of these contents."""
    ids = {document.statements[place].attribution for place in places}
    found = (one for one in document.reading.attributions if one.id in ids)
    return tuple(sorted({span for one in found for span in one.cue}))


def _told(document: Document, places: Sequence[int]) -> tuple[Attribution, Chain] | None:
    """Return the innermost attribution of those whose contents these are, and its chain."""
    reading = document.reading
    ids = {document.statements[place].attribution for place in places}
    found = [
        pair for pair in zip(reading.attributions, reading.chains, strict=True) if pair[0].id in ids
    ]
    return max(found, key=lambda pair: (len(pair[1].links), pair[0].id), default=None)


def _relays(document: Document, places: Sequence[int]) -> tuple[str, ...]:
    """Return the outlets that any of the attributions of these contents came through."""
    reading = document.reading
    ids = {document.statements[place].attribution for place in places}
    found = zip(reading.attributions, reading.chains, strict=True)
    return tuple(
        dict.fromkeys(name for one, chain in found if one.id in ids for name in chain.relays)
    )


def _source(reading: Reading, chain: Chain) -> str:
    """Return who said it in the end, by the fullest name that the text has; "" for an outlet."""
    links = [one for one in chain.links if one.kind is LinkKind.ATTRIBUTION]
    if not links or links[-1].via is Via.OUTLET or links[-1].span is None:
        return ""
    return called(reading, links[-1])


def _names(reading: Reading, spans: tuple[Span, ...]) -> tuple[Name, ...]:
    text = reading.article.text
    found = (
        Name(one.span, one.span.of(text), sound(one.span.of(text)), one.type)
        for one in reading.mentions
        if any(span.contains(one.span) for span in spans)
    )
    return tuple(one for one in found if len(one.sound) >= SHORTEST)


def _grams(words: str) -> frozenset[str]:
    plain = "".join(one for one in words.casefold() if one.isalnum())
    return frozenset(plain[i : i + GRAM] for i in range(max(1, len(plain) - GRAM + 1)))
