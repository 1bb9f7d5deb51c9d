import pytest
from hypothesis import given
from hypothesis import strategies as st

from ondit.records import Span
from ondit.trace.role import roles


def kinds(text: str) -> list[str]:
    return [one.kind for one in roles(text, [Span(0, len(text))])]


@pytest.mark.parametrize(
    "text",
    [
        "the health ministry",
        "das Gesundheitsministerium",
        "министерство здравоохранения",
        "le ministère de la Santé",
        "وزارة الصحة",
        "卫生部",
    ],
)
def test_a_role_is_known_in_any_language(text: str) -> None:
    assert kinds(text) == ["ministry"]


def test_roles_that_differ_are_told_apart() -> None:
    assert kinds("engineers at the plant and the union") == ["engineer", "union"]
    assert kinds("la familia que controla el banco") == ["family", "bank"]


def test_words_that_only_begin_alike_are_no_role() -> None:
    assert kinds("He was courting disaster on the bankside") == []


@given(st.text(max_size=60))
def test_roles_stand_where_they_say(text: str) -> None:
    for one in roles(text, [Span(0, len(text))] if text else []):
        assert 0 <= one.span.begin < one.span.end <= len(text)
