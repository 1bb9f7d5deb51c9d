"""What a retelling changed against what it retells, with the words of both."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ondit.records import Span
from ondit.records.trace import Ref, Shift, ShiftKind
from ondit.trace.detail import details
from ondit.trace.model import Model
from ondit.trace.profile import Profile
from ondit.trace.sheet import Sheet
from ondit.trace.stance import stances
from ondit.trace.turn import Turn
from ondit.trace.voice import voices
from ondit.trace.wordlist import rows

SEEN = {
    ShiftKind.NUMBER: ("number", "number_lost", "number_gained"),
    ShiftKind.DATE: ("date", "deadline", "date_lost", "date_gained"),
    ShiftKind.PLACE: ("place", "place_lost", "place_gained", "body"),
    ShiftKind.ACTOR: ("role", "role_fresh", "doer_unlike", "person", "body", "role_lost"),
    ShiftKind.SOURCE: (
        "source_unlike", "source_fresh", "source_absent", "source_vaguer", "source_closer",
    ),
    ShiftKind.UNSOURCED: ("source_lost", "source_near", "actor_left", "tellers_fewer"),
    ShiftKind.HEDGE: (
        "may_lost", "may_gained", "consider_lost", "consider_gained", "would_lost",
        "would_gained",
    ),
    ShiftKind.CONDITION: (
        "if_lost", "if_gained", "until_lost", "until_gained", "condition_lost", "condition_gained",
        "deadline", "deadline_lost", "deadline_gained", "date_lost", "shorter",
    ),
    ShiftKind.NEGATED: ("negation", "negation_told", "negation_shown", "denial"),
    ShiftKind.SCOPE: (
        "all_lost", "all_gained", "some_lost", "some_gained", "denied_all", "denied_shorter",
        "place_lost", "date_lost", "shorter",
    ),
    ShiftKind.ACT: ("force", "act_force", "promise", "force_one", "act"),
}  # fmt: skip
"""The differences that each kind of shift is seen in; each kind has a model over them."""

LIKELY = 0.45
"""Probability from which a difference is a shift: the F1 of all shifts in the relay families, each
left out of the fit in turn, is 0.72 with it and with 0.4, and falls beyond 0.5."""


def turns(parent: Profile, child: Profile) -> dict[str, Turn]:
    """Return all differences that rules look for, by name."""
    rules = (details, voices, stances)
    return {one.name: one for rule in rules for one in rule(parent, child)}


def shifts(
    parent: tuple[Sheet, int], child: tuple[Sheet, int], by: Sequence[tuple[ShiftKind, Model]]
) -> tuple[Shift, ...]:
    """Return what profile `child` changed against profile `parent`, by kind."""
    (first, i), (second, j) = parent, child
    before, after = first.profiles[i], second.profiles[j]
    found = turns(before, after)
    refs = Ref(first.id, before.place), Ref(second.id, after.place)
    result = []
    for kind, model in by:
        chance = float(model.probabilities([[found[name].value for name in model.names]])[0])
        seen = _seen(kind, found)
        if chance >= LIKELY and seen:
            words = _words(kind, seen, first.text, second.text)
            spans = seen.before, seen.after
            result.append(Shift(kind, *refs, *spans, words, round(chance, 3)))
    return tuple(result)


def _seen(kind: ShiftKind, found: Mapping[str, Turn]) -> Turn | None:
    """Return the difference that a shift of this kind is seen in, the most telling one first."""
    own = [found[name] for name in SEEN[kind] if found[name].value > 0]
    return max(own, key=lambda one: one.value, default=None)


def _words(kind: ShiftKind, seen: Turn, first: str, second: str) -> str:
    reason = next((words for name, words in rows("turns.tsv") if name == seen.name), "")
    told = f"{kind}: {_of(seen.before, first)} -> {_of(seen.after, second)}"
    return f"{told} ({reason})" if reason else told


def _of(spans: tuple[Span, ...], text: str) -> str:
    return ", ".join(one.of(text) for one in spans) or "nothing"
