"""Through whose hands words came: from the article's outlet in to the one who said them.

docs/standing.md has the rules with an example for each; they are tested against it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from ondit.records import (
    Attribution,
    Chain,
    Credit,
    CreditKind,
    Link,
    LinkKind,
    MentionType,
    Naming,
    Reading,
    Standing,
    Via,
    wording,
)
from ondit.resolve.inflection import phrases
from ondit.resolve.omission import omitted
from ondit.resolve.outlet_name import is_own, name_within, same
from ondit.resolve.signature import signatories

OUTSIDE_IN = (
    CreditKind.REPUBLISHED,
    CreditKind.TRANSLATION,
    CreditKind.AGENCY,
    CreditKind.ORIGINAL,
)
"""Who is farther from the words: who took the text over, who translated it, the agency that
wrote it, and what that text retells. Pictures' credits say nothing about words."""

UNNAMED = (Via.ANONYMOUS, Via.GROUP, Via.NONE)


def chain(reading: Reading, credits: Sequence[Credit], attribution: Attribution) -> Chain:
    """Return how the content of `attribution` came to the reader of its article."""
    outer = _outer(reading, credits)
    told = _inner(reading, credits, attribution)
    if _is_own(reading, told[0]):
        # What an outlet says in its own name did not come through those it credits.
        outer, told = outer[:1], told[1:]
    links = _joined([*outer, *told])
    signed = tuple(_signed(reading, attribution))
    relays = tuple(
        dict.fromkeys(_full(reading, one) for one in links[1:] if one.name and _relays(one))
    )
    return Chain(
        links=links,
        sources=signed or links[-1:],
        relays=relays,
        hands=len(links) - 1,
        standing=_standing([*told[:-1], *signed] if told and signed else told, relays),
    )


def _outer(reading: Reading, credits: Sequence[Credit]) -> list[Link]:
    """Return the article's own link and its credits'; where its outlet is not known, the
    outermost credit that it states stands for it."""
    credited = [_credited(one) for kind in OUTSIDE_IN for one in credits if one.kind is kind]
    outlet = reading.article.outlet or ""
    if not outlet and credited and not credited[0].inferred:
        return credited
    return [Link(outlet, None, Via.OUTLET, LinkKind.ARTICLE), *credited]


def _inner(reading: Reading, credits: Sequence[Credit], attribution: Attribution) -> list[Link]:
    """Return the links of the attributions that lead to this one; what reads a stated credit as
    an attribution ("translated by X") would only repeat it."""
    links = reading.chain(attribution)
    stated = [one.span for one in credits if one.span and not one.inferred]
    kept = [
        one
        for one in links
        if not any(span.contains(part) for span in stated for part in one.source)
    ]
    return [_told(reading, one) for one in kept or links]


def _credited(one: Credit) -> Link:
    translated = one.kind is CreditKind.TRANSLATION
    kind = LinkKind.TRANSLATION if translated else LinkKind.CREDIT
    return Link(one.outlet, one.span, Via.OUTLET, kind, one.inferred)


def _told(reading: Reading, one: Attribution) -> Link:
    """Return the link that an attribution's source is, written there or left out; an outlet goes
    by its name alone."""
    text = reading.article.text
    left_out = omitted(reading, one)
    if left_out:
        name = left_out.of(text)
        return Link(name, left_out, one.via, LinkKind.ATTRIBUTION, True, one.id)
    span = name_within(text, one.source) if one.via is Via.OUTLET else None
    spans = (span,) if span else one.source
    name = wording(spans, text)
    first = spans[0] if spans else None
    return Link(name, first, one.via, LinkKind.ATTRIBUTION, attribution=one.id)


def _is_own(reading: Reading, link: Link) -> bool:
    """Return whether a source is the article's own outlet."""
    outlet = reading.article.outlet or ""
    if link.via is not Via.OUTLET:
        return False
    forms = phrases(link.name.split(), reading.article.language)
    return is_own(link.name) or any(same(" ".join(words), outlet) for words in forms)


def _joined(links: Iterable[Link]) -> tuple[Link, ...]:
    """Return the links, of neighbours with one name the inner: it says what the outer does, and
    without doubt. Who tells what they themselves want is one hand."""
    joined: list[Link] = []
    for link in links:
        before = joined[-1] if joined else None
        if before and same(before.name, link.name):
            keeps = before.kind is LinkKind.ARTICLE or link.inferred
            joined[-1] = before if keeps else link
        else:
            joined.append(link)
    return tuple(joined)


def _signed(reading: Reading, attribution: Attribution) -> Iterator[Link]:
    for one in signatories(reading, attribution):
        via = Via.NAMED if one.type is MentionType.PERSON else Via.OFFICE
        yield Link(one.span.of(reading.article.text), one.span, via, LinkKind.SIGNATURE)


def _full(reading: Reading, link: Link) -> str:
    """Return the name of an outlet that the text has for what only describes it ("the paper")."""
    at = bisect_left(reading.namings, link.span.begin, key=_begin) if link.span else -1
    found = reading.namings[at] if 0 <= at < len(reading.namings) else None
    described = found and found.span == link.span and found.antecedent and found.resolved
    return found.name if found and described else link.name


def _begin(naming: Naming) -> int:
    return naming.span.begin


def _relays(link: Link) -> bool:
    """Return whether the text says that words came through this outlet; who translates them
    does not vouch for them."""
    return link.via is Via.OUTLET and not link.inferred and link.kind is not LinkKind.TRANSLATION


def _standing(told: Sequence[Link], relays: Sequence[str]) -> Standing:
    """Return the standing: the weakest that any of those who told it leaves."""
    if not told:
        return Standing.OWN_VOICE
    if any(one.via in UNNAMED for one in told):
        return Standing.UNNAMED
    return Standing.RELAYED if relays else Standing.ON_RECORD
