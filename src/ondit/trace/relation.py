"""How two statements are related, and why: the reasons in words, and what disputes a claim."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from ondit.records.trace import Claim, Match, Reason, Ref, Relation, Step
from ondit.trace.match import Compared
from ondit.trace.model import Model
from ondit.trace.pair import FEATURES, Facts, with_relay
from ondit.trace.wordlist import rows

ABOUT = 0.4
"""Centred likeness from which two statements of different claims are about one thing: in the relay
families the likest statements of a claim and its denial have 0.37 to 0.85, six of seven more than
this; 4 % of those of two other claims have 0.45."""

STORY = 0.35
"""The same for the three likest statements of two articles, so that they tell one story: half of
those of a relay family have 0.39 and more, one in fifty of those of two families has 0.35."""

LEAST = 0.1
"""Part of the logarithm of the odds below which a reason is not told."""


def match(one: Compared, cell: Facts, relay: float, by: Model, step: Step | None) -> Match:
    """Return how two statements are related and what speaks for it, the weightiest first.

    `relay` is the probability that one of the articles is made from the other; `step` the one
    that leads from the one statement to the other, if they are of one claim.
    """
    values = with_relay(cell.values, relay)
    reasons = tuple(_reasons(by, values))
    chance = float(by.probabilities([values])[0])
    found = _relation(cell)
    if step:
        found = Relation.SHIFTED if step.shifts else Relation.SAME
    mine, its = _refs(one, cell)
    return Match(mine, its, round(chance, 3), found, reasons)


def _reasons(by: Model, values: Sequence[float]) -> Iterator[Reason]:
    """Yield what decided, the weightiest first; features that say the same count together."""
    words = {name: (pro, contra) for name, pro, contra in rows("reasons.tsv")}
    sums: dict[tuple[str, str], float] = {}
    for name, weight in by.shares(values):
        if values[by.names.index(name)]:
            sums[words[name]] = sums.get(words[name], 0.0) + weight
    for (pro, contra), weight in sorted(sums.items(), key=lambda one: -abs(one[1])):
        if abs(weight) >= LEAST:
            yield Reason(pro if weight > 0 else contra, round(weight, 2))


def disputes(
    found: Iterable[tuple[Ref, Ref]], claims: Sequence[Claim]
) -> Mapping[str, frozenset[str]]:
    """Return for each claim those that deny or contradict it; `found` are statements that do."""
    home = {ref: one.id for one in claims for ref in one.carriers}
    disputed: dict[str, frozenset[str]] = {}
    for mine, its in found:
        a, b = home.get(mine), home.get(its)
        if a and b and a != b:
            disputed[a] = disputed.get(a, frozenset()) | {b}
            disputed[b] = disputed.get(b, frozenset()) | {a}
    return disputed


def disputing(one: Compared) -> Iterator[tuple[Ref, Ref]]:
    """Yield the statements of two articles that deny or contradict each other."""
    for cell in one.cells:
        if _relation(cell) in (Relation.DENIES, Relation.CONTRADICTS):
            yield _refs(one, cell)


def _relation(cell: Facts) -> Relation:
    """Return how statements that are not of one claim are related."""
    if _value(cell, "likeness") < ABOUT or _value(cell, "article") < STORY:
        return Relation.UNRELATED
    if _value(cell, "denial"):
        return Relation.DENIES
    return Relation.CONTRADICTS if _value(cell, "negation") else Relation.UNRELATED


def _value(cell: Facts, name: str) -> float:
    return cell.values[FEATURES.index(name)]


def _refs(one: Compared, cell: Facts) -> tuple[Ref, Ref]:
    a, b = one.comparison.one, one.comparison.other
    return Ref(a.id, a.profiles[cell.one].place), Ref(b.id, b.profiles[cell.other].place)
