import pytest
from hypothesis import given
from hypothesis import strategies as st

from ondit.read.segment import paragraphs, sentences

SENTENCES = [
    ("en", ["Mr. Okoye refused.", "“Not now,” he added."]),
    ("zh", ["发言人说，谈判仍在继续。", "对方没有回应！"]),
    ("ja", ["大臣は会談を否定した。", "理由は明らかにしていない。"]),
    ("ar", ["قال الوزير إن المحادثات مستمرة.", "هل هذا صحيح؟"]),
    ("hi", ["मंत्री ने इनकार किया।", "वार्ता जारी है।"]),
    ("tr", ["Bakan görüşmeyi yalanladı.", "Başka açıklama yapılmadı."]),
]


@pytest.mark.parametrize(("language", "parts"), SENTENCES)
def test_each_script_is_split_at_its_own_full_stops(language, parts):
    text = ("" if language in ("zh", "ja") else " ").join(parts)
    assert [span.of(text).strip() for span in sentences(text, language)] == parts


def test_an_unknown_language_is_split_all_the_same():
    text = "One came. Two left."
    assert len(sentences(text, None)) == len(sentences(text, "xx")) == 2


@given(st.text())
def test_sentences_hold_every_visible_character_once(text):
    spans = sentences(text, "en")
    covered = [at for span in spans for at in range(span.begin, span.end)]
    assert covered == sorted(set(covered))
    visible = {at for at, character in enumerate(text) if not character.isspace()}
    assert visible <= set(covered)


@given(st.text())
def test_no_paragraph_crosses_a_line_break(text):
    assert all("\n" not in span.of(text) for span in paragraphs(text))
