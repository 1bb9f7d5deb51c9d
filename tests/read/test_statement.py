from hypothesis import given
from hypothesis import strategies as st

from ondit.read.statement import statements
from ondit.records import Act, Article, Attribution, Form, Reading, Span, Via

TEXT = (
    "Storm over Varna\n"
    "The port was closed on Monday. “We expect no ships,” the harbour master said. "
    "Two ferries lie at the quay. He added that the lights were out."
)


def place(words: str) -> tuple[Span, ...]:
    begin = TEXT.index(words)
    return (Span(begin, begin + len(words)),)


def attribution(number: int, source: str, cue: str, content: str) -> Attribution:
    parts = (place(source), place(cue), place(content), ())
    return Attribution(number, None, *parts, Act.SAY, Via.NAMED, Form.MIXED, 0.9)


TOLD = (
    attribution(1, "the harbour master", "said", "“We expect no ships,”"),
    attribution(2, "He", "added", "the lights were out"),
)


def test_contents_come_first_then_sentences_in_the_articles_own_voice() -> None:
    found = statements(Reading(Article(TEXT, language="en"), (), TOLD))
    assert [(one.of(TEXT), one.attribution) for one in found] == [
        ("“We expect no ships,”", 1),
        ("the lights were out", 2),
        ("The port was closed on Monday.", None),
        ("Two ferries lie at the quay.", None),
    ]


def test_a_heading_of_three_words_states_nothing() -> None:
    found = statements(Reading(Article(TEXT, language="en")))
    assert "Storm over Varna" not in [one.of(TEXT) for one in found]


@given(st.text(max_size=200))
def test_statements_of_any_text_lie_within_it(text: str) -> None:
    for one in statements(Reading(Article(text))):
        assert one.attribution is None
        assert all(span.end <= len(text) for span in one.spans)
