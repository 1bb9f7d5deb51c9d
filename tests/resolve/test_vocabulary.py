"""The words beside names and instead of them."""

from __future__ import annotations

import pytest

from ondit.resolve import vocabulary
from ondit.resolve.wordlist import rows

FILES = ("pronouns.tsv", "determiners.tsv", "kinds.tsv", "deputies.tsv")
CORPUS = 27
LANGUAGES = {row[0] for row in rows("pronouns.tsv")}


@pytest.mark.parametrize("name", FILES)
def test_every_language_of_the_corpus_has_its_words(name: str) -> None:
    assert len(LANGUAGES) == CORPUS
    assert {row[0] for row in rows(name)} == LANGUAGES
    assert all(len(row) == len(("language", "kind", "words")) for row in rows(name))


def test_a_pronoun_says_whom_it_may_point_at() -> None:
    assert vocabulary.pointing("Она", "ru") == {"she"}
    assert vocabulary.pointing("я", "ru") == {"me"}
    assert vocabulary.pointing("il quale", "it") == {"who"}
    assert not vocabulary.pointing("minister", "en")
    assert vocabulary.pointing("sie", "de") == vocabulary.pointing("sie", None)


def test_articles_and_demonstratives_are_taken_off() -> None:
    assert vocabulary.without_article("l’opposition", "fr") == "opposition"
    assert vocabulary.without_article("the", "en") == "the"
    assert vocabulary.without_determiner("该官员", "zh") == "官员"
    assert vocabulary.points_back("this diplomat", "en")
    assert vocabulary.points_back("diplomat tersebut", "id")
    assert not vocabulary.points_back("the diplomat", "en")


def test_a_noun_says_what_a_name_beside_it_is() -> None:
    assert vocabulary.kind_of("Satireportal", "de") == "outlet"
    assert vocabulary.kind_of("компания", "ru") == "body"
    assert vocabulary.kind_of("Mr.", "en") == "title"
    assert vocabulary.kind_of("minister", "en") is None


def test_an_office_is_no_aide() -> None:
    assert vocabulary.is_office("Keir Starmer's office", "en")
    assert vocabulary.is_aide("Regierungssprecherin", "de")
    assert not vocabulary.is_office("Regierungssprecherin", "de")
