"""Inflected names lead back to their nominatives."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ondit.resolve.inflection import PHRASES, nominatives, phrases


@pytest.mark.parametrize(
    ("word", "language", "nominative"),
    [
        ("Стармера", "ru", "Стармер"),
        ("Марту", "ru", "Марта"),
        ("Стрелковой", "ru", "Стрелкова"),
        ("Вучићем", "sr", "Вучић"),
        ("Зеленським", "uk", "Зеленський"),
        ("Rosińskiego", "pl", "Rosiński"),
        ("Tuskiem", "pl", "Tusk"),
        ("Babiše", "cs", "Babiš"),
        ("Orbánnak", "hu", "Orbán"),
        ("Stubbin", "fi", "Stubb"),
        ("Erdoğan’ın", "tr", "Erdoğan"),
        ("Δένδια", "el", "Δένδιας"),
        ("Scholz’", "de", "Scholz"),
        ("בוושינגטון", "he", "וושינגטון"),
        ("وموسكو", "ar", "موسكو"),
    ],
)
def test_the_nominative_is_among_the_candidates(word: str, language: str, nominative: str) -> None:
    assert nominative in nominatives(word, language)


def test_a_language_without_endings_leaves_a_word_as_it_is() -> None:
    assert nominatives("Стармера", "zh") == nominatives("Стармера", None) == ("Стармера",)


def test_a_short_word_keeps_its_ending() -> None:
    assert nominatives("Ма", "ru") == ("Ма",)


def test_words_of_a_name_are_put_into_the_nominative_together() -> None:
    assert ("Белый", "дом") in phrases(["Белого", "дома"], "ru")


@given(st.text(), st.none() | st.sampled_from(["ru", "pl", "he", "ar", "tr", "xx", ""]))
def test_the_word_comes_first(word: str, language: str | None) -> None:
    assert nominatives(word, language)[0] == word


@given(st.lists(st.text(max_size=5), max_size=30))
def test_long_names_have_not_too_many_candidates(words: list[str]) -> None:
    assert 1 <= len(phrases(words, "pl")) <= PHRASES
