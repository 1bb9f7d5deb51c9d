"""The words that show an article to be made from another, by kind, the strongest kind first."""

from __future__ import annotations

from collections.abc import Sequence

from ondit.records import Span
from ondit.records.trace import Evidence, RelayKind
from ondit.trace.alignment import Link
from ondit.trace.sheet import Cited, Sheet

COPIED = 0.35
"""Part of a child's pieces of four characters that the parent has, from which it is copied: in
the relay families retellings in own words have up to 0.33, copies 0.40 and more."""

TRANSLATED = 0.5
"""Part of a child's statements that render the parent's, from which it is translated; set by
hand."""


def evidence(
    child: Sheet, parent: Sheet, links: Sequence[Link], wording: float, cited: Cited | None
) -> tuple[Evidence, ...]:
    """Return what shows it; one kind at least.

    `links` are statements of both that are aligned, `wording` is the part of the child's pieces of
    text that the parent has, `cited` where the child names the parent's outlet.
    """
    found = []
    share = len(links) / max(1, len(child.profiles))
    alike = RelayKind.COPIED if child.language == parent.language else RelayKind.TRANSLATED
    if wording >= COPIED if alike is RelayKind.COPIED else share >= TRANSLATED:
        found.append(_side_by_side(alike, child, parent, links))
    if linked := _linked(child, parent):
        found.append(linked)
    if cited and cited.span:
        found.append(Evidence(RelayKind.NAMED, (cited.span,)))
    return tuple(found) or (_side_by_side(alike, child, parent, links),)


def _linked(child: Sheet, parent: Sheet) -> Evidence | None:
    url = parent.document.reading.article.url
    at = child.text.find(url) if url else -1
    if not url or at < 0:
        return None
    return Evidence(RelayKind.LINKED, (Span(at, at + len(url)),))


def _side_by_side(kind: RelayKind, child: Sheet, parent: Sheet, links: Sequence[Link]) -> Evidence:
    mine = (span for i, _ in links for span in child.profiles[i].spans)
    its = (span for _, j in links for span in parent.profiles[j].spans)
    return Evidence(kind, tuple(sorted(set(mine))), tuple(sorted(set(its))))
