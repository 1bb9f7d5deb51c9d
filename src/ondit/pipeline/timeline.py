"""What happened and what was said, in the order of time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ondit.errors import UsageError
from ondit.pipeline.subject import Subject
from ondit.records import Document
from ondit.records.archived import Selection
from ondit.records.chronicle import Chronicle, Entry
from ondit.records.trace import Ref
from ondit.resolve.edtf import MIDDLES
from ondit.store.archive import Archive
from ondit.store.moment import moment
from ondit.trace.profile import Profile, profiles
from ondit.trace.tracer import trace

MONTH = len("2034-02")
"""Characters of the coarsest EDTF value that places a statement in time: a year alone is when most
of a news story happens, and no place in it."""


@dataclass(frozen=True, slots=True)
class Told:
    """A statement, taken apart, and the article that it stands in."""

    document: Document
    profile: Profile

    @property
    def ref(self) -> Ref:
        """Which statement it is."""
        return Ref(self.document.reading.article.id, self.profile.place)

    @property
    def published(self) -> str:
        """When its article was published; sorts last if that is not known."""
        return moment(self.document.reading.article.published) or "9999"


def timeline(
    url: str, about: str | None, since: str | None, until: str | None, limit: int
) -> Chronicle:
    """Return what is told of some time in the order of time, each thing once however many tell it:
    all of it, or what is `about` somebody or something, said by them included.

    `since` and `until` are ISO 8601 dates, both included. Of more than `limit` entries those stay
    that most outlets carry. Raise ArchiveError if there is no archive, UsageError for what is no
    date.
    """
    _check(since, until)
    with Archive(url, create=False) as archive:
        documents = [archive.document(row.id) for row in list(archive.list(Selection()))]
    told = _told(documents, Subject(about, documents) if about else None)
    kept = {one.ref.article: one.document for one in told}
    found = [one for one in _entries(told, kept) if _within(one, since, until)]
    most = sorted(found, key=lambda one: -len(one.outlets))[:limit]
    return Chronicle(tuple(sorted(most, key=lambda one: (begins(one.when), one.ref))), kept)


def begins(value: str) -> str:
    """Return the first day, or as much of it as is known, of an EDTF value, so that dates sort;
    "" if not even the year is known."""
    first = value.partition("/")[0].partition("X")[0].rstrip("-~?%")
    year, month = first[: MONTH - 3], first[MONTH - 2 : MONTH]
    if len(year) < MONTH - 3 or not year.isdigit():
        return ""
    if month.isdigit() and int(month) in MIDDLES:
        return f"{year}-{MIDDLES[int(month)]:02}"
    return first


def _check(*given: str | None) -> None:
    for one in given:
        if one is not None and moment(one) is None:
            raise UsageError(f"{one}: not a date", "write 2025-08-18, or a time in ISO 8601")


def _within(entry: Entry, since: str | None, until: str | None) -> bool:
    when = begins(entry.when)
    return (since is None or when >= since) and (until is None or when[: len(until)] <= until)


def _told(documents: Iterable[Document], subject: Subject | None) -> list[Told]:
    return [
        Told(document, profile)
        for document in documents
        for profile in profiles(document)
        if subject is None or subject.concerned(document.reading, profile)
    ]


def _entries(told: Iterable[Told], documents: Mapping[str, Document]) -> Iterator[Entry]:
    """Yield an entry for each claim, and for each statement that is of none."""
    trails = trace(documents.values()).trails
    claims = {ref: trail.claim.id for trail in trails for ref in trail.claim.carriers}
    groups: defaultdict[str | Ref, list[Told]] = defaultdict(list)
    for one in told:
        groups[claims.get(one.ref, one.ref)].append(one)
    for key, group in groups.items():
        ordered = sorted(group, key=lambda one: (one.published, one.ref))
        yield from _entry(ordered, None if isinstance(key, Ref) else key)


def _entry(told: Sequence[Told], claim: str | None) -> Iterator[Entry]:
    """Yield the entry for statements of the same, the first report first, if any time is known."""
    first, given = told[0], next((day for one in told if (day := _day(one))), None)
    published = first.document.reading.article.published
    if given is None and not begins(published or ""):
        return
    attribution = first.profile.attribution
    yield Entry(
        when=given or str(published),
        dated=given is not None,
        ref=first.ref,
        attribution=attribution.id if attribution else None,
        outlets=tuple(dict.fromkeys(_outlet(one) for one in told)),
        claim=claim,
    )


def _outlet(told: Told) -> str:
    article = told.document.reading.article
    return article.outlet or article.id


def _day(told: Told) -> str | None:
    """Return the most precise date that a statement gives, of several the first."""
    known = [one.value for one in told.profile.days if len(begins(one.value)) >= MONTH]
    return max(known, key=lambda value: len(begins(value)), default=None)
