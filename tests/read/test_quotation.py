from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ondit.read.quotation import quotations

STYLES = [
    "She said “we won't”, and left.",
    'She said "we won\'t", and left.',
    "Сказала «мы не будем», и ушла.",
    "Sie sagte „das tun wir nicht“ und ging.",
    "Hon sade ”det gör vi inte” och gick.",
    "Sie sagte »das tun wir nicht« und ging.",
    "彼女は「行かない」と言った。",
    "Elle a dit « nous n’irons pas » et partit.",
]


@pytest.mark.parametrize("text", STYLES)
def test_each_press_has_its_own_marks(text):
    (found,) = quotations(text)
    assert found.closed
    inside = found.span.of(text)
    assert not inside[0].isalnum()
    assert not inside[-1].isalnum()


def test_a_quotation_in_a_quotation_belongs_to_the_outer_one():
    text = "„Er nannte es ‚Unsinn‘ und ging“, sagte sie."
    (found,) = quotations(text)
    assert found.span.of(text) == "„Er nannte es ‚Unsinn‘ und ging“"


def test_an_apostrophe_is_no_quotation_mark():
    assert quotations("It’s the ministers’ view, isn’t it?") == ()


def test_a_quotation_left_open_ends_with_its_paragraph():
    text = "“I waited.\n“Then I left,” she said."
    first, second = quotations(text)
    assert (first.closed, first.span.of(text)) == (False, "“I waited.")
    assert (second.closed, second.span.of(text)) == (True, "“Then I left,”")


@given(st.text(alphabet="ab “”„«»\"'‘’\n「」"))
def test_quotations_are_in_order_and_apart(text):
    spans = [one.span for one in quotations(text)]
    assert all(a.end <= b.begin for a, b in pairwise(spans))
