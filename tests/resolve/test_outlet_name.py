"""Where an outlet is named within the words that credit it."""

from __future__ import annotations

import pytest

from ondit.records import Span
from ondit.resolve.outlet_name import name_within, names, same

SOURCES = [
    ("the Chinese portal Sohu", "Sohu"),
    ("китайский портал Sohu", "Sohu"),
    ("газета «Кальмен Ньюс»", "Кальмен Ньюс"),
    ("die Süddeutsche Zeitung", "Süddeutsche Zeitung"),
    ("Das Nachrichtenmagazin Der Spiegel", "Der Spiegel"),
    ("le quotidien Le Courrier de l’Estuaire", "Le Courrier de l’Estuaire"),
    ("Sohu, a portal in Beijing", "Sohu"),
    ("中国门户网站搜狐", "搜狐"),
    ("隆泽电视台", "隆泽电视台"),
    ("《北埠日报》网站", "北埠日报"),
]


@pytest.mark.parametrize(("words", "outlet"), SOURCES)
def test_a_source_is_reduced_to_its_name(words: str, outlet: str) -> None:
    found = name_within(words, [Span(0, len(words))])
    assert found is not None
    assert found.of(words) == outlet


def test_a_source_without_a_name_has_none() -> None:
    assert name_within("local media", [Span(0, 11)]) is None


@pytest.mark.parametrize(
    ("words", "outlets"),
    [
        ("AFP/dpa", ["AFP", "dpa"]),
        ("Reuters, 5 May 2031", ["Reuters"]),
        ("https://www.kp.ru/a, 5 May", ["kp.ru"]),
        ("the Courier (Monday)", ["Courier"]),
        ("nobody in particular", []),
    ],
)
def test_an_enumeration_is_taken_apart(words: str, outlets: list[str]) -> None:
    assert [one.of(words) for one in names(words, Span(0, len(words)))] == outlets


def test_names_are_one_without_article_case_and_address() -> None:
    assert same("The Courier", "COURIER")
    assert same("https://www.courier.org", "courier.org")
    assert not same("Courier", "Courier Mail")
    assert not same("", "«»")
