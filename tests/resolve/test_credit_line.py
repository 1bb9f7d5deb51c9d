"""Lines and brackets that credit, in many languages, and what only reads like them."""

from __future__ import annotations

import pytest

from ondit.resolve.credit_line import credit_lines
from tests.resolve.samples import BODY, credited


def named(text: str) -> list[tuple[str, str]]:
    return list(dict.fromkeys(credited(credit_lines(text))))


LINES = [
    ("المصدر: رويترز", "original", "رويترز"),
    ("ترجمة: القدس العربي", "translation", "القدس العربي"),
    ("Източник: Дневник", "original", "Дневник"),
    ("Снимка: БТА", "photo", "БТА"),
    ("Zdroj: iDNES.cz", "original", "iDNES.cz"),
    ("Přeložila Anna Nová", "translation", "Anna Nová"),
    ("Quelle: dpa", "original", "dpa"),
    ("Aus dem Englischen von Anna Ruh", "translation", "Anna Ruh"),
    ("Dieser Artikel wurde zuerst im Spiegel veröffentlicht", "republished", "Spiegel"),
    ("Mit Material von dpa", "agency", "dpa"),
    ("Πηγή: Καθημερινή", "original", "Καθημερινή"),
    ("Source: Reuters, 5 May 2031", "original", "Reuters"),
    ("Translated from the Spanish by Global Voices", "translation", "Global Voices"),
    (
        "This article was originally published on The Conversation.",
        "republished",
        "The Conversation",
    ),
    ("The post Talks fail appeared first on Harbour Post.", "republished", "Harbour Post"),
    ("via Reuters", "original", "Reuters"),
    ("With reporting by Reuters", "agency", "Reuters"),
    ("Fuente: El País", "original", "El País"),
    ("منبع: ایسنا", "original", "ایسنا"),
    ("Lähde: Yle", "original", "Yle"),
    ("Kuva: Lehtikuva", "photo", "Lehtikuva"),
    ("Traduit de l’anglais par Courrier international", "translation", "Courrier international"),
    ("avec l’AFP", "agency", "AFP"),
    ("המקור: הארץ", "original", "הארץ"),
    ("צילום: רויטרס", "photo", "רויטרס"),
    ("स्रोत: भाषा", "original", "भाषा"),
    ("Forrás: MTI", "original", "MTI"),
    ("Sumber: Antara", "original", "Antara"),
    ("Diterjemahkan oleh Tirto", "translation", "Tirto"),
    ("Fonte: Il Sole 24 Ore", "original", "Il Sole 24 Ore"),
    ("出典：共同通信", "original", "共同通信"),
    ("朝日新聞より転載", "republished", "朝日新聞"),
    ("출처: 연합뉴스", "original", "연합뉴스"),
    ("사진=AFP", "photo", "AFP"),
    ("Bron: ANP", "original", "ANP"),
    ("Overgenomen uit Trouw", "republished", "Trouw"),
    ("Źródło: Onet", "original", "Onet"),
    ("Tłum. Anna Nowak", "translation", "Anna Nowak"),
    ("Fot. PAP", "photo", "PAP"),
    ("Publicado originalmente em Folha de S.Paulo", "republished", "Folha de S.Paulo"),
    ("Sursa: Digi24", "original", "Digi24"),
    ("Источник: https://www.kp.ru/daily/27000/1/", "original", "kp.ru"),
    ("Перевод подготовлен изданием «Страна»", "translation", "Страна"),
    ("Статья впервые опубликована в газете «Труд»", "republished", "Труд"),
    ("(с Reuters)", "agency", "Reuters"),
    ("Preuzeto sa portala Danas", "republished", "Danas"),
    ("Извор: Танјуг", "original", "Танјуг"),
    ("Källa: SVT", "original", "SVT"),
    ("Foto: Anna Svensson/TT", "photo", "TT"),
    ("Kaynak: Anadolu Ajansı", "original", "Anadolu Ajansı"),
    ("NTV tarafından çevrilmiştir", "translation", "NTV"),
    ("Джерело: Укрінформ", "original", "Укрінформ"),
    ("来源：新华网 2025-08-15", "original", "新华网"),
    ("由环球网翻译", "translation", "环球网"),
    ("转载自《环球时报》", "republished", "环球时报"),
    ("图：法新社", "photo", "法新社"),
    ("/ТАСС/", "agency", "ТАСС"),
    ("– Reuters", "agency", "Reuters"),
]


@pytest.mark.parametrize(("line", "kind", "outlet"), LINES)
def test_a_line_of_its_own_credits(line: str, kind: str, outlet: str) -> None:
    assert named(BODY + line) == [(kind, outlet)]


def test_the_end_of_the_last_sentence_names_an_agency() -> None:
    assert named(BODY + "Mehr sagte er nicht. (dpa)") == [("agency", "dpa")]
    assert named(BODY + "Daha fazlasını söylemedi. /DHA/") == [("agency", "DHA")]


NO_LINES = [
    "He spoke (via Reuters) to all of us.",
    "Prices fell (source: Eurostat) by a tenth.",
    "She sent the plans via Reuters to the ministry.",
    "Source: the ministry would not comment on what reporters had found there.",
    "Photo: the minister at his desk. He smiles.",
    "With Macron in Paris",
    "Sources say",
    "Source of the Nile",
    "С уважением, редакция",
    "с Путиным",
    "Фото дня",
    "Latest News",
    "No, said Merz (CDU).",
    "He left (with Macron).",
    "Reporting by phone",
    "Изображение взято из открытых источников",
]


@pytest.mark.parametrize("line", NO_LINES)
def test_what_reads_like_a_credit_is_none(line: str) -> None:
    assert named(BODY + line) == []


@pytest.mark.parametrize(
    "line", ["Sources: Tindall joins Al-Nahda", "Källor: Eldupphör nära", "Via Appia"]
)
def test_a_headline_is_no_credit(line: str) -> None:
    assert named(f"{line}\n\n{BODY}") == []
