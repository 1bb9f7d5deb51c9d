"""What differs in what two statements state: numbers, dates, names, and who does it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from ondit.records import MentionType
from ondit.trace.pair import HEARD, same_day
from ondit.trace.profile import Day, Name, Profile
from ondit.trace.role import Role
from ondit.trace.sound import alike, sounds
from ondit.trace.turn import Turn, exchanged

TYPES = {
    "place": MentionType.PLACE,
    "person": MentionType.PERSON,
    "body": MentionType.ORGANISATION,
}
"""What names are of, by the turn that tells of them."""

INERT = frozenset({"document", "source"})
"""Roles of what tells, but does nothing."""

Kept = TypeVar("Kept", Name, Role)


def _number(parent: Profile, child: Profile) -> Iterable[Turn]:
    before, after = list(parent.quantities), []
    for one in child.quantities:
        its = next((its for its in before if its.same(one)), None)
        if its:
            before.remove(its)
        else:
            after.append(one)
    yield from exchanged("number", [one.span for one in before], [one.span for one in after])


def _date(parent: Profile, child: Profile) -> Iterable[Turn]:
    before, after = _apart(parent.days, child.days), _apart(child.days, parent.days)
    ends = [one for one in before if one.deadline], [one for one in after if one.deadline]
    if ends[0] and ends[1]:
        before, after = [], []
    else:
        ends = _vaguer(parent.days, child.days) if not before and not after else ends
    yield from exchanged("deadline", *([one.span for one in row] for row in ends))
    yield from exchanged("date", [one.span for one in before], [one.span for one in after])


def _apart(mine: Iterable[Day], its: Sequence[Day]) -> list[Day]:
    return [a for a in mine if not any(same_day(a.value, b.value) for b in its)]


def _vaguer(mine: Iterable[Day], its: Sequence[Day]) -> tuple[list[Day], list[Day]]:
    """Return deadlines that agree as far as both are precise, but are not one."""
    found = [
        (a, b)
        for a in mine
        for b in its
        if a.deadline and b.deadline and a.value != b.value and same_day(a.value, b.value)
    ]
    return [a for a, _ in found], [b for _, b in found]


def _named(parent: Profile, child: Profile) -> Iterable[Turn]:
    for name, kind in TYPES.items():
        before = [one.span for one in _unheard(parent, child, kind)]
        new = _unheard(child, parent, kind)
        after = [one.span for one in new if not _heard(one, parent.setting.sounds)]
        yield from exchanged(name, before, after)


def _unheard(mine: Profile, its: Profile, kind: MentionType) -> list[Name]:
    """Return the names in a statement that the other has not; who tells it is none of them."""
    known = frozenset(heard for one in its.names for heard in sounds(one.text))
    own = _outside(mine.names, mine)
    return [one for one in own if one.type is kind and not _heard(one, known)]


def _outside(found: Iterable[Kept], one: Profile) -> list[Kept]:
    """Return what does not stand in the words for those who tell a statement."""
    spans = [span for its in one.tellers if not its.does for span in its.spans]
    return [its for its in found if not any(span.contains(its.span) for span in spans)]


def _heard(one: Name, known: Iterable[str]) -> bool:
    """Return whether a name, or any word of it, is among those that are known."""
    mine = (one.sound, *sounds(one.text))
    return any(alike(heard, its) >= HEARD for its in known for heard in mine)


def _role(parent: Profile, child: Profile) -> Iterable[Turn]:
    mine, its = _acting(parent), _acting(child)
    known = _kinds(parent), _kinds(child)
    before = [one.span for one in mine if one.kind not in known[1]]
    after = [one.span for one in its if one.kind not in known[0]]
    yield from exchanged("role", before, after)
    fresh = [one.span for one in its if one.kind not in parent.setting.roles | known[0]]
    yield Turn("role_fresh", float(bool(fresh)), tuple(before), tuple(fresh))


def _acting(one: Profile) -> list[Role]:
    return [its for its in _outside(one.roles, one) if its.kind not in INERT]


def _kinds(one: Profile) -> set[str]:
    """Return what those are that a statement speaks of, and those who tell it."""
    return {its.kind for its in one.roles} | {kind for its in one.tellers for kind in its.roles}


def details(parent: Profile, child: Profile) -> Iterator[Turn]:
    """Yield the differences of a statement to the one it retells."""
    for rule in (_number, _date, _named, _role):
        yield from rule(parent, child)
