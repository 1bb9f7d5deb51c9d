"""What differs in who stands by two statements: somebody else, somebody vaguer, nobody."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ondit.records import Span, Via
from ondit.trace.pair import HEARD, alike_names
from ondit.trace.profile import Profile
from ondit.trace.sound import alike, sound, sounds
from ondit.trace.teller import Teller
from ondit.trace.turn import Turn

RANK = {Via.NAMED: 3, Via.OFFICE: 2, Via.DOCUMENT: 2, Via.GROUP: 1, Via.ANONYMOUS: 1}
"""How closely a kind of source is named."""


def _source(parent: Profile, child: Profile) -> Iterable[Turn]:
    before = [one for one in parent.tellers if all(_apart_from(one, b) for b in child.tellers)]
    after = [one for one in child.tellers if all(_apart_from(one, a) for a in parent.tellers)]
    doing = bool(before and after) and before[-1].does and after[-1].does
    after = [one for one in after if not one.does and not _inside(one, parent)]
    unlike = bool(before and after)
    fresh = [one for one in after if one.roles and not one.roles & parent.setting.roles]
    absent = [one for one in parent.tellers if _absent(one, child)]
    yield Turn("source_unlike", float(unlike), _spans(before), _spans(after))
    yield Turn("doer_unlike", float(doing), _teller(parent), _teller(child))
    yield Turn("source_fresh", float(bool(fresh)), _teller(parent), _spans(fresh))
    told = bool(absent and child.attribution)
    yield Turn("source_absent", float(told), _spans(absent), _teller(child))
    gap = _rank(parent.via) - _rank(child.via) if parent.tellers and child.tellers else 0
    yield Turn("source_vaguer", float(gap > 0), _teller(parent), _teller(child))
    yield Turn("source_closer", float(gap < 0), _teller(parent), _teller(child))


def _absent(one: Teller, its: Profile) -> bool:
    """Return whether nobody in the other article can be one that the parent names."""
    parts = sounds(one.name)
    known = its.setting.sounds | {sound(b.name) for b in its.setting.voices}
    heard = any(alike(a, b) >= HEARD for a in parts for b in known)
    return one.via is Via.NAMED and bool(parts) and not heard


def _inside(one: Teller, its: Profile) -> bool:
    """Return whether one who tells is part of what the other states: "the inspectorate advised"."""
    known = {name.sound for name in its.names}
    heard = any(alike(a, b) >= HEARD for a in sounds(one.name) for b in known)
    return heard or bool(one.roles & {role.kind for role in its.roles})


def _apart_from(one: Teller, other: Teller) -> bool:
    """Return whether two are surely not one: neither their names nor what they are agree."""
    if alike_names(one.name, other.name) >= HEARD or one.roles & other.roles:
        return False
    named = one.via is Via.NAMED and other.via is Via.NAMED
    return bool(named and one.name and other.name) or bool(one.roles and other.roles)


def _spans(found: Iterable[Teller]) -> tuple[Span, ...]:
    return tuple(sorted({span for one in found for span in one.spans}))


def _rank(via: Via | None) -> int:
    return RANK.get(via, 0) if via else 0


def _teller(one: Profile) -> tuple[Span, ...]:
    return one.attribution.source if one.attribution else ()


def _unsourced(parent: Profile, child: Profile) -> Iterable[Turn]:
    """Yield where those who stood by it are left out, and nobody else is named for them."""
    told = bool(parent.tellers or parent.relays)
    own = child.attribution is None and told
    still = any(not _apart_from(one, b) for one in parent.tellers for b in child.setting.voices)
    fewer = 0 < len(child.tellers) < len(parent.tellers) and not child.relays
    left = [one for one in parent.tellers if all(_apart_from(one, b) for b in child.tellers)]
    inside = child.tellers and all(one.does or _inside(one, parent) for one in child.tellers)
    only = bool(inside and not child.relays and (left or parent.relays))
    yield Turn("source_lost", float(own and not still), _teller(parent))
    yield Turn("source_near", float(own and still), _teller(parent))
    yield Turn("actor_left", float(only), _teller(parent), _teller(child))
    yield Turn("tellers_fewer", float(fewer), _spans(parent.tellers), _spans(child.tellers))


def voices(parent: Profile, child: Profile) -> Iterator[Turn]:
    """Yield the differences of a statement to the one it retells."""
    for rule in (_source, _unsourced):
        yield from rule(parent, child)
