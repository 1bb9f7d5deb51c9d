"""Whether a name is one that is known beforehand, and what it stands for then.

A capital or a seat of government that speaks is its state ("Москва заявила"); one that does not
is a place.
"""

from __future__ import annotations

from dataclasses import dataclass

from ondit.records import MentionType, NameForm, Rule
from ondit.resolve.gazetteer import Gazetteer, Known, KnownKind
from ondit.resolve.outlets import outlet
from ondit.resolve.places import place, state

SPEAKERS = {KnownKind.CAPITAL: Rule.CAPITAL, KnownKind.GOVERNMENT: Rule.GOVERNMENT}
"""The kinds that stand for their state, and the rule that they do so by."""


@dataclass(frozen=True, slots=True)
class Identity:
    """What a name is known to stand for, and why."""

    known: Known
    rule: Rule


def identify(form: NameForm, own: Gazetteer) -> Identity | None:
    """Return what `form` is known to stand for by a user's names, the packaged places or the
    packaged outlets, in this order; None if by none, or by several of one of them."""
    mine = own.find(form.text, form.language)
    if mine:
        return _spoken(mine[0], form) if len(mine) == 1 else None
    if form.type is MentionType.PERSON:
        return None
    where = place(form.text, form.language)
    if where:
        return _spoken(where, form)
    press = outlet(form.text, form.language) if form.type is MentionType.ORGANISATION else None
    return Identity(press, Rule.KNOWN) if press else None


def _spoken(known: Known, form: NameForm) -> Identity:
    rule = SPEAKERS.get(known.kind) if form.speaks else None
    if rule and known.country:
        return Identity(state(known.country), rule)
    return Identity(known, Rule.KNOWN)
