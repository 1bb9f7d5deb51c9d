"""Segments cover a text exactly, however spans nest and overlap."""

from __future__ import annotations

from hypothesis import given

from ondit.records import Reading, Span
from ondit.show.segments import parts, segments
from tests.show.samples import readings, sample


@given(readings())
def test_segments_cover_the_text_and_no_border_lies_inside_one(reading: Reading) -> None:
    marked = parts(reading)
    whole = Span(0, len(reading.article.text))
    found = list(segments(marked, whole))
    assert [one.span.begin for one in found] == [0, *(one.span.end for one in found[:-1])]
    assert found[-1].span.end == whole.end
    for one in found:
        inside = range(one.span.begin + 1, one.span.end)
        assert all(part.span.begin not in inside and part.span.end not in inside for part in marked)
        assert set(one.parts) == {part for part in marked if part.span.contains(one.span)}


def test_the_innermost_attribution_comes_first() -> None:
    reading = sample()
    at = reading.article.text.index("send troops")
    (one,) = (
        segment
        for segment in segments(parts(reading), Span(0, len(reading.article.text)))
        if segment.span.begin == at
    )
    assert [part.attribution for part in one.parts] == [3, 2, 1]
