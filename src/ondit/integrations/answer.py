"""What an assistant is answered with: who said what, short, with the place of every word.

The protocol describes these types to the assistant. Every pair of numbers is a stretch
`[begin, end)` of the article's text in characters.
"""

from __future__ import annotations

from dataclasses import dataclass

from ondit.records import Act, Form, Standing, Via

Stretch = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Piece:
    """An article: what it is, without its text."""

    id: str
    title: str | None
    outlet: str | None
    url: str | None
    language: str | None
    published: str | None


@dataclass(frozen=True, slots=True)
class Said:
    """Words and who said them.

    `chain` names through whom they came, from the outside in; its last is their source. `spans`
    are those of `content`. `parent` is the number of the attribution in whose content this lies.
    """

    number: int
    parent: int | None
    chain: tuple[str, ...]
    cue: str
    content: str
    condition: str
    spans: tuple[Stretch, ...]
    act: Act
    via: Via
    form: Form
    standing: Standing | None
    probability: float


# The protocol's library takes the slots of a class that is answered alone for defaults.
@dataclass(frozen=True)
class ReadArticle:
    """What was read in an article, and whom its text says that it is from."""

    article: Piece
    credits: tuple[str, ...]
    said: tuple[Said, ...]
    text: str


@dataclass(frozen=True, slots=True)
class Found:
    """Words that were searched for, who said them, and in which article.

    `score` in [0, 1] is how much of the content was asked for, or how near its meaning comes.
    """

    article: Piece
    number: int
    source: str
    content: str
    spans: tuple[Stretch, ...]
    act: Act
    via: Via
    standing: Standing | None
    probability: float
    score: float


@dataclass(frozen=True, slots=True)
class Carrier:
    """An article that carries a claim, and its words for it; `number` is that of the attribution
    whose content they are, nothing where the article says it in its own voice."""

    article: Piece
    number: int | None
    content: str
    spans: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class Start:
    """An article that has the claim from its own source; `sources` are who that is, by name.

    `witnesses` are articles that heard the same source on the same day; `missing` is the outlet
    that it names as where it has it from, if that is not in the archive.
    """

    article: str
    sources: tuple[str, ...]
    unnamed: bool
    witnesses: tuple[str, ...]
    missing: str | None


@dataclass(frozen=True, slots=True)
class Hop:
    """How the claim came from one article to another, and what was changed on the way.

    `parent` is nothing where only the name of its outlet is known. `late`: the parent's date is
    later than the child's. `evidence` are the words of the child that show it.
    """

    child: str
    parent: str | None
    outlet: str | None
    kind: str
    probability: float
    late: bool
    evidence: tuple[str, ...]
    changed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Path:
    """Where a claim comes from, whom it reached, what was changed; `disputed` are the ids of
    claims that deny or contradict it."""

    claim: str
    outlets: int
    languages: int
    depth: int
    flags: tuple[str, ...]
    starts: tuple[Start, ...]
    hops: tuple[Hop, ...]
    carriers: tuple[Carrier, ...]
    disputed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Summary:
    """A claim that several articles carry: `content` are the words of the earliest."""

    claim: str
    content: str
    carriers: int
    outlets: int
    languages: int
    origins: int
    depth: int
    changed: int
    flags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Stand:
    """What somebody said, promised, refused or demanded, as its first report has it; `condition`
    is under which condition or by when, `outlets` are all that report it."""

    article: str
    published: str | None
    act: Act
    content: str
    condition: str
    standing: Standing | None
    outlets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Telling:
    """Something that happens, as its first report has it. `when` is EDTF: what the words say where
    `dated`, else when they were published. `chain` is empty in the article's own voice."""

    when: str
    dated: bool
    article: str
    chain: tuple[str, ...]
    content: str
    outlets: tuple[str, ...]
    claim: str | None
