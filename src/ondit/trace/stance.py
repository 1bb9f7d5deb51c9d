"""What differs in how two statements put it: how surely, how widely, on which condition, with
which force, or as the opposite."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from ondit.records import Act, Span
from ondit.trace.cue import CueKind
from ondit.trace.profile import Profile
from ondit.trace.turn import Turn

DOUBT = (CueKind.WOULD, CueKind.CONSIDER, CueKind.MAY)
"""Words that leave open whether it is so, with growing doubt."""

FORCE = (CueKind.ADVISE, CueKind.ASK, CueKind.ORDER)
"""Words that would have others do something, with growing force."""

FORCEFUL = {Act.OFFER: 1, Act.ASK: 2, Act.DEMAND: 3}
"""The same for acts."""

DENIALS = frozenset({Act.DENY, Act.REFUSE})
"""Acts that say no."""


def _doubt(parent: Profile, child: Profile) -> Iterable[Turn]:
    (mine, before), (its, after) = _level(parent, DOUBT), _level(child, DOUBT)
    for level, kind in enumerate(DOUBT, 1):
        yield Turn(f"{kind}_lost", float(mine == level > its), before, after)
        yield Turn(f"{kind}_gained", float(its == level > mine), before, after)


def _level(one: Profile, kinds: Sequence[CueKind]) -> tuple[int, tuple[Span, ...]]:
    """Return how far up `kinds` the words of a statement go, 0 for none, and those words."""
    for level in range(len(kinds), 0, -1):
        found = one.shows(kinds[level - 1])
        if found:
            return level, found
    return 0, ()


def _condition(parent: Profile, child: Profile) -> Iterable[Turn]:
    yield from _cue("if", CueKind.IF, parent, child)
    yield from _cue("until", CueKind.UNTIL, parent, child)
    before, after = _conditions(parent), _conditions(child)
    yield Turn("condition_lost", float(bool(before) and not after), before)
    yield Turn("condition_gained", float(bool(after) and not before), (), after)


def _conditions(one: Profile) -> tuple[Span, ...]:
    return one.attribution.condition if one.attribution else ()


def _cue(name: str, cue: CueKind, parent: Profile, child: Profile) -> Iterable[Turn]:
    before, after = parent.has(cue), child.has(cue)
    yield Turn(f"{name}_lost", float(bool(before) and not after), before)
    yield Turn(f"{name}_gained", float(bool(after) and not before), (), after)


def _negation(parent: Profile, child: Profile) -> Iterable[Turn]:
    before, after = parent.has(CueKind.NOT), child.has(CueKind.NOT)
    shown = parent.shows(CueKind.NOT), child.shows(CueKind.NOT)
    mine, its = (one.act in DENIALS for one in (parent, child))
    plain = bool(before) != bool(after)
    whole = (bool(before) != mine) != (bool(after) != its)
    flips = plain and mine == bool(before) and its == bool(after)
    yield Turn("negation", float(plain), before, after)
    yield Turn("negation_told", float(whole), before, after)
    yield Turn("negation_shown", float(bool(shown[0]) != bool(shown[1])), *shown)
    yield Turn("denial", float(flips), *shown)


def _scope(parent: Profile, child: Profile) -> Iterable[Turn]:
    denied = bool(parent.has(CueKind.NOT) and child.has(CueKind.NOT))
    for name, kind in (("all", CueKind.ALL), ("some", CueKind.SOME)):
        for one in _cue(name, kind, parent, child):
            yield replace(one, value=one.value * (not denied))
    before, after = parent.has(CueKind.ALL), child.has(CueKind.ALL)
    yield Turn("denied_all", float(denied and bool(after) and not before), before, after)
    value = (parent.bulk - child.bulk) / (parent.bulk + child.bulk)
    yield Turn("shorter", value, parent.spans, child.spans)
    yield Turn("denied_shorter", max(0.0, value) * denied, parent.spans, child.spans)


def _act(parent: Profile, child: Profile) -> Iterable[Turn]:
    words = _cued(parent), _cued(child)
    both = parent.act is not None and child.act is not None
    yield Turn("act", float(both and parent.act != child.act), *words)
    force = [FORCEFUL[one.act] for one in (parent, child) if one.act in FORCEFUL]
    yield Turn("act_force", float(len(set(force)) > 1), *words)
    (mine, before), (its, after) = _level(parent, FORCE), _level(child, FORCE)
    yield Turn("force", float(bool(mine and its) and mine != its), before, after)
    yield Turn("force_one", float(bool(mine) != bool(its)), before or words[0], after or words[1])
    bound = [one.shows(CueKind.PROMISE) for one in (parent, child)]
    differ = bool(bound[0]) != bool(bound[1])
    yield Turn("promise", float(differ), bound[0] or words[0], bound[1] or words[1])


def _cued(one: Profile) -> tuple[Span, ...]:
    return one.attribution.cue if one.attribution else ()


def stances(parent: Profile, child: Profile) -> Iterator[Turn]:
    """Yield the differences of a statement to the one it retells."""
    for rule in (_doubt, _condition, _negation, _scope, _act):
        yield from rule(parent, child)
