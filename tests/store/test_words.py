from hypothesis import given
from hypothesis import strategies as st

from ondit.store.words import fold, terms, wanted


def test_a_fraction_is_a_word_like_any_other() -> None:
    assert [term.text for term in terms("¼ of it")] == ["14", "of", "it"]


@given(st.text(max_size=40))
def test_terms_of_any_text_hold_no_sign_that_the_index_would_take_apart(text: str) -> None:
    for term in terms(text):
        assert fold(term.text) == term.text
        assert not any(one.isspace() or one in "\"'()*-:^⁄" for one in term.text)
        assert 0 <= term.span.begin < term.span.end <= len(text)


def test_what_is_no_letter_is_no_word() -> None:
    # The dot between Japanese name parts, and an accent on nothing.
    assert [term.text for term in terms("ジョン・スミス \u0301")] == [
        *("ジョ", "ョン", "ン", "ス", "スミ", "ミス", "ス"),
    ]
    assert wanted("・ \u0301") == ()
