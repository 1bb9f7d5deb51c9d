"""What differs between a statement and the one it retells, as numbers that have names.

Each is what a rule finds in what both were taken apart into; which of them amount to a shift is
fitted for each kind of shift (`shift.py`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ondit.records import Act, MentionType, Span, Via
from ondit.records.trace import ShiftKind
from ondit.trace.cue import CueKind
from ondit.trace.pair import HEARD, alike_names, same_day
from ondit.trace.profile import Name, Profile
from ondit.trace.sound import alike

PLACES = frozenset({MentionType.PLACE})
ACTORS = frozenset({MentionType.PERSON, MentionType.ORGANISATION})

RANK = {Via.NAMED: 3, Via.OFFICE: 2, Via.DOCUMENT: 2, Via.GROUP: 1, Via.ANONYMOUS: 1}
"""How closely a kind of source is named."""

URGENT = frozenset({Act.DEMAND, Act.COMMIT, Act.ACCUSE, Act.WARN})
"""Acts that ask for more than a suggestion or an answer does."""


@dataclass(frozen=True, slots=True)
class Turn:
    """One difference: how much of it, and the words of parent and child it is seen in."""

    name: str
    kind: ShiftKind
    value: float
    before: tuple[Span, ...] = ()
    after: tuple[Span, ...] = ()


def turns(parent: Profile, child: Profile) -> tuple[Turn, ...]:
    """Return all differences that rules look for, in the order of `NAMES`."""
    return (
        *_number(parent, child), *_date(parent, child),
        _names("place", ShiftKind.PLACE, PLACES, parent, child),
        _names("actor", ShiftKind.ACTOR, ACTORS, parent, child),
        *_source(parent, child),
        *_cue("may", ShiftKind.HEDGE, CueKind.MAY, parent, child),
        *_cue("would", ShiftKind.HEDGE, CueKind.WOULD, parent, child),
        *_cue("if", ShiftKind.CONDITION, CueKind.IF, parent, child),
        *_cue("until", ShiftKind.CONDITION, CueKind.UNTIL, parent, child),
        _condition(parent, child), _negation(parent, child),
        *_cue("all", ShiftKind.SCOPE, CueKind.ALL, parent, child),
        *_cue("some", ShiftKind.SCOPE, CueKind.SOME, parent, child),
        *_act(parent, child), _length(parent, child),
    )  # fmt: skip


NAMES = (
    "number", "number_lost", "date", "date_lost", "place", "actor", "source_unlike",
    "source_vaguer", "source_lost", "hands_lost", "may_lost", "may_gained", "would_lost",
    "would_gained", "if_lost", "if_gained", "until_lost", "until_gained", "condition_lost",
    "negation", "all_lost", "all_gained", "some_lost", "some_gained", "act", "act_urgent",
    "shorter",
)  # fmt: skip
"""Names of the differences, in the order of `turns`."""


def _number(parent: Profile, child: Profile) -> tuple[Turn, Turn]:
    before, after = list(parent.quantities), []
    for one in child.quantities:
        its = next((its for its in before if its.same(one)), None)
        if its:
            before.remove(its)
        else:
            after.append(one)
    spans = tuple(one.span for one in before), tuple(one.span for one in after)
    both = float(bool(before and after))
    return (
        Turn("number", ShiftKind.NUMBER, both, *spans),
        Turn("number_lost", ShiftKind.NUMBER, float(bool(before)) - both, spans[0]),
    )


def _date(parent: Profile, child: Profile) -> tuple[Turn, Turn]:
    before = [a for a in parent.days if not any(same_day(a.value, b.value) for b in child.days)]
    after = [b for b in child.days if not any(same_day(a.value, b.value) for a in parent.days)]
    spans = tuple(one.span for one in before), tuple(one.span for one in after)
    both = float(bool(before and after))
    return (
        Turn("date", ShiftKind.DATE, both, *spans),
        Turn("date_lost", ShiftKind.CONDITION, float(bool(before)) - both, spans[0]),
    )


def _names(
    name: str, kind: ShiftKind, types: frozenset[MentionType], parent: Profile, child: Profile
) -> Turn:
    before = _unheard(parent.names, child.names, types)
    after = _unheard(child.names, parent.names, types)
    value = float(bool(before and after)) + 0.3 * float(bool(after) != bool(before))
    return Turn(name, kind, value, before, after)


def _unheard(
    mine: Iterable[Name], its: Sequence[Name], types: frozenset[MentionType]
) -> tuple[Span, ...]:
    return tuple(
        one.span
        for one in mine
        if one.type in types and not any(alike(one.sound, b.sound) >= HEARD for b in its)
    )


def _source(parent: Profile, child: Profile) -> tuple[Turn, ...]:
    before, after = _said(parent), _said(child)
    both = bool(before and after)
    named = parent.via is Via.NAMED and child.via is Via.NAMED
    unlike = both and named and alike_names(parent.source, child.source) < HEARD
    vaguer = both and _rank(child.via) < _rank(parent.via)
    own = parent.attribution is not None and child.attribution is None
    fewer = 0 < child.hands < parent.hands and not child.relays
    return (
        Turn("source_unlike", ShiftKind.SOURCE, float(unlike), before, after),
        Turn("source_vaguer", ShiftKind.SOURCE, float(vaguer), before, after),
        Turn("source_lost", ShiftKind.UNSOURCED, float(own), _teller(parent)),
        Turn("hands_lost", ShiftKind.UNSOURCED, float(fewer), _teller(parent), _teller(child)),
    )


def _teller(one: Profile) -> tuple[Span, ...]:
    return one.attribution.source if one.attribution else ()


def _said(one: Profile) -> tuple[Span, ...]:
    return one.attribution.source if one.attribution and one.source else ()


def _rank(via: Via | None) -> int:
    return RANK.get(via, 0) if via else 0


def _cue(
    name: str, kind: ShiftKind, cue: CueKind, parent: Profile, child: Profile
) -> tuple[Turn, Turn]:
    before, after = parent.has(cue), child.has(cue)
    return (
        Turn(f"{name}_lost", kind, float(bool(before and not after)), before),
        Turn(f"{name}_gained", kind, float(bool(after and not before)), (), after),
    )


def _condition(parent: Profile, child: Profile) -> Turn:
    before, after = _conditions(parent), _conditions(child)
    return Turn(
        "condition_lost",
        ShiftKind.CONDITION,
        float(bool(before)) - float(bool(after)),
        before,
        after,
    )


def _conditions(one: Profile) -> tuple[Span, ...]:
    return one.attribution.condition if one.attribution else ()


def _negation(parent: Profile, child: Profile) -> Turn:
    before, after = parent.has(CueKind.NOT), child.has(CueKind.NOT)
    refused = (Act.DENY, Act.REFUSE)
    mine = bool(before) != (parent.act in refused)
    its = bool(after) != (child.act in refused)
    return Turn("negation", ShiftKind.NEGATED, float(mine != its), before, after)


def _act(parent: Profile, child: Profile) -> tuple[Turn, Turn]:
    before, after = _cued(parent), _cued(child)
    both = parent.act is not None and child.act is not None
    differ = both and parent.act != child.act
    urgent = both and (parent.act in URGENT) != (child.act in URGENT)
    return (
        Turn("act", ShiftKind.ACT, float(differ), before, after),
        Turn("act_urgent", ShiftKind.ACT, float(urgent), before, after),
    )


def _cued(one: Profile) -> tuple[Span, ...]:
    return one.attribution.cue if one.attribution else ()


def _length(parent: Profile, child: Profile) -> Turn:
    grams = 1 + len(parent.grams)
    return Turn("shorter", ShiftKind.SCOPE, (grams - len(child.grams)) / (grams + len(child.grams)))
