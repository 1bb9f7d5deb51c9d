"""What a fair reader takes for the same name, and what not."""

import pytest

from benchmarks.naming import agree, holds

SAME = [
    ("en", "The Post", "the Post"),
    ("en", "“Falmer Post”", "Falmer Post"),
    ("en", "the Osterland weekly Kompas", "Kompas"),
    ("en", "Among diplomats", "diplomats"),
    ("en", "World Wide Fund (WWF)", "World Wide Fund"),
    ("de", "der Sender Arnsund 1", "Arnsund 1"),
    ("de", "einen hochrangigen Teilnehmer", "ein hochrangiger Teilnehmer"),
    ("es", "la señora Hopley", "Hopley"),
    ("fr", "L’opposition", "l'opposition"),
    ("he", "הממשלה", "ממשלה"),
    ("hu", "Pressor hírügynökség", "Pressor"),
    ("ro", "site-ul Gazeta Digului", "Gazeta Digului"),
    ("ru", "Пентагона", "Пентагон"),
    ("ru", "газета «Ведомости»", "«Ведомости»"),
    ("tr", "Nordhal ajansı", "Nordhal"),
    ("zh", "卫星公司“远目”", "“远目”"),
]
OTHERS = [
    ("en", "Holm", "Anna Holm"),
    ("en", "he", "Anna Holm"),
    ("en", "a spokesman", "a spokesman for the ministry"),
    ("en", "the chairman of the club", "the club"),
    ("de", "Sprecherin der Polizei", "Polizei"),
    ("ru", "пресс-служба ГИБДД", "ГИБДД"),
    ("ru", "компания Марка Лунца", "Марк Лунц"),
    ("ru", "адвокат агентства «Полюс»", "«Полюс»"),
    ("pl", "pani Krystyna z Bochni", "Bochni"),
    ("zh", "他的办公室", "总理办公室"),
]


@pytest.mark.parametrize(("language", "one", "other"), SAME)
def test_the_same_name(language: str, one: str, other: str) -> None:
    assert agree(one, other, language)
    assert agree(other, one, language)


@pytest.mark.parametrize(("language", "one", "other"), OTHERS)
def test_another_name(language: str, one: str, other: str) -> None:
    assert not agree(one, other, language)
    assert not agree(other, one, language)


def test_a_description_in_more_words_holds_the_shorter_one_but_not_the_other_way_round() -> None:
    assert holds("a pensioner with a basket", "pensioner", "en")
    assert holds("Ново проучване", "проучване", "bg")
    assert not holds("a spokesman", "a spokesman for the police", "en")
    assert not holds("", "a spokesman", "en")
