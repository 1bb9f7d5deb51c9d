"""States, capitals, governments and organisations are known in every language."""

from __future__ import annotations

from zoneinfo import available_timezones

import pytest
from babel import Locale
from hypothesis import given
from hypothesis import strategies as st

from ondit.resolve.gazetteer import KnownKind, packaged
from ondit.resolve.places import country, place, places, state
from ondit.resolve.spelling import folded
from ondit.resolve.wordlist import rows

LANGUAGES = [
    "ar", "bg", "cs", "de", "el", "en", "es", "fa", "fi", "fr", "he", "hi", "hu", "id", "it", "ja",
    "ko", "nl", "pl", "pt", "ro", "ru", "sr", "sv", "tr", "uk", "zh",
]  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_state_is_found_by_its_name_in_every_language(language: str) -> None:
    territories = Locale(language).territories
    for code in ("CN", "DE", "FR", "GB", "JP", "KR", "RU", "UA", "US"):
        found = place(territories[code], language)
        assert found, territories[code]
        assert (found.kind, found.country) == (KnownKind.STATE, code)


@pytest.mark.parametrize("language", LANGUAGES)
def test_capitals_are_found_by_their_names_in_every_language(language: str) -> None:
    for code, zone in (("RU", "Europe/Moscow"), ("JP", "Asia/Tokyo"), ("PL", "Europe/Warsaw")):
        name = Locale(language).time_zones.get(zone, {}).get("city")
        found = place(name or zone.split("/")[1], language)
        assert found, (name, language)
        assert (found.kind, found.country) == (KnownKind.CAPITAL, code)


@pytest.mark.parametrize(
    ("form", "language", "name"),
    [
        ("Москвы", "ru", "Moscow"),
        ("Київ", "uk", "Kyiv"),
        ("США", "ru", "United States"),
        ("ארה״ב", "he", "United States"),
        ("Белоруссии", "ru", "Belarus"),
        ("Białego Domu", "pl", "White House"),
        ("Белым домом", "ru", "White House"),
        ("Downing Street", "en", "10 Downing Street"),
        ("唐宁街", "zh", "10 Downing Street"),
        ("ООН", "ru", "United Nations"),
        ("OTAN", "fr", "NATO"),
        ("МАГАТЭ", "ru", "International Atomic Energy Agency"),
        ("欧盟", "zh", "European Union"),
        ("حماس", "ar", "Hamas"),
        ("Atlantis", "en", None),
    ],
)
def test_short_names_governments_and_organisations(
    form: str, language: str, name: str | None
) -> None:
    found = place(form, language)
    assert (found and found.name) == name


def test_a_state_is_one_by_whatever_name() -> None:
    forms = [
        ("США", "ru"),
        ("Соединенные Штаты", "ru"),
        ("Vereinigte Staaten", "de"),
        ("美国", "zh"),
    ]
    assert len({place(*form) for form in forms}) == 1
    assert place("Kosova", "sr") == place("Kosovo", "en")


@pytest.mark.parametrize(
    ("form", "language", "code"),
    [
        ("Минобороны Великобритании", "ru", "GB"),
        ("китайский МИД", "ru", "CN"),
        ("British ministry of defence", "en", "GB"),
        ("ministère russe de la Défense", "fr", "RU"),
        ("Francesco Totti Foundation", "en", None),
        ("Russian and Ukrainian officials", "en", None),
        ("министерство иностранных дел", "ru", None),
    ],
)
def test_the_state_that_words_point_to(form: str, language: str, code: str | None) -> None:
    assert country(form, language) == code


def test_the_table_is_in_order_and_names_are_one_places() -> None:
    table = packaged("places.csv")
    order = [(one.country or "", one.name.casefold()) for one in table]
    assert order == sorted(order)
    for one in table:
        if one.kind not in {KnownKind.DEMONYM, KnownKind.STATE}:
            for form in (one.name, *one.names):
                assert len({other.name for other in places(None).find(form)}) == 1, form


def test_countries_of_the_table_are_territories() -> None:
    codes = {one.country for one in packaged("places.csv") if one.country}
    assert codes <= set(Locale("en").territories)


def test_capitals_have_a_state_and_a_time_zone() -> None:
    for code, zone in rows("capitals.tsv"):
        assert folded(state(code).name) != folded(code)
        assert zone in available_timezones()


@given(st.text(max_size=20), st.none() | st.text(max_size=3))
def test_any_text_is_a_place_or_none(form: str, language: str | None) -> None:
    found = place(form, language)
    known = {(one.kind, one.country) for one in places(language).find(form, language)}
    assert found is None or (found.kind, found.country) in known
