"""Names that were found in pieces, or with more than the name."""

from __future__ import annotations

from ondit.records import Article, Mention, MentionType, Reading
from ondit.resolve.mentions import whole
from tests.resolve.samples import span

PERSON, PLACE = MentionType.PERSON, MentionType.PLACE


def names(text: str, language: str, *found: tuple[str, MentionType]) -> list[str]:
    mentions = tuple(Mention(span(text, words), kind) for words, kind in found)
    return [one.span.of(text) for one in whole(Reading(Article(text, language=language), mentions))]


def test_pieces_of_one_name_are_one() -> None:
    text = "Ursula von der Leyen and Tom Dahl met."
    pieces = [("Ursula von", PERSON), ("der Leyen", PERSON), ("Tom Dahl", PERSON)]
    assert names(text, "en", *pieces) == ["Ursula von der Leyen", "Tom Dahl"]


def test_a_particle_between_pieces_belongs_to_the_name() -> None:
    pieces = [("Jobst", PERSON), ("Elm", PERSON)]
    assert names("Jobst von Elm kam.", "de", *pieces) == ["Jobst von Elm"]


def test_two_full_names_side_by_side_stay_two() -> None:
    pieces = [("Hrabal Motoru", PERSON), ("Hynek Dostrašil", PERSON)]
    text = "ředitel Hrabal Motoru Hynek Dostrašil"
    assert names(text, "cs", *pieces) == ["Hrabal Motoru", "Hynek Dostrašil"]


def test_a_name_has_the_beginning_of_its_word_but_no_particle() -> None:
    assert names("قالت لمياء السويدان", "ar", ("ياء السويدان", PERSON)) == ["لمياء السويدان"]
    assert names("וחולם בא", "he", ("חולם", PERSON)) == ["חולם"]


def test_a_place_that_says_whose_mayor_it_is_is_no_part_of_the_name() -> None:
    text = "U Podrinu je mirno. Gradonačelnica Podrina Vesna Kolarević"
    found = [("Podrinu", PLACE), ("Podrina Vesna Kolarević", PERSON)]
    assert names(text, "sr", *found) == ["Podrinu", "Vesna Kolarević"]


def test_a_word_in_small_letters_is_no_part_of_the_name() -> None:
    found = ("ліцею Роман Пукач", PERSON)
    assert names("директор ліцею Роман Пукач", "uk", found) == ["Роман Пукач"]
