"""How a claim went from article to article, and what became of it.

Articles are named by `Article.id`, statements by their place in `Document.statements`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from ondit.records.article import Span


@dataclass(frozen=True, slots=True, order=True)
class Ref:
    """A statement of an article: the one at `place` in its document."""

    article: str
    place: int


class Relation(StrEnum):
    """How what two statements claim is related.

    `denies`: the one is an act of denial about the other. `contradicts`: they cannot both be
    true, and neither is made from the other. `shifted`: the same, but for what was changed.
    """

    SAME = "same"
    SHIFTED = "shifted"
    CONTRADICTS = "contradicts"
    DENIES = "denies"
    UNRELATED = "unrelated"


class ShiftKind(StrEnum):
    """What a retelling changed."""

    NUMBER = "number"
    DATE = "date"
    PLACE = "place"
    ACTOR = "actor"
    SOURCE = "source"
    UNSOURCED = "unsourced"
    HEDGE = "hedge"
    CONDITION = "condition"
    NEGATED = "negated"
    SCOPE = "scope"
    ACT = "act"


@dataclass(frozen=True, slots=True)
class Shift:
    """One change: `before` are the words in the parent's text, `after` those in the child's.

    Either is empty where the words were dropped or added. `words` says it to a reader:
    "number: 300 -> 3,000". `probability` in [0, 1].
    """

    kind: ShiftKind
    parent: Ref
    child: Ref
    before: tuple[Span, ...]
    after: tuple[Span, ...]
    words: str
    probability: float


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing that speaks for or against two statements being one claim.

    `weight` is what it adds to the logarithm of the odds; `words` say it to a reader.
    """

    words: str
    weight: float


@dataclass(frozen=True, slots=True)
class Match:
    """Two statements of different articles, and how likely they state the same (calibrated)."""

    one: Ref
    other: Ref
    probability: float
    relation: Relation
    reasons: tuple[Reason, ...]


class RelayKind(StrEnum):
    """By what an article is known to be made from another."""

    NAMED = "named"
    COPIED = "copied"
    TRANSLATED = "translated"
    LINKED = "linked"


@dataclass(frozen=True, slots=True)
class Evidence:
    """What shows a relay: words of the child and, where there are, those of the parent."""

    kind: RelayKind
    child: tuple[Span, ...]
    parent: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Relay:
    """That article `child` is made from `parent`; the parent is a ghost where only its outlet's
    name is known, and no article of it is in the archive.

    `probability` in [0, 1]. `late` if the parent's stamp is later than the child's, so that one
    of both must be wrong; `unordered` if the stamps don't tell which was first.
    """

    child: str
    parent: str | None
    outlet: str | None
    kind: RelayKind
    evidence: tuple[Evidence, ...]
    probability: float
    late: bool = False
    unordered: bool = False


@dataclass(frozen=True, slots=True)
class Claim:
    """Statements that state the same, one or more of each article; `id` is that of the set."""

    id: str
    carriers: tuple[Ref, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """A claim's way from one carrier to another; None where its parent is not in the archive."""

    child: Ref
    parent: Ref | None
    relay: Relay
    shifts: tuple[Shift, ...] = ()


@dataclass(frozen=True, slots=True)
class Origin:
    """An article that has a claim from its own source.

    `sources` are who it has it from, by name; `unnamed` if nobody of them is named. `witnesses`
    are other origins that heard the same source on the same day: what they have is one origin
    told twice. `ghost` is the outlet that the article names where that is not in the archive.
    """

    carrier: Ref
    sources: tuple[str, ...]
    unnamed: bool
    witnesses: tuple[Ref, ...] = ()
    ghost: str | None = None


class Flag(StrEnum):
    """What a reader of a trail should beware of.

    `circular`: many carry the claim, and all have it from one. `unnamed-origin`: no origin names
    its source. `origin-missing`: where it began is not in the archive.
    """

    CIRCULAR = "circular"
    UNNAMED_ORIGIN = "unnamed-origin"
    ORIGIN_MISSING = "origin-missing"


@dataclass(frozen=True, slots=True)
class Trail:
    """All that is known of a claim: where it began, whom it reached, what was changed.

    `carriers`, `outlets` and `languages` count; `depth` is the number of steps of the longest
    way from an origin. `disputed` are the claims that deny or contradict it.
    """

    claim: Claim
    origins: tuple[Origin, ...]
    steps: tuple[Step, ...]
    carriers: int
    outlets: int
    languages: int
    depth: int
    flags: tuple[Flag, ...]
    disputed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Tracing:
    """What was found in documents: how they hang together and the trail of each claim."""

    relays: tuple[Relay, ...]
    trails: tuple[Trail, ...]
