"""Names of one person, place or outlet meet across scripts; those of two never do."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterable
from itertools import combinations
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ondit.records import Entity, EntityKind, MentionType, NameForm, Rule
from ondit.resolve.entities import entities
from ondit.resolve.gazetteer import Gazetteer, Known, KnownKind

PERSON, ORG, PLACE = MentionType.PERSON, MentionType.ORGANISATION, MentionType.PLACE


def person(text: str, language: str = "en", article: str = "a") -> NameForm:
    return NameForm(text, PERSON, language, article)


def groups(found: Iterable[Entity]) -> list[list[str]]:
    return [[one.form.text for one in entity.forms] for entity in found]


def partition(found: Iterable[Entity]) -> set[frozenset[NameForm]]:
    return {frozenset(one.form for one in entity.forms) for entity in found}


def gold(kind: str) -> dict[str, dict[NameForm, str]]:
    """Return for each world of articles its names and the person that each means."""
    worlds: defaultdict[str, dict[NameForm, str]] = defaultdict(dict)
    lines = (Path(__file__).parent / "names.tsv").read_text("utf-8").splitlines()
    for row in csv.reader(lines[1:], delimiter="\t", quoting=csv.QUOTE_NONE):
        if row[0] == kind:
            worlds[row[1].split("/")[0]][person(row[4], row[3], row[2])] = row[1]
    return dict(worlds)


def pairs(names: dict[NameForm, str]) -> tuple[int, int, int]:
    """Return how many pairs of names are rightly, wrongly and not put together."""
    of = {one.form: entity.id for entity in entities(names) for one in entity.forms}
    right = wrong = missed = 0
    for one, other in combinations(names, 2):
        same, together = names[one] == names[other], of[one] == of[other]
        right += same and together
        wrong += together and not same
        missed += same and not together
    return right, wrong, missed


@pytest.mark.parametrize(("kind", "least"), [("relay", 0.98), ("own", 0.95), ("press", 0.95)])
def test_pairs_of_names_across_languages(kind: str, least: float) -> None:
    counts = [pairs(names) for names in gold(kind).values()]
    right, wrong, missed = (sum(column) for column in zip(*counts, strict=True))
    assert 2 * right / (2 * right + wrong + missed) >= least
    assert wrong == 0


def test_no_two_people_meet_when_all_articles_are_read_together() -> None:
    everyone = {name: who for kind in ("relay", "own", "press") for world in gold(kind).values()
                for name, who in world.items()}  # fmt: skip
    met = [
        {everyone[one.form].split("/")[1] for one in entity.forms} for entity in entities(everyone)
    ]
    assert [sorted(one) for one in met if len(one) > 1] == []


def test_one_name_in_ten_scripts() -> None:
    forms = [
        person("Кира Стармера", "ru", "a"),
        person("Кир Стармер", "ru", "b"),
        person("Keir Starmer", "en", "c"),
        person("基尔·斯塔默", "zh", "d"),
        person("斯塔默", "zh", "d"),
        person("Κιρ Στάρμερ", "el", "e"),
        person("كير ستارمر", "ar", "f"),
        person("קיר סטארמר", "he", "g"),
        person("キア・スターマー", "ja", "h"),
        person("키어 스타머", "ko", "i"),
        person("कीर स्टारमर", "hi", "j"),
    ]
    (entity,) = entities(forms)
    assert entity.kind is EntityKind.PERSON
    rules = {one.form.text: one.rule for one in entity.forms}
    assert entity.name == "Кир Стармер"
    assert rules["Кир Стармер"] is Rule.SAME
    assert rules["Кира Стармера"] is Rule.INFLECTION
    assert rules["Keir Starmer"] is Rule.TRANSLITERATION
    assert rules["斯塔默"] is Rule.SURNAME


def test_the_nominative_is_shown_if_it_is_found() -> None:
    (entity,) = entities([person("Марту Ковалиш", "ru"), person("Марта Ковалиш", "ru", "b")])
    assert entity.name == "Марта Ковалиш"


def test_a_surname_goes_to_the_only_one_who_has_it() -> None:
    found = entities([person("Anna Schmidt"), person("Schmidt"), person("Paul Weber")])
    assert groups(found) == [["Anna Schmidt", "Schmidt"], ["Paul Weber"]]


def test_a_surname_of_two_people_goes_to_neither() -> None:
    found = entities([person("Anna Schmidt"), person("Paul Schmidt"), person("Schmidt")])
    assert groups(found) == [["Anna Schmidt"], ["Paul Schmidt"], ["Schmidt"]]


def test_a_common_surname_is_not_carried_from_one_article_to_another() -> None:
    found = entities([person("John Smith", article="a"), person("Smith", article="b")])
    assert groups(found) == [["John Smith"], ["Smith"]]


def test_initials_must_fit_the_given_name() -> None:
    forms = ["Сергей Лавров", "С. Лавров", "С.Лаврова", "В. Лавров"]
    found = entities(person(one, "ru") for one in forms)
    assert groups(found) == [forms[:3], forms[3:]]


def test_a_surname_goes_to_one_who_is_named_by_initials_only() -> None:
    found = entities([person("S. Jaishankar"), person("Jaishankar")])
    assert groups(found) == [["S. Jaishankar", "Jaishankar"]]


def test_brothers_and_spouses_stay_apart() -> None:
    forms = ["Виктор Иванов", "Владимир Иванов", "Олег Петров", "Ольга Петрова", "Иван Петровский"]
    assert len(entities(person(one, "ru") for one in forms)) == len(forms)


def test_chinese_namesakes_by_sound_stay_apart() -> None:
    forms = [person("王雷", "zh"), person("王丽", "zh"), person("王蕾", "zh")]
    assert len(entities(forms)) == len(forms)
    forms = [person("شي جين بينغ", "ar"), person("Zhang Wen", "en"), person("张文", "zh")]
    assert groups(entities(forms)) == [["شي جين بينغ"], ["Zhang Wen", "张文"]]


def test_one_between_two_does_not_make_them_one() -> None:
    forms = [person("Oleg Ivanov", "en", "a"), person("Олег Иванов", "ru", "b"),
             person("Ольга Иванова", "ru", "b")]  # fmt: skip
    assert groups(entities(forms)) == [["Oleg Ivanov", "Олег Иванов"], ["Ольга Иванова"]]


@pytest.mark.parametrize(
    ("text", "language", "state", "rule"),
    [
        ("Москва", "ru", "RU", Rule.CAPITAL),
        ("Белый дом", "ru", "US", Rule.GOVERNMENT),
        ("Berlin", "de", "DE", Rule.CAPITAL),
        ("北京", "zh", "CN", Rule.CAPITAL),
        ("Kremla", "sr", "RU", Rule.GOVERNMENT),
        ("قصر الإليزيه", "ar", "FR", Rule.GOVERNMENT),
        ("Брюссель", "ru", "EU", Rule.GOVERNMENT),
        ("白宫", "zh", "US", Rule.GOVERNMENT),
        ("Великобритания", "ru", "GB", Rule.KNOWN),
    ],
)
def test_a_capital_or_government_that_speaks_is_its_state(
    text: str, language: str, state: str, rule: Rule
) -> None:
    (entity,) = entities([NameForm(text, PLACE, language, "a", speaks=True)])
    assert (entity.kind, entity.country) == (EntityKind.STATE, state)
    assert entity.forms[0].rule is rule


def test_a_capital_that_does_not_speak_is_a_place() -> None:
    (entity,) = entities([NameForm("Москве", PLACE, "ru", "a")])
    assert (entity.kind, entity.name, entity.country) == (EntityKind.PLACE, "Moscow", "RU")


def test_names_from_the_table_and_from_cldr_are_one_state() -> None:
    texts = [("EU", "hr"), ("Europska unija", "hr"), ("Евросоюз", "ru"), ("欧盟", "zh")]
    found = entities(NameForm(text, ORG, language, text) for text, language in texts)
    assert [(one.id, one.name) for one in found] == [("state:eu", "European Union")]


def test_an_outlet_is_known_in_any_script() -> None:
    texts = [("Рейтер", "ru"), ("路透社", "zh"), ("رويترز", "ar"), ("Reuters", "en")]
    found = entities(NameForm(text, ORG, language, text) for text, language in texts)
    assert [(one.name, one.kind, one.wikidata) for one in found] == [
        ("Reuters", EntityKind.OUTLET, "Q130879")
    ]


def test_an_acronym_is_the_name_whose_initials_it_has() -> None:
    forms = [NameForm(text, ORG, "ru", "a") for text in ("Вооружённые силы Тарвии", "ВСТ", "ВМС")]
    found = entities(forms)
    assert groups(found) == [["Вооружённые силы Тарвии", "ВСТ"], ["ВМС"]]
    assert found[0].forms[1].rule is Rule.ACRONYM


def test_a_known_acronym_needs_no_full_name() -> None:
    (entity,) = entities([NameForm("ВСУ", ORG, "ru", "a"), NameForm("ЗСУ", ORG, "uk", "b")])
    assert (entity.name, entity.country) == ("Armed Forces of Ukraine", "UA")


def test_a_company_is_one_across_scripts() -> None:
    forms = [NameForm("Тарвэнерго", ORG, "ru", "a"), NameForm("Tarvenergo", ORG, "en", "b"),
             NameForm("Tarwenergo", ORG, "de", "c"), NameForm("Fenwick", ORG, "en", "b"),
             NameForm("Fenwood", ORG, "pl", "d")]  # fmt: skip
    assert groups(entities(forms))[0] == ["Тарвэнерго", "Tarvenergo", "Tarwenergo"]
    assert len(entities(forms)) == 3


def test_a_users_names_go_first() -> None:
    own = Gazetteer([Known("JP", "Sanae Takaichi", KnownKind.PERSON, names=("高市早苗",))])
    (entity,) = entities([person("高市早苗", "ja"), person("Sanae Takaichi", "en", "b")], own)
    assert (entity.name, entity.country) == ("Sanae Takaichi", "JP")


def test_entities_of_one_name_have_different_ids() -> None:
    found = entities([person("Smith", article="a"), person("Smith", article="b")])
    assert [one.id for one in found] == ["per:smith", "per:smith-2"]


@given(st.randoms(use_true_random=False))
@settings(max_examples=5, deadline=None)
def test_the_order_of_names_changes_nothing(chance: Random) -> None:
    everyone = [name for world in gold("press").values() for name in world]
    shuffled = chance.sample(everyone, len(everyone))
    assert partition(entities(shuffled)) == partition(entities(everyone))


names = st.builds(
    NameForm,
    st.text(max_size=12)
    | st.sampled_from(["Иван Петров", "Петрова", "王雷", "A. B.", "·", "NATO"]),
    st.sampled_from(MentionType),
    st.none() | st.sampled_from(["ru", "en", "zh", "xx", "pt-BR", ""]),
    st.sampled_from("ab"),
    st.booleans(),
)


@given(st.lists(names, max_size=8))
def test_every_form_is_in_exactly_one_entity(forms: list[NameForm]) -> None:
    found = entities(forms)
    placed = [one.form for entity in found for one in entity.forms]
    assert sorted(map(repr, placed)) == sorted(map(repr, set(forms)))
    assert len({one.id for one in found}) == len(found)
    assert entities(forms) == found
