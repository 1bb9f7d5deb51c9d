"""Whatever the text and whatever the model says of it, a reading is well formed."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from ondit.read.reader import read
from ondit.records import Article
from tests.read.scorers import PARAMETERS, RandomScorer, Words

TEXTS = st.text() | st.text(alphabet="ab .,!?“”„«»\"'‘’\n「」。ж中ع", max_size=400)


@given(TEXTS, st.integers(0, 2**16))
@settings(max_examples=200)
def test_readings_are_well_formed(text, seed):
    reading = read(Article(text, language="en"), Words(), RandomScorer(seed), PARAMETERS)
    ids = [one.id for one in reading.attributions]
    assert ids == list(range(1, len(ids) + 1))
    for one in reading.attributions:
        assert one.content
        assert 0 <= one.probability <= 1
        assert one.parent is None or (one.parent in ids and one.parent != one.id)
        for spans in (one.source, one.cue, one.content, one.condition):
            assert all(span.end <= len(text) for span in spans)
            assert all(a.end <= b.begin for a, b in pairwise(spans))
            assert all(not span.of(text)[0].isspace() for span in spans)
            assert all(not span.of(text)[-1].isspace() for span in spans)
        assert reading.chain(one)[-1] is one


@given(TEXTS, st.integers(0, 2**16))
@settings(max_examples=50)
def test_names_are_well_formed(text, seed):
    reading = read(Article(text, language="en"), Words(), RandomScorer(seed), PARAMETERS)
    spans = [mention.span for mention in reading.mentions]
    assert all(a.end <= b.begin for a, b in pairwise(spans))
    assert all(span.end <= len(text) for span in spans)
