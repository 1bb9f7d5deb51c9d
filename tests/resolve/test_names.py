"""Names are parted and compared part by part."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ondit.records import Rule
from ondit.resolve.acronym import abbreviates
from ondit.resolve.names import parse, part_of, same
from ondit.resolve.romanisation import romanised
from ondit.resolve.spelling import bare, folded, script


@pytest.mark.parametrize(
    ("text", "language", "parts"),
    [
        ("Keir Starmer", "en", ("Keir", "Starmer")),
        ("К.Стармер", "ru", ("К.", "Стармер")),
        ("基尔·斯塔默", "zh", ("基尔", "斯塔默")),
        ("キア・スターマー", "ja", ("キア", "スターマー")),
        ("沈文昭", "zh", ("沈", "文昭")),
        ("欧阳修", "zh", ("欧阳", "修")),
        ("김정은", "ko", ("김", "정은")),
        ("卡斯塔尼耶", "zh", ("卡斯塔尼耶",)),
        ("«Азотекс»", "ru", ("Азотекс",)),
        ("·", "zh", ("·",)),
    ],
)
def test_parts(text: str, language: str, parts: tuple[str, ...]) -> None:
    assert parse(text, language).parts == parts


@pytest.mark.parametrize(
    ("text", "full"),
    [("Keir Starmer", True), ("Starmer", False), ("K. Starmer", False), ("von der Leyen", False)],
)
def test_full_names_have_a_given_name_and_a_surname(text: str, full: bool) -> None:
    assert parse(text, "en").full is full


@pytest.mark.parametrize(
    ("one", "other", "rule"),
    [
        (("Silke Oswald", "de"), ("Silke Oswald", "en"), Rule.SAME),
        (("Тамаза Ургали", "ru"), ("Тамаз Ургали", "ru"), Rule.INFLECTION),
        (("Оксана Гринчак", "uk"), ("Oksana Hrynczak", "pl"), Rule.TRANSLITERATION),
        (("Orbán Viktor", "hu"), ("Viktor Orbán", "en"), Rule.SAME),
        (("沈文昭", "zh"), ("Шэнь Вэньчжао", "ru"), Rule.TRANSLITERATION),
        (("乌尔苏拉·冯德莱恩", "zh"), ("Ursula von der Leyen", "en"), Rule.TRANSLITERATION),
        (("Kim Jong-un", "en"), ("Kim Jong Un", "en"), Rule.SAME),
        (("Дмитрий Анатольевич Медведев", "ru"), ("Дмитрия Медведева", "ru"), Rule.INFLECTION),
        (("Charles Michel", "fr"), ("Charles Michelson", "en"), None),
        (("Jan Novák", "cs"), ("Petr Novák", "cs"), None),
        (("Viktor Ivanov", "en"), ("Ivanov Viktor", "en"), None),
        (("罗启明", "zh"), ("Ли Цян", "ru"), None),
    ],
)
def test_same(one: tuple[str, str], other: tuple[str, str], rule: Rule | None) -> None:
    assert same(parse(*one), parse(*other)) is rule
    assert same(parse(*other), parse(*one)) is rule


def test_a_part_is_spelled_as_in_the_full_name() -> None:
    full = parse("Leon Tarczyński", "pl")
    assert part_of(parse("Tarczyńskiego", "pl"), full) is Rule.SURNAME
    assert part_of(parse("L. Tarczyński", "pl"), full) is Rule.INITIALS
    assert part_of(parse("Leon", "pl"), full) is Rule.SURNAME
    assert part_of(parse("Leon", "pl"), full, given=False) is None
    assert part_of(parse("Tarczyk", "pl"), full) is None


def test_chinese_is_written_by_syllables_abroad() -> None:
    assert romanised("文昭") >= {"wenzhao", bare("Вэньчжао"), bare("Веньчжао")}
    assert romanised("近平") >= {"jinping", bare("Цзиньпин"), bare("Цзіньпін")}
    assert romanised("이") >= {"lee", "i"}


@pytest.mark.parametrize(
    ("short", "name", "fits"),
    [
        ("ВСУ", "Вооружённые силы Украины", True),
        ("O.N.U.", "Organisation des Nations unies", True),
        ("CSS", "Consejo Superior del Sufragio", True),
        ("ВМС", "Вооружённые силы Украины", False),
        ("Воо", "Вооружённые силы Украины", False),
        ("A", "Azotex", False),
    ],
)
def test_acronyms(short: str, name: str, fits: bool) -> None:
    assert abbreviates(short, name) is fits


def test_folding_keeps_letters_and_signs_only() -> None:
    assert folded("«The  Hill» ") == "thehill"
    assert folded("ОПЕК+") != folded("ОПЕК")
    assert folded("अमेरिका") != folded("अमरीका")
    assert bare("Zełenski Čapek") == "zełenskicapek"
    assert [script(one) for one in ("Ж", "中", "1 é", "!?")] == ["CYRILLIC", "CJK", "LATIN", ""]


@given(st.text(max_size=15), st.text(max_size=15), st.none() | st.sampled_from(["ru", "zh", "hu"]))
def test_comparing_is_symmetric(one: str, other: str, language: str | None) -> None:
    names = parse(one, language), parse(other, "en")
    assert same(*names) is same(*reversed(names))
    assert all(name.parts for name in names)
