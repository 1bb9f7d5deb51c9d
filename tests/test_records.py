"""What the types promise wherever they are used."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ondit.records import Article, Reading, Span
from tests.show.samples import readings, sample


@pytest.mark.parametrize(("begin", "end"), [(0, 0), (3, 2), (-1, 4)])
def test_no_empty_or_negative_spans(begin: int, end: int) -> None:
    with pytest.raises(ValueError, match="not a span"):
        Span(begin, end)


@given(st.text(min_size=1))
def test_a_span_of_a_text(text: str) -> None:
    assert Span(0, len(text)).of(text) == text
    assert Span(0, len(text)).contains(Span(0, 1))


def test_the_id_depends_on_the_text_alone() -> None:
    assert Article("a").id == Article("a", title="b", language="en").id == "ca978112ca1bbdca"
    assert Article("a").id != Article("b").id
    assert Article("\ud800").id


def test_chains_lead_from_the_outside_in() -> None:
    reading = sample()
    assert [one.id for one in reading.chain(reading.attributions[2])] == [1, 2, 3]
    assert reading.chain(reading.attributions[0]) == (reading.attributions[0],)


@given(readings())
def test_every_chain_ends_at_a_root(reading: Reading) -> None:
    for one in reading.attributions:
        chain = reading.chain(one)
        assert chain[-1] == one
        assert chain[0].parent is None
