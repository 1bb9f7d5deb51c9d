"""Datelines and slugs of many languages' agencies, and openings that only look like them."""

from __future__ import annotations

import pytest

from ondit.records import Span
from ondit.resolve.dateline import datelines
from tests.resolve.samples import BODY, credited


def named(text: str) -> list[tuple[str, str]]:
    return credited(datelines(text))


DATELINES = [
    ("Washington (AFP) – The talks failed.", "AFP"),
    ("LONDON, Aug 5 (Reuters) - Shares fell.", "Reuters"),
    ("KYIV, Ukraine (AP) — A girl was rescued.", "AP"),
    ("БИШКЕК, 5 августа /Новости-Грузия/. Президент подписал закон.", "Новости-Грузия"),
    ("МОСКВА, 15 марта. /ТАСС/. Мост закрыт.", "ТАСС"),
    ("МОСКВА, 15 авг - РИА Новости. Мост закрыт.", "РИА Новости"),
    ("Москва. 15 августа. INTERFAX.RU - Мост закрыт.", "INTERFAX.RU"),
    ("ОСМИН, 11 марта — Дельта-Информ. Блок отключён.", "Дельта-Информ"),
    ("МЕЛЬНОВ, 4 марта — «Меридиан». Министр пригрозила.", "Меридиан"),
    ("Київ. 5 серпня. УНН. Міст закрито.", "УНН"),
    ("София, 5 август /БТА/ Мостът е затворен.", "БТА"),
    ("BEOGRAD, 5. avgusta (Tanjug) - Most je zatvoren.", "Tanjug"),
    ("PRAHA 5. srpna (ČTK) - Most je uzavřen.", "ČTK"),
    ("Warszawa (PAP) - Most jest zamknięty.", "PAP"),
    ("Budapest, 2025. augusztus 5., kedd (MTI) – A hidat lezárták.", "MTI"),
    ("București, 5 aug /Agerpres/ - Podul este închis.", "Agerpres"),
    ("ARNSUND (nap). Die Staaten haben sich geeinigt.", "nap"),
    ("BERLIN (taz) | Die Brücke ist zu.", "taz"),
    ("VELDHOEK (ANP) – De brug is dicht.", "ANP"),
    ("STOCKHOLM (TT-Reuters) Bron är stängd.", "TT-Reuters"),
    ("Helsinki (STT) - Silta on suljettu.", "STT"),
    ("OSMIN, 13 mars (Agence Ponant) – Le pont est fermé.", "Agence Ponant"),
    ("(Agence Éco-Presse) Le pont est fermé.", "Agence Éco-Presse"),
    ("Madrid, 5 ago (EFE).- El puente está cerrado.", "EFE"),
    ("QUITO (Efecto Andino).- La estatal lo negó.", "Efecto Andino"),
    ("LISBOA, 21 mar. (Lusopress) – A ponte fechou.", "Lusopress"),
    ("(ANSA) - ROMA, 5 AGO - Il ponte è chiuso.", "ANSA"),
    ("ANSA – Il ponte è chiuso.", "ANSA"),
    ("MILANO (Mercati24) - Il ponte è chiuso.", "Mercati24"),
    ("ΑΘΗΝΑ (ΑΠΕ-ΜΠΕ) - Η γέφυρα έκλεισε.", "ΑΠΕ-ΜΠΕ"),
    ("KARAÇAMLIK (SHA) – Köprü kapatıldı.", "SHA"),
    ("Jakarta, CNN Indonesia -- Jembatan ditutup.", "CNN Indonesia"),
    ("JAKARTA, KOMPAS.com - Jembatan ditutup.", "KOMPAS.com"),
    ("واشنطن (أ ف ب) - أغلق الجسر.", "أ ف ب"),
    ("دمشق-سانا: أغلق الجسر.", "سانا"),
    ("تهران- ایرنا- پل بسته شد.", "ایرنا"),
    ("नई दिल्ली, 5 अगस्त (भाषा) पुल बंद है।", "भाषा"),
    ("(서울=연합뉴스) 김한 기자 = 다리가 폐쇄됐다.", "연합뉴스"),
    ("(루반=한빛뉴스) 소문호 특파원 = 다리가 폐쇄됐다.", "한빛뉴스"),
    ("［東京 ５日 ロイター］ - 橋は閉鎖された。", "ロイター"),
    ("【サンベルト時事＝堂前】橋は閉鎖された。", "時事"),
    ("（新华社北京电）大桥已经关闭。", "新华社"),
    ("新华社北京8月15日电 大桥已经关闭。", "新华社"),
    ("（中環通訊社訊）大橋已經關閉。", "中環通訊社"),
]


@pytest.mark.parametrize(("text", "outlet"), DATELINES)
def test_a_dateline_names_its_agency(text: str, outlet: str) -> None:
    assert named(f"Bridge\n\n{text} {BODY}") == [("agency", outlet)]


def test_a_dateline_of_two_agencies_names_both() -> None:
    assert named("Berlin (kna/taz). Der Verband klagt.") == [("agency", "kna"), ("agency", "taz")]


def test_a_dateline_is_anchored_as_it_stands() -> None:
    (one,) = datelines("LONDON, Aug 5 (Reuters) - Shares fell.")
    assert one.span == Span(0, len("LONDON, Aug 5 (Reuters)"))


NO_DATELINES = [
    "NORDHAVEN — Radiation stayed at its usual level.",
    "KYIV, Ukraine — Russian forces withdrew.",
    "LIDORIA, 9 NOV - La notizia arriva di rimbalzo. L'agenzia batte.",
    "BUDAPEST (Ungarn) – Die Brücke ist zu.",
    "AUSTIN (USA) - Il ponte è chiuso.",
    "Jan Novák (ODS) – šéf strany – odmítl návrh.",
    "NATO – The alliance met.",
    "(VIDEO) Il ministro balla.",
    "[Breaking News] He resigned.",
    "(dal nostro corrispondente) OSTHAVN — Dopo mesi di trattative.",
    "【インタビュー】負けて覚えた。",
    "【ベルシナ＝東條】橋は閉鎖された。",
    "本报青芦7月11日电（记者 沈若楠）连下三天的雨停了。",
    "（本社梅尔港3月3日电）检方通报。",
    "태평양의 섬나라 파누이에서 15일(현지시간) 규모 7의 지진이 났다.",
    "Patrick De Maeseneer (Lokergem Vooruit) legt zich er niet bij neer.",
    "Merz (CDU) said no. He left.",
]


@pytest.mark.parametrize("text", NO_DATELINES)
def test_what_opens_like_a_dateline_names_no_agency(text: str) -> None:
    assert named(f"{text} {BODY}") == []
