"""How the positions of one actor stand to each other: turns, contradictions, deadlines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ondit.pipeline.tracing import positions
from ondit.records import Act, Attribution, Document, LinkKind, Span, TimexKind
from ondit.records.archived import Selection
from ondit.records.position import Position, Stand
from ondit.records.trace import Ref
from ondit.store.archive import Archive
from ondit.trace.centre import Floats, centred
from ondit.trace.cue import CueKind, cues

AGAINST = 0.55
"""Centred likeness from which two positions can be on one thing: of 18 invented pairs in ten
languages in which somebody takes back in other words what was said, 11 have it; of 189 pairs that
one source says in fourteen relay families (those of 0.3 and more), one has it and would be told to
be a turn, wrongly."""

LONGER = 2.0
"""Times that one may be as long as the other in one language: the long one says more than a yes or
no to the short one. Set by hand."""

DATES = frozenset({TimexKind.DATE, TimexKind.TIME, TimexKind.INTERVAL, TimexKind.DURATION})
NAY = frozenset({Act.DENY, Act.REFUSE})


@dataclass(frozen=True, slots=True, eq=False)
class Held:
    """A position with what is compared; `yes` is None where its words don't tell."""

    position: Position
    document: Document
    vector: Floats
    yes: bool | None

    @property
    def day(self) -> str:
        """The day of its first report, "" if that is not known."""
        return (self.position.published or "").partition("T")[0]


def stands(url: str, selection: Selection, on: str | None) -> tuple[Stand, ...]:
    """Return the positions of a source, as `positions` does, each with how it stands to those
    before. Raise the same errors."""
    found = positions(url, selection, on)
    with Archive(url, create=False) as archive:
        ids = dict.fromkeys(hit.article.id for hit in archive.search(selection))
        documents = {id_: archive.document(id_) for id_ in ids}
    return related([_held(one, documents[one.ref.article]) for one in found])


def related(held: Sequence[Held]) -> tuple[Stand, ...]:
    """Return positions, in the order of time, with those before that each does not agree with."""
    return tuple(_stand(one, held[:at]) for at, one in enumerate(held))


def _held(position: Position, document: Document) -> Held:
    language, place = document.reading.article.language, position.ref.place
    (vector,) = centred(document.vectors[[place]], language)
    return Held(position, document, vector, _says_yes(position, document))


def _says_yes(position: Position, document: Document) -> bool | None:
    """Return whether a position is for what it is about; a denial of something that is itself
    told with a not is told so in one language and otherwise in the next."""
    article = document.reading.article
    spans = document.statements[position.ref.place].spans
    without = not any(
        one.kind is CueKind.NOT for one in cues(article.text, spans, article.language)
    )
    if position.act in NAY:
        return False if without else None
    return without


def _stand(one: Held, before: Sequence[Held]) -> Stand:
    against = [its for its in before if _against(one, its)]
    turned = [its for its in against if its.day and its.day < one.day]
    return Stand(
        position=one.position,
        through=_through(one),
        deadlines=tuple(_deadlines(one)),
        turns_from=_refs(turned),
        contradicts=_refs([its for its in against if its not in turned]),
    )


def _refs(held: Sequence[Held]) -> tuple[Ref, ...]:
    return tuple(one.position.ref for one in held)


def _against(one: Held, other: Held) -> bool:
    if one.yes is None or other.yes is None or one.yes == other.yes:
        return False
    short, long = sorted((len(one.position.words), len(other.position.words)))
    alike = one.document.reading.article.language == other.document.reading.article.language
    return float(one.vector @ other.vector) >= AGAINST and not (alike and long > LONGER * short)


def _attribution(one: Held) -> Attribution:
    number = one.document.statements[one.position.ref.place].attribution
    return one.document.reading.attributions[(number or 1) - 1]


def _through(one: Held) -> tuple[str, ...]:
    """Return who stands between the reader and the actor, the article's outlet left out."""
    reading = one.document.reading
    if not reading.chains:
        return ()
    outer = reading.chains[_attribution(one).id - 1].links[:-1]
    return tuple(link.name for link in outer if link.name and link.kind is not LinkKind.ARTICLE)


def _deadlines(one: Held) -> list[str]:
    """Return the dates in a condition, and those in a content after a word like "until"."""
    reading, attribution = one.document.reading, _attribution(one)
    text, language = reading.article.text, reading.article.language
    until = [
        found.span.begin
        for found in cues(text, attribution.content, language)
        if found.kind is CueKind.UNTIL
    ]

    def bounds(span: Span) -> bool:
        within = any(part.contains(span) for part in attribution.content)
        closed = any(part.contains(span) for part in attribution.condition)
        return closed or (within and any(at <= span.end for at in until))

    return [
        f"{found.span.of(text)} = {found.value}"
        for found in reading.timexes
        if found.kind in DATES and bounds(found.span)
    ]
