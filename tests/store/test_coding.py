"""What is packed comes out as it was, whatever it is."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from ondit.records import Article, Coreference, Span
from ondit.store.coding import Rest, pack, unpack
from tests.store.samples import document

ARTICLE = Article("Mayor Irena Holt said on Monday that the bridge would open in May.")
NOTHING = Rest((), (), (), (), (), (), (), ())

SPANS = st.builds(
    lambda begin, length: Span(begin, begin + length), st.integers(0, 9999), st.integers(1, 999)
)
st.register_type_strategy(Span, SPANS)
st.register_type_strategy(
    Coreference, st.builds(Coreference, SPANS, SPANS, st.floats(0, 1, allow_subnormal=False))
)


@settings(max_examples=50)
@given(st.from_type(Rest))
def test_what_was_packed_is_unpacked(rest: Rest) -> None:
    assert unpack(pack(rest, ARTICLE), ARTICLE) == rest


def test_nothing_and_no_text_are_packed_too() -> None:
    empty = Article("")
    assert unpack(pack(NOTHING, empty), empty) == NOTHING


def test_a_reading_takes_less_than_its_text() -> None:
    one = document("pl/pl-1")
    reading = one.reading
    rest = Rest(
        reading.mentions,
        reading.coreferences,
        reading.credits,
        reading.timexes,
        reading.entities,
        reading.namings,
        reading.chains,
        one.statements,
    )
    assert len(pack(rest, reading.article)) < 0.5 * len(reading.article.text.encode())
