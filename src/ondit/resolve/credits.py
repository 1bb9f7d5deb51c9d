"""What an article says about where it comes from: agencies, originals, translators, pictures."""

from __future__ import annotations

from collections.abc import Iterable

from ondit.records import Article, Attribution, Credit, CreditKind
from ondit.resolve.credit_line import credit_lines
from ondit.resolve.dateline import datelines
from ondit.resolve.outlet_name import key
from ondit.resolve.retelling import retelling

ELSEWHERE = (CreditKind.ORIGINAL, CreditKind.REPUBLISHED)


def credits(article: Article, attributions: tuple[Attribution, ...]) -> tuple[Credit, ...]:
    """Return whom `article` credits, each once for each kind, in the order of the text.

    Those that the page's markup names come first; an outlet that the lead retells is credited
    only if no other original is stated.
    """
    stated = [*_marked(article), *datelines(article.text), *credit_lines(article.text)]
    if not any(one.kind in ELSEWHERE for one in stated):
        translators = [
            one.span for one in stated if one.span and one.kind is CreditKind.TRANSLATION
        ]
        lead = retelling(article, attributions, translators)
        stated += [lead] if lead else []
    return tuple(sorted(_distinct(stated), key=lambda one: one.span.begin if one.span else -1))


def _marked(article: Article) -> Iterable[Credit]:
    """Return the credit of the page that this one's markup says it was taken from."""
    if article.canonical:
        yield Credit(None, CreditKind.REPUBLISHED, article.canonical)


def _distinct(stated: Iterable[Credit]) -> Iterable[Credit]:
    """Return one credit for each kind and outlet; the first, unless a later one is certain."""
    kept: dict[tuple[CreditKind, str], Credit] = {}
    for one in stated:
        same = one.kind, key(one.outlet)
        if same not in kept or (kept[same].inferred and not one.inferred):
            kept[same] = one
    return kept.values()
