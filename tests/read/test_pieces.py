"""Spans as a reader would mark them: no mark at their ends that belongs to something else."""

from __future__ import annotations

import pytest

from ondit.read.pieces import unpaired
from ondit.records import Span


@pytest.mark.parametrize(
    ("words", "left"),
    [
        ("«Мы", "Мы"),
        ("the owner”", "the owner"),
        ("„Muslix64“", "„Muslix64“"),
        ('the club "Aurora"', 'the club "Aurora"'),
        ("the board of «Tarn»", "the board of «Tarn»"),
        ("«", None),
    ],
)
def test_a_mark_that_opens_or_closes_nothing_is_left_out(words: str, left: str | None) -> None:
    found = unpaired(words, Span(0, len(words)))
    assert (found.of(words) if found else None) == left
