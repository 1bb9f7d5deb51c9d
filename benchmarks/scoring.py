"""How a reading is compared with what annotators found in the same text."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from ondit.records import Attribution, Reading, Span
from training.corpus import Gold, Pairs, Text

ALIGNED = 0.5
"""Intersection over union, in visible characters, from which contents or sources agree."""

BINS = 10
"""Bins of equal width for the expected calibration error."""

Places = frozenset[int]


@dataclass(frozen=True, slots=True)
class Marked:
    """One attribution, gold or found, as sets of places of visible characters."""

    source: Places
    cue: Places
    content: Places
    act: str | None
    via: str | None
    probability: float
    nested: bool = False


@dataclass(slots=True)
class Tally:
    """Counts over any number of texts, and the figures that follow from them."""

    texts: int = 0
    gold: int = 0
    found: int = 0
    matched: int = 0
    sourced: int = 0
    strict: int = 0
    nested: int = 0
    nested_found: int = 0
    act_known: int = 0
    act_right: int = 0
    via_right: int = 0
    joint_precision: float = 0.0
    joint_recall: float = 0.0
    names_gold: int = 0
    names_found: int = 0
    names_right: int = 0
    confidence: list[tuple[float, bool]] = field(default_factory=list)

    def add(self, other: Tally) -> None:
        """Add another tally's counts to this one."""
        for name in self.__slots__:
            setattr(self, name, getattr(self, name) + getattr(other, name))

    def row(self) -> dict[str, float]:
        """Return the figures, each in [0, 1], by name; those without a basis are left out."""
        figures: dict[str, float] = {}
        if self.gold or self.found:
            figures |= {
                "precision": _ratio(self.matched, self.found),
                "recall": _ratio(self.matched, self.gold),
                "f1": f1(self.matched, self.found, self.gold),
                "sourced": f1(self.sourced, self.found, self.gold),
                "strict": f1(self.strict, self.found, self.gold),
                "joint": _harmonic(
                    _ratio(self.joint_precision, self.found), _ratio(self.joint_recall, self.gold)
                ),
                "ece": calibration_error(self.confidence),
            }
        if self.nested:
            figures["nested"] = self.nested_found / self.nested
        if self.act_known:
            figures["act"] = self.act_right / self.act_known
            figures["via"] = self.via_right / self.act_known
        if self.names_gold or self.names_found:
            figures["names"] = f1(self.names_right, self.names_found, self.names_gold)
        return figures


def _ratio(part: float, whole: float) -> float:
    return part / whole if whole else 0.0


def _harmonic(precision: float, recall: float) -> float:
    return _ratio(2 * precision * recall, precision + recall)


def f1(right: int, found: int, gold: int) -> float:
    """Return the harmonic mean of precision and recall."""
    return _ratio(2 * right, found + gold)


def calibration_error(confidence: Sequence[tuple[float, bool]]) -> float:
    """Return the expected calibration error over BINS bins of (probability, right) pairs."""
    total = 0.0
    for number in range(BINS):
        inside = [(p, right) for p, right in confidence if min(int(p * BINS), BINS - 1) == number]
        total += abs(sum(p for p, _ in inside) - sum(right for _, right in inside))
    return _ratio(total, len(confidence))


def compare(reading: Reading, gold: Text) -> Tally:
    """Return the tally of one text."""
    tally = Tally(texts=1)
    if gold.attributions is not None:
        golds = _nest([from_gold(gold.text, one) for one in gold.attributions])
        found = [from_reading(gold.text, one) for one in reading.attributions]
        _count(tally, gold.text, golds, found)
    if gold.names is not None:
        names = {(m.span.begin, m.span.end, m.type.value) for m in reading.mentions}
        tally.names_gold, tally.names_found = len(gold.names), len(names)
        tally.names_right = len(names & set(gold.names))
    return tally


def _count(tally: Tally, text: str, golds: list[Marked], found: list[Marked]) -> None:
    pairs = align(golds, found)
    right = {j for _, j in pairs}
    tally.gold, tally.found, tally.matched = len(golds), len(found), len(pairs)
    tally.nested = sum(one.nested for one in golds)
    tally.confidence = [(one.probability, j in right) for j, one in enumerate(found)]
    for i, j in pairs:
        one, other = golds[i], found[j]
        tally.sourced += overlap(one.source, other.source) >= ALIGNED
        tally.strict += _bare(text, one.source) == _bare(text, other.source) and _bare(
            text, one.content
        ) == _bare(text, other.content)
        tally.nested_found += one.nested
        if one.act is not None:
            tally.act_known += 1
            tally.act_right += one.act == other.act
            tally.via_right += one.via == other.via
        tally.joint_precision += _proportion(other, one)
        tally.joint_recall += _proportion(one, other)


def align(golds: Sequence[Marked], found: Sequence[Marked]) -> list[tuple[int, int]]:
    """Pair attributions one to one, those that agree best first; source and cue break ties."""
    scored = []
    for i, one in enumerate(golds):
        for j, other in enumerate(found):
            content = overlap(one.content, other.content)
            if content >= ALIGNED:
                rest = 0.2 * overlap(one.source, other.source) + 0.1 * overlap(one.cue, other.cue)
                scored.append((-content - rest, i, j))
    pairs, used_gold, used_found = [], set(), set()
    for _, i, j in sorted(scored):
        if i not in used_gold and j not in used_found:
            pairs.append((i, j))
            used_gold.add(i)
            used_found.add(j)
    return pairs


def overlap(one: Places, other: Places) -> float:
    """Return intersection over union; two empty sets agree wholly."""
    return len(one & other) / len(one | other) if one or other else 1.0


def _proportion(one: Marked, other: Marked) -> float:
    """Return which part of `one`'s cue, source and content `other` has in the same roles."""
    parts = [(one.cue, other.cue), (one.source, other.source), (one.content, other.content)]
    size = sum(len(mine) for mine, _ in parts)
    return sum(len(mine & theirs) for mine, theirs in parts) / size


def _nest(golds: list[Marked]) -> list[Marked]:
    """Mark the attributions whose content lies in a larger one's."""
    return [
        Marked(
            one.source,
            one.cue,
            one.content,
            one.act,
            one.via,
            one.probability,
            nested=any(one.content < other.content for other in golds),
        )
        for one in golds
    ]


def _places(text: str, spans: Iterable[tuple[int, int]]) -> Places:
    return frozenset(at for b, e in spans for at in range(b, e) if not text[at].isspace())


def _bare(text: str, places: Places) -> Places:
    """Return the places without punctuation before the first and after the last word."""
    words = [at for at in places if unicodedata.category(text[at])[0] not in "PSZC"]
    return frozenset(at for at in places if words and min(words) <= at <= max(words))


def from_gold(text: str, gold: Gold) -> Marked:
    """Return an annotated attribution as sets of places."""
    source, cue, content = (_places(text, one) for one in (gold.source, gold.cue, gold.content))
    act = gold.act.value if gold.act else None
    return Marked(source, cue, content, act, gold.via.value if gold.via else None, 1.0)


def from_reading(text: str, one: Attribution) -> Marked:
    """Return an attribution that was found as sets of places."""
    roles = (one.source, one.cue, one.content)
    source, cue, content = (_places(text, _pairs(spans)) for spans in roles)
    return Marked(source, cue, content, one.act.value, one.via.value, one.probability)


def _pairs(spans: Iterable[Span]) -> Pairs:
    return tuple((span.begin, span.end) for span in spans)
