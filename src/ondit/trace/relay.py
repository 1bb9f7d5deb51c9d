"""Which article is made from which: by name, by copying, by translation, by a link.

A fitted model gives each two articles a probability; then an article keeps the parents that are
likely and that give it something no likelier parent gives, or that it names.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from ondit.records import Span
from ondit.records.trace import Evidence, Relay, RelayKind
from ondit.trace.model import Model
from ondit.trace.outlet import likeness
from ondit.trace.sheet import Sheet
from ondit.trace.tie import NAMED, Tie

LIKELY = 0.4
"""Probability from which a relay is taken for one, fitted on the relay families: where the F1 of
their edges is highest when each is left out in turn."""

DOUBTFUL = 0.02
"""Probability from which a relay is taken for one where a statement is told by some outlet or by
the same source as in an earlier article: six of seven of those in the relay families are."""

COPIED = 0.35
"""Part of a child's pieces of four characters that the parent has, from which it is copied: in
the relay families retellings in own words have up to 0.33, copies 0.40 and more."""

TRANSLATED = 0.5
"""Part of a child's statements that render the parent's, from which it is translated; set by
hand."""


def linked(tied: Sequence[Sequence[Tie]], by: Model) -> dict[tuple[str, str], float]:
    """Return for each two articles the probability that one is made from the other."""
    found: defaultdict[tuple[str, str], float] = defaultdict(float)
    for row in tied:
        for one, chance in zip(row, by.probabilities([t.values for t in row]), strict=True):
            key = min(one.child.id, one.parent.id), max(one.child.id, one.parent.id)
            found[key] = max(found[key], float(chance))
    return found


def parents(ties: Sequence[Tie], by: Model) -> list[Relay]:
    """Return the relays that lead to one article, the likeliest first."""
    chances = by.probabilities([one.values for one in ties])
    order = sorted(zip(chances, ties, strict=True), key=lambda one: (-one[0], one[1].parent.id))
    given: set[int] = set()
    found = []
    for chance, one in order:
        news = {place for place, _ in one.links} - given
        if chance >= LIKELY and (news or one.named >= NAMED):
            given |= news
            found.append(_relay(one, float(chance)))
    return found


def doubtful(ties: Sequence[Tie], by: Model) -> list[Relay]:
    """Return the relays that could lead to one article, but are not likely by themselves."""
    chances = by.probabilities([one.values for one in ties])
    return [
        _relay(one, float(chance))
        for chance, one in zip(chances, ties, strict=True)
        if DOUBTFUL <= chance < LIKELY and not one.child.when.before(one.parent.when)
    ]


def ghosts(own: Sheet, outlets: Sequence[str]) -> list[Relay]:
    """Return a relay for each outlet that an article names and that is not there.

    `outlets` are those of the articles it is made from; a noun ("the newspaper") is no name.
    """
    found: dict[str, Relay] = {}
    for one in own.cited:
        known = [name for name in (*outlets, own.outlet, *found) if name]
        here = any(likeness(one.name, name) >= NAMED for name in known)
        if one.span and not here and any(_meet(one.span, its.span) for its in own.mentioned):
            evidence = (Evidence(RelayKind.NAMED, (one.span,)),)
            found[one.name] = Relay(own.id, None, one.name, RelayKind.NAMED, evidence, 1.0)
    return list(found.values())


def _meet(one: Span, other: Span | None) -> bool:
    return other is not None and one.begin < other.end and other.begin < one.end


def _relay(one: Tie, chance: float) -> Relay:
    evidence = _evidence(one)
    return Relay(
        child=one.child.id,
        parent=one.parent.id,
        outlet=one.parent.outlet or None,
        kind=evidence[0].kind,
        evidence=evidence,
        probability=round(chance, 3),
        late=one.child.when.before(one.parent.when),
        unordered=not one.parent.when.before(one.child.when),
    )


def _evidence(one: Tie) -> tuple[Evidence, ...]:
    """Return what shows that an article is from another, the strongest kind first."""
    child, parent = one.child, one.parent
    found = []
    if child.language == parent.language and one.wording >= COPIED:
        found.append(_side_by_side(RelayKind.COPIED, one))
    elif child.language != parent.language and one.share >= TRANSLATED:
        found.append(_side_by_side(RelayKind.TRANSLATED, one))
    url = parent.document.reading.article.url
    at = child.text.find(url) if url else -1
    if url and at >= 0:
        found.append(Evidence(RelayKind.LINKED, (Span(at, at + len(url)),)))
    if one.named >= NAMED and one.cited and one.cited.span:
        found.append(Evidence(RelayKind.NAMED, (one.cited.span,)))
    if found:
        return tuple(found)
    alike = RelayKind.COPIED if child.language == parent.language else RelayKind.TRANSLATED
    return (_side_by_side(alike, one),)


def _side_by_side(kind: RelayKind, one: Tie) -> Evidence:
    mine = (span for i, _ in one.links for span in one.child.profiles[i].spans)
    its = (span for _, j in one.links for span in one.parent.profiles[j].spans)
    return Evidence(kind, tuple(sorted(set(mine))), tuple(sorted(set(its))))
