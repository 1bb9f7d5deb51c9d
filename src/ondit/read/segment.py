"""Sentences and paragraphs, which decide where a window of text may begin and end."""

from __future__ import annotations

import re

import sentencex

from ondit.records import Span

_PARAGRAPH = re.compile(r"[^\n]+")


def paragraphs(text: str) -> tuple[Span, ...]:
    """Return the stretches between line breaks that hold more than blanks."""
    return tuple(
        Span(*found.span()) for found in _PARAGRAPH.finditer(text) if not found.group().isspace()
    )


def sentences(text: str, language: str | None) -> tuple[Span, ...]:
    """Return the sentences of `text` in order, none of which crosses a line break.

    `language` is an ISO 639 code; unknown ones are split by the rules common to all.
    """
    found = []
    for paragraph in paragraphs(text):
        begin = paragraph.begin
        for piece in sentencex.segment(language or "en", paragraph.of(text)):
            end = begin + len(piece)
            if not piece.isspace():
                found.append(Span(begin, end))
            begin = end
    return tuple(found)
