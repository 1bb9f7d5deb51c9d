"""What a source says itself about who it is."""

from __future__ import annotations

import pytest

from ondit.records import Mention, MentionType, Span, Via
from ondit.resolve.source import described, head, untitled
from tests.resolve.samples import span

# Language, via, the source with people as <name> and organisations as [name], its own name or "".
SOURCES = [
    ("en", "named", "Finance minister <Vera Stern>", "Vera Stern"),
    ("en", "named", "<Devon Asquith>, the cabinet member for transport", "Devon Asquith"),
    ("en", "named", "the <Afghan> team's coach, <Alireza Mehraban>", "Alireza Mehraban"),
    ("en", "named", "Admiral <Tessa Quill> of <Coranth>", "Tessa Quill"),
    ("en", "named", "spokeswoman <Dana Whitlow>", "Dana Whitlow"),
    ("en", "named", "<Keir Starmer>'s office", ""),
    ("en", "named", "a spokesman for <Keir Starmer>", ""),
    ("en", "named", "<Anna Holm> and <Tom Dahl>", ""),
    ("en", "office", "the [Harbour Board]", "Harbour Board"),
    ("en", "office", "the board of [Ondine]", ""),
    ("en", "office", "the tech giant [Ondine]", "Ondine"),
    ("en", "office", "[Data Commons], a charity", "Data Commons"),
    ("en", "office", "[Tarn], [Sael] and [Merrin]", ""),
    ("en", "outlet", "the weekly [Kompas]", "Kompas"),
    ("es", "office", "El socio, la [Alianza Ribereña]", "Alianza Ribereña"),
    ("hu", "named", "<Hetényi Blanka> szóvivő", "Hetényi Blanka"),
    ("ja", "named", "大統領府の<イレーナ・コルシュ>報道官", "イレーナ・コルシュ"),
    ("ru", "named", "пресс-секретарь министра <Ольга Хвостова>", "Ольга Хвостова"),
    ("ru", "named", "канцелярия <Кира Стармера>", ""),
    ("ru", "named", "Соперник <Глеба Рудина>, мэра, <Пётр Лось>, врач", "Пётр Лось"),
    ("ru", "office", "жители посёлка [Верхняя Сельма]", ""),
    ("ru", "outlet", "газета «Ведомости»", "Ведомости"),
    ("ru", "outlet", "источники «Ведомостей»", ""),
]


def parsed(marked: str) -> tuple[str, list[Mention]]:
    text = marked.translate(dict.fromkeys(map(ord, "<>[]")))
    kinds = (("<", ">", MentionType.PERSON), ("[", "]", MentionType.ORGANISATION))
    found = [
        Mention(span(text, part.split(end)[0]), kind)
        for begin, end, kind in kinds
        for part in marked.split(begin)[1:]
    ]
    return text, sorted(found, key=lambda one: one.span)


@pytest.mark.parametrize(("language", "via", "marked", "name"), SOURCES)
def test_the_name_of_a_source_is_not_that_of_another_in_it(
    language: str, via: str, marked: str, name: str
) -> None:
    text, inside = parsed(marked)
    found = head(text, Span(0, len(text)), Via(via), inside, language)
    assert (found.of(text) if found else "") == name


def test_a_description_goes_without_preposition_and_article() -> None:
    assert described("Among the diplomats", Span(0, 19), "en") == "diplomats"
    assert described("einem Bericht", Span(0, 13), "de") == "Bericht"


def test_how_a_person_is_addressed_is_no_part_of_the_name() -> None:
    assert untitled("M. Castelbou", "fr") == "Castelbou"
    assert untitled("片桐源さん", "ja") == "片桐源"
    assert untitled("Капитан Виталий Шандор", "ru") == "Виталий Шандор"
