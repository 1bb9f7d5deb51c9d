"""What there is to be told to those who watch an actor, a claim, an outlet or words."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from hashlib import sha256

from ondit.pipeline.looking import articles, search
from ondit.pipeline.stand import stands
from ondit.pipeline.tracing import trails
from ondit.records import Act, Document
from ondit.records.archived import Selection
from ondit.records.position import Stand
from ondit.records.trace import Ref, Step
from ondit.records.watch import Alert, AlertKind, Subject, Watch
from ondit.show.trail import changed, earliest, words
from ondit.show.wording import NO_SOURCE, one_line
from ondit.store.archive import Archive
from ondit.trace.tracer import trace

PROMISES = frozenset({Act.COMMIT, Act.OFFER, Act.AGREE})
"""Acts that a date binds whoever does them."""

DAY = len("2031-10-20")
"""Characters of an EDTF value that names a day."""

UNNAMED = "an outlet without a name"


def alerts(url: str, watch: Watch, today: date) -> list[Alert]:
    """Return all that is known of what is watched; what is new of it, its keys tell.

    Raise ArchiveError if there is no archive.
    """
    return list(_WAYS[watch.subject](url, watch.what, today))


def claim_words(url: str, what: str) -> str:
    """Return the words in which a claim first stood, given by its id, an article's id or URL, or
    other words: the id of a claim is another with each article that carries it.

    Raise ArchiveError if there is no such claim, WeightsError if there is no model.
    """
    traced = trails(url, what)
    trail = traced.trails[0]
    return words(earliest(trail, traced.documents), traced.documents)


def _actor(url: str, name: str, today: date) -> Iterator[Alert]:
    for one in stands(url, Selection(source=name), None):
        position = one.position
        outlet = position.outlets[0] if position.outlets else UNNAMED
        kind = AlertKind.TURN if one.turns_from else AlertKind.SAID
        title = f"{name}: {position.act} ({outlet})"
        if one.turns_from:
            title = f"{name} reverses what was said before: {position.act} ({outlet})"
        yield Alert(_key(kind, position.ref), kind, title, position.words, None, position.published)
        yield from _passed(one, name, today)


def _passed(one: Stand, name: str, today: date) -> Iterator[Alert]:
    """Yield the deadlines of a promise that have passed."""
    position, kind = one.position, AlertKind.DEADLINE
    for deadline in one.deadlines if position.act in PROMISES else ():
        words_of, _, value = deadline.rpartition(" = ")
        last = value.rpartition("/")[2]
        # EDTF leaves open what is not known; such a day has not passed for sure.
        if len(last) >= DAY and last[:DAY].replace("-", "").isdigit() and last < today.isoformat():
            title = f"{name}: the deadline has passed ({words_of}, {last[:DAY]})"
            key = _key(kind, position.ref, last)
            yield Alert(key, kind, title, position.words, None, position.published)


def _outlet(url: str, name: str, _today: date) -> Iterator[Alert]:
    for row in articles(url, Selection(outlet=name)):
        title = f"{row.outlet or name}: {row.title or row.id}"
        said = f"{row.attributions} attributions"
        key = _key(AlertKind.ARTICLE, row.id, str(row.version))
        yield Alert(key, AlertKind.ARTICLE, title, said, row.url, row.published)


def _query(url: str, asked: str, _today: date) -> Iterator[Alert]:
    for hit in search(url, Selection(words=asked), None):
        row = hit.article
        title = f"{hit.source or NO_SOURCE}: {hit.attribution.act} ({row.outlet or UNNAMED})"
        # A changed text of the article is not the same thing said again.
        key = _key(AlertKind.SAID, row.id, one_line(hit.text))
        yield Alert(key, AlertKind.SAID, title, hit.text, row.url, row.published)


def _claim(url: str, asked: str, _today: date) -> Iterator[Alert]:
    """Yield what became of the claim that has these words; those that one article alone carries
    count, too, since they may deny it."""
    with Archive(url, create=False) as archive:
        held = [archive.document(row.id) for row in list(archive.list(Selection()))]
    documents = {one.reading.article.id: one for one in held}
    every = {one.claim.id: one for one in trace(held).trails}
    for trail in every.values():
        if all(words(ref, documents) != asked for ref in trail.claim.carriers):
            continue
        origins = {one.carrier for one in trail.origins}
        denying = {ref for ref in trail.claim.carriers if _denies(ref, documents)}
        for ref in trail.claim.carriers:
            kind = AlertKind.ORIGIN if ref in origins else AlertKind.CARRIER
            yield _carrying(AlertKind.DENIAL if ref in denying else kind, ref, documents)
        for step in (one for one in trail.steps if one.child not in denying):
            yield from _shifts(step, documents)
        for ref in (ref for one in trail.disputed for ref in every[one].claim.carriers):
            yield _carrying(AlertKind.DENIAL, ref, documents)


def _carrying(kind: AlertKind, ref: Ref, documents: dict[str, Document]) -> Alert:
    says = {
        AlertKind.ORIGIN: "has the claim from its own source",
        AlertKind.CARRIER: "carries the claim, too",
        AlertKind.DENIAL: "denies or contradicts the claim",
    }
    article = documents[ref.article].reading.article
    title = f"{article.outlet or UNNAMED} {says[kind]}"
    # What looks like an origin may turn out to be none, and is not told again for that.
    key = _key(AlertKind.CARRIER, ref)
    return Alert(key, kind, title, words(ref, documents), article.url, article.published)


def _denies(ref: Ref, documents: dict[str, Document]) -> bool:
    """Return whether a statement is what somebody denies: it is told with the claim's own words."""
    document = documents[ref.article]
    number = document.statements[ref.place].attribution
    return number is not None and document.reading.attributions[number - 1].act is Act.DENY


def _shifts(step: Step, documents: dict[str, Document]) -> Iterator[Alert]:
    article = documents[step.child.article].reading.article
    for shift in step.shifts:
        what = changed(shift, documents)
        title = f"{article.outlet or UNNAMED} changed the claim: {what}"
        key = _key(AlertKind.SHIFT, step.child, shift.kind)
        told = words(step.child, documents)
        yield Alert(key, AlertKind.SHIFT, title, told, article.url, article.published)


def _key(kind: AlertKind, of: Ref | str, more: str = "") -> str:
    """Return what an alert is known by, whatever else is added to the archive."""
    place = f"{of.article}.{of.place}" if isinstance(of, Ref) else of
    return f"{kind}:" + sha256(f"{place}:{more}".encode("utf-8", "surrogatepass")).hexdigest()[:16]


_WAYS: dict[Subject, Callable[[str, str, date], Iterator[Alert]]] = {
    Subject.ACTOR: _actor,
    Subject.CLAIM: _claim,
    Subject.OUTLET: _outlet,
    Subject.QUERY: _query,
}
