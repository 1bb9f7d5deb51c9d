"""The lead that retells one other outlet's article as a whole ("As the portal Sohu writes, ...").

No word says that the rest comes from there too; so it is inferred, and only where nothing in
the text tells of another origin.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ondit.records import Article, Attribution, Credit, CreditKind, Span, Via
from ondit.resolve.outlet_name import is_own, name_within, same
from ondit.resolve.wordlist import column

FIRST_LINES = 3
"""Lines at the start in which a lead stands: headline, picture's credit, lead. In 695 of 753 texts
of the synthetic corpus the first paragraph of more than 160 characters is among them."""

LEAST_REST = 50
"""Letters that must follow for there to be something left to retell: the median sentence of the
synthetic corpus, 27 languages, has as many."""

WORDS = "retellings.tsv"


def retelling(
    article: Article, attributions: Sequence[Attribution], translators: Sequence[Span]
) -> Credit | None:
    """Return the credit of the outlet whose article this one retells, or None.

    `translators` are the spans of the translators' credits: one in the outlet's own paragraph
    says that the whole is a translation; without it, nobody but that outlet may be a source.
    """
    lead = next((one for one in attributions if _leads(article, one)), None)
    if lead is None:
        return None
    text = article.text
    found = name_within(text, lead.source)
    if found is None or is_own(found.of(text)) or same(found.of(text), article.outlet or ""):
        return None
    if not any(_one_paragraph(text, found, one) for one in translators):
        rest = text[max(lead.content[-1].end, found.end) :]
        if _has_own(rest, article) or not _is_sole(text, found, attributions):
            return None
        if sum(letter.isalpha() for letter in rest) < LEAST_REST:
            return None
    spans = [*lead.source, *lead.cue]
    whole = Span(min(one.begin for one in spans), max(one.end for one in spans))
    return Credit(whole, CreditKind.ORIGINAL, found.of(text), inferred=True)


def _leads(article: Article, one: Attribution) -> bool:
    """Return whether an outlet is said to publish something in the text's first lines."""
    if one.via is not Via.OUTLET or one.parent is not None or not one.source:
        return False
    cue = " ".join(span.of(article.text) for span in one.cue).casefold()
    above = article.text[: one.source[0].begin]
    lines = len([line for line in above.split("\n")[:-1] if line.strip()])
    return lines < FIRST_LINES and any(word in cue for word in column(WORDS, "cue"))


def _one_paragraph(text: str, one: Span, other: Span) -> bool:
    first, last = sorted((one, other))
    return "\n" not in text[first.begin : last.end]


def _is_sole(text: str, outlet: Span, attributions: Iterable[Attribution]) -> bool:
    """Return whether every attribution that lies in no other is this outlet's, or nobody's."""
    roots = [one for one in attributions if one.parent is None and one.source]
    named = [name_within(text, one.source) for one in roots if one.via is Via.OUTLET]
    return len(named) == len(roots) and all(
        one and same(one.of(text), outlet.of(text)) for one in named
    )


def _has_own(rest: str, article: Article) -> bool:
    """Return whether a text tells that its own outlet asked or was there."""
    words = rest.casefold()
    outlet = (article.outlet or "").casefold()
    return any(own in words for own in column(WORDS, "own")) or bool(outlet and outlet in words)
