"""The table of outlets is well formed, and outlets are found by name and by domain."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from babel import Locale

from ondit.resolve.gazetteer import Known
from ondit.resolve.outlets import outlet, outlet_at, outlets
from ondit.resolve.spelling import folded

ALL = outlets().known
ENGLISH = Locale("en")
DOMAIN = re.compile(r"([a-z0-9-]+\.)+[a-z]{2,}")


def test_there_are_enough() -> None:
    assert len(ALL) >= 600


def test_they_stand_in_order() -> None:
    order = [(one.country or "", one.name.casefold()) for one in ALL]
    assert order == sorted(order)


def test_a_name_is_one_outlets_in_its_country() -> None:
    names = Counter(
        (one.country, form)
        for one in ALL
        for form in {folded(name) for name in (one.name, *one.names)}
    )
    assert [key for key, count in names.items() if count > 1] == []


def test_no_line_repeats_a_name() -> None:
    for one in ALL:
        forms = [folded(name) for name in (one.name, *one.names)]
        assert len(forms) == len(set(forms)), one.name


def test_codes_and_domains_are_well_formed() -> None:
    for one in ALL:
        assert one.kind.outlet, one.name
        assert one.owner, one.name
        assert one.country in ENGLISH.territories, one.name
        assert one.languages, one.name
        assert set(one.languages) <= set(ENGLISH.languages), one.name
        assert all(map(DOMAIN.fullmatch, one.domains)), one.name
        assert one.wikidata is None or re.fullmatch(r"Q[1-9]\d*", one.wikidata), one.name


def test_a_domain_and_an_identifier_are_one_outlets() -> None:
    domains = Counter(domain for one in ALL for domain in one.domains)
    wikidata = Counter(one.wikidata for one in ALL if one.wikidata)
    assert [key for key, count in (domains + wikidata).items() if count > 1] == []


@pytest.mark.parametrize(
    ("form", "language", "name"),
    [
        ("Рейтер", "ru", "Reuters"),
        ("路透社", "zh", "Reuters"),
        ("NEW YORK TIMES", "en", "The New York Times"),
        ("«Коммерсантъ»", "ru", "Kommersant"),
        ("агентством Анадолу", "ru", "Anadolu Agency"),
        ("Синьхуа", "ru", "Xinhua"),
        ("Gazety Wyborczej", "pl", "Gazeta Wyborcza"),
        ("Sohu", "en", "Sohu"),
        ("Соху", "ru", "Sohu"),
        ("שינחואה", "he", "Xinhua"),
        ("The Daily Bugle", "en", None),
        ("", "en", None),
    ],
)
def test_found_by_name(form: str, language: str, name: str | None) -> None:
    found = outlet(form, language)
    assert (found and found.name) == name


def country_of(found: Known | None) -> str | None:
    return found.country if found else None


def test_a_name_of_two_is_told_by_language_or_country() -> None:
    assert outlet("Pravda") is None
    assert country_of(outlet("Pravda", "sk")) == "SK"
    assert outlet("El País") is None
    assert country_of(outlet("El País", "es", "UY")) == "UY"


@pytest.mark.parametrize(
    ("host", "name"),
    [
        ("www.reuters.com", "Reuters"),
        ("RUSSIAN.RT.COM", "RT"),
        ("news.sky.com", "Sky News"),
        ("notreuters.com", None),
        ("com", None),
        ("", None),
    ],
)
def test_found_by_domain(host: str, name: str | None) -> None:
    found = outlet_at(host)
    assert (found and found.name) == name
