import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from ondit.read.tokens import Boundary, tokenize, windows
from tests.read.scorers import Words


def test_tokens_know_where_sentences_and_paragraphs_begin():
    text = "He left. She stayed.\nNobody spoke."
    tokens = tokenize(text, "en", Words())
    marked = {
        text[tokens.begin[i] : tokens.end[i]]: Boundary(kind)
        for i, kind in enumerate(tokens.boundary)
        if kind
    }
    assert marked == {
        "He": Boundary.PARAGRAPH,
        "She": Boundary.SENTENCE,
        "Nobody": Boundary.PARAGRAPH,
    }


def test_a_short_text_is_one_window():
    tokens = tokenize("Only a few words here.", "en", Words())
    (window,) = windows(tokens)
    assert (window.first, window.last) == (0, len(tokens))


@given(st.integers(1, 900), st.integers(20, 200), st.integers(0, 9))
def test_every_token_is_decided_once_with_context_around_it(count, size, margin):
    text = " ".join("word." if i % 11 == 10 else "word" for i in range(count))
    tokens = tokenize(text, "en", Words())
    cut = windows(tokens, size, margin)
    decided = np.concatenate([np.arange(one.first, one.last) for one in cut])
    assert decided.tolist() == list(range(len(tokens)))
    for one in cut:
        assert one.end - one.begin <= size
        assert one.begin == 0 or one.first - one.begin >= margin
        assert one.end == len(tokens) or one.end - one.last >= margin


def test_an_empty_text_has_no_window():
    assert windows(tokenize("", "en", Words())) == ()
