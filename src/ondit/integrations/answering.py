"""From Ondit's records to the short answers that assistants get."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ondit.integrations.answer import (
    Carrier,
    Found,
    Hop,
    Path,
    Piece,
    ReadArticle,
    Said,
    Stand,
    Start,
    Stretch,
    Summary,
    Telling,
)
from ondit.pipeline.identity import archived_id
from ondit.records import Article, Attribution, Document, Reading, Span, wording
from ondit.records.archived import ArticleRow, Hit
from ondit.records.chronicle import Entry
from ondit.records.position import Position
from ondit.records.trace import Origin, Ref, Step, Trail
from ondit.show.trail import earliest, words
from ondit.show.wording import sources


def piece(row: ArticleRow | Article) -> Piece:
    """Return what an article is, without its text."""
    id_ = row.id if isinstance(row, ArticleRow) else archived_id(row)
    return Piece(id_, row.title, row.outlet, row.url, row.language, row.published)


def read_article(reading: Reading) -> ReadArticle:
    """Return what was read in an article."""
    return ReadArticle(
        article=piece(reading.article),
        credits=tuple(one.outlet for one in reading.credits),
        said=tuple(_said(one, reading) for one in reading.attributions),
        text=reading.article.text,
    )


def found(hit: Hit) -> Found:
    """Return a hit of a search."""
    one = hit.attribution
    return Found(
        article=piece(hit.article),
        number=one.id,
        source=hit.source,
        content=hit.text,
        spans=_pairs(one.content),
        act=one.act,
        via=one.via,
        standing=hit.standing,
        probability=one.probability,
        score=round(hit.score, 4),
    )


def path(trail: Trail, documents: Mapping[str, Document]) -> Path:
    """Return a claim's trail."""
    return Path(
        claim=trail.claim.id,
        outlets=trail.outlets,
        languages=trail.languages,
        depth=trail.depth,
        flags=tuple(one.value for one in trail.flags),
        starts=tuple(_start(one, documents) for one in trail.origins),
        hops=tuple(_hop(one, documents) for one in trail.steps),
        carriers=tuple(_carrier(one, documents) for one in trail.claim.carriers),
        disputed=trail.disputed,
    )


def summary(trail: Trail, documents: Mapping[str, Document]) -> Summary:
    """Return a claim in short."""
    return Summary(
        claim=trail.claim.id,
        content=words(earliest(trail, documents), documents),
        carriers=trail.carriers,
        outlets=trail.outlets,
        languages=trail.languages,
        origins=len(trail.origins),
        depth=trail.depth,
        changed=sum(len(one.shifts) for one in trail.steps),
        flags=tuple(one.value for one in trail.flags),
    )


def stand(position: Position, article: str) -> Stand:
    """Return what an actor said at one time, as the archive's `article` has it first."""
    return Stand(
        article=article,
        published=position.published,
        act=position.act,
        content=position.words,
        condition=position.condition,
        standing=position.standing,
        outlets=position.outlets,
    )


def telling(entry: Entry, documents: Mapping[str, Document]) -> Telling:
    """Return something that happens, and who tells it."""
    reading = documents[entry.ref.article].reading
    number = entry.attribution
    return Telling(
        when=entry.when,
        dated=entry.dated,
        article=_id(entry.ref, documents),
        chain=sources(reading, reading.attributions[number - 1]) if number else (),
        content=words(entry.ref, documents),
        outlets=entry.outlets,
        claim=entry.claim,
    )


def _said(one: Attribution, reading: Reading) -> Said:
    text = reading.article.text
    return Said(
        number=one.id,
        parent=one.parent,
        chain=sources(reading, one),
        cue=wording(one.cue, text),
        content=wording(one.content, text),
        condition=wording(one.condition, text),
        spans=_pairs(one.content),
        act=one.act,
        via=one.via,
        form=one.form,
        standing=reading.chains[one.id - 1].standing if reading.chains else None,
        probability=one.probability,
    )


def _carrier(ref: Ref, documents: Mapping[str, Document]) -> Carrier:
    document = documents[ref.article]
    statement = document.statements[ref.place]
    return Carrier(
        article=piece(document.reading.article),
        number=statement.attribution,
        content=words(ref, documents),
        spans=_pairs(statement.spans),
    )


def _start(origin: Origin, documents: Mapping[str, Document]) -> Start:
    return Start(
        article=_id(origin.carrier, documents),
        sources=origin.sources,
        unnamed=origin.unnamed,
        witnesses=tuple(_id(one, documents) for one in origin.witnesses),
        missing=origin.ghost,
    )


def _hop(step: Step, documents: Mapping[str, Document]) -> Hop:
    text = documents[step.child.article].reading.article.text
    return Hop(
        child=_id(step.child, documents),
        parent=_id(step.parent, documents) if step.parent else None,
        outlet=step.relay.outlet,
        kind=step.relay.kind.value,
        probability=step.relay.probability,
        late=step.relay.late,
        evidence=tuple(wording(one.child, text) for one in step.relay.evidence if one.child),
        changed=tuple(one.words for one in step.shifts),
    )


def _id(ref: Ref, documents: Mapping[str, Document]) -> str:
    return archived_id(documents[ref.article].reading.article)


def _pairs(spans: Iterable[Span]) -> tuple[Stretch, ...]:
    return tuple((one.begin, one.end) for one in spans)
