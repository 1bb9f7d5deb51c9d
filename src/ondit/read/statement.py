"""What of an article can be a claim: contents, and sentences in the article's own voice."""

from __future__ import annotations

from ondit.read.pieces import trim, visible
from ondit.read.segment import sentences
from ondit.records import Reading, Span, Statement

OWN = 0.5
"""Part of a sentence that must lie outside of all attributions for it to be the article's own;
the benchmarks take a content for found from the same overlap."""

LEAST_WORDS, LEAST_LETTERS = 4, 8
"""A sentence of fewer words, or without blanks of fewer letters, is a heading or a name: of the
relay families' 181 claims as carried the shortest has 5 words, or 11 letters."""


def statements(reading: Reading) -> tuple[Statement, ...]:
    """Return the contents of a reading in its order, then the sentences in its own voice."""
    text = reading.article.text
    told = [Statement(one.content, one.id) for one in reading.attributions]
    covered = visible(
        text,
        (span for one in reading.attributions for span in one.source + one.cue + one.content),
    )
    parts = (trim(text, one.begin, one.end) for one in sentences(text, reading.article.language))
    own = [Statement((part,), None) for part in parts if part and _is_own(text, part, covered)]
    return (*told, *own)


def _is_own(text: str, sentence: Span, covered: frozenset[int]) -> bool:
    words = sentence.of(text).split()
    letters = sum(character.isalnum() for character in sentence.of(text))
    if letters < LEAST_LETTERS or (len(words) > 1 and len(words) < LEAST_WORDS):
        return False
    body = visible(text, [sentence])
    return len(body - covered) >= OWN * len(body)
