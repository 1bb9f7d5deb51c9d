"""Dates in news of many languages, against the publication or the text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ondit.records import Article, Timex, TimexKind
from ondit.resolve.timex import timexes

LANGUAGES = [
    "ar",
    "bg",
    "cs",
    "de",
    "el",
    "en",
    "es",
    "fa",
    "fi",
    "fr",
    "he",
    "hi",
    "hu",
    "id",
    "it",
    "ja",
    "ko",
    "nl",
    "pl",
    "pt",
    "ro",
    "ru",
    "sr",
    "sv",
    "tr",
    "uk",
    "zh",
]
PUBLISHED = "2025-08-20"

DAY = r"[\dX]{4}(-[\dX]{2}(-[\dX]{2}(T\d{2}:\d{2})?)?)?~?"
DURATION = r"-?P(T?(\d+|X)[YMWDH])"
EDTF = re.compile(rf"{DAY}(/{DAY})?|{DURATION}|R/{DURATION}")


@dataclass(frozen=True)
class Case:
    """An expression in its sentence, and its value as written by hand before it was first read."""

    language: str
    published: str
    text: str
    expression: str
    value: str

    def found(self) -> list[str]:
        """Return the values of what was read where the expression stands."""
        begin = self.text.index(self.expression)
        end = begin + len(self.expression)
        read = timexes(Article(self.text, language=self.language, published=self.published))
        return [one.value for one in read if one.span.begin < end and begin < one.span.end]


def cases() -> list[Case]:
    lines = Path(__file__).with_name("timex.tsv").read_text("utf-8").splitlines()
    return [Case(*line.split("\t")) for line in lines if not line.startswith("#")]


CASES = cases()


def read(text: str, language: str = "en", published: str | None = PUBLISHED) -> list[Timex]:
    return list(timexes(Article(text, language=language, published=published)))


def values(text: str, language: str = "en", published: str | None = PUBLISHED) -> list[str]:
    return [one.value for one in read(text, language, published)]


def years(value: str) -> set[str]:
    return set(re.findall(r"(?<![-\dX:T])[\dX]{4}", value))


def test_the_cases_are_many_and_of_many_languages() -> None:
    assert len(CASES) >= 300
    assert len({one.language for one in CASES}) >= 13


def test_nearly_all_expressions_are_read_right() -> None:
    right = [one for one in CASES if one.value in one.found()]
    assert len(right) >= 0.95 * len(CASES), [one for one in CASES if one not in right]


@pytest.mark.parametrize("case", CASES, ids=lambda one: f"{one.language} {one.expression}")
def test_no_expression_gets_a_wrong_year(case: Case) -> None:
    known = {year for value in case.found() for year in years(value) if "XXXX" not in year}
    assert known <= years(case.value) or case.value in case.found()


def test_a_relative_day_hangs_on_the_day_before_it() -> None:
    text = "Der Vertrag ist vom 18. August. Am nächsten Tag wurde er veröffentlicht."
    first, second = read(text, "de", None)
    assert (first.value, first.relative, first.anchor) == ("XXXX-08-18", False, None)
    assert (second.value, second.relative, second.anchor) == ("XXXX-08-19", True, first.span)


def test_a_duration_from_an_event_stays_one() -> None:
    text = "Лондон готов направить войска в течение недели после заключения перемирия."
    (one,) = read(text, "ru")
    assert (one.value, one.kind, one.relative) == ("P1W", TimexKind.DURATION, True)
    assert one.anchor
    assert one.anchor.of(text) == "заключения перемирия"


def test_an_event_may_stand_before_its_duration() -> None:
    text = "英国将在停火后一周内派兵。"
    (one,) = read(text, "zh")
    assert one.anchor
    assert (one.value, one.anchor.of(text)) == ("P1W", "停火")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Rovers won 3-1 after leading 2:0 at the break.", "en"),
        ("Shares closed at $17.40, up 2.8 points, on 1,204 trades.", "en"),
        ("Call 0555-110 or write to room 2025b.", "en"),
        ("The may have been right; they march on, and the sun rose.", "en"),
        ("Petr Hollan, 52, has two children and 14 goats.", "en"),
        ("A 31-year-old man, 25 years old at the time, was held.", "en"),
        ("Индекс вырос на 15,08 процента, до 2 025,4 пункта.", "ru"),
        ("Ему 25 лет, на счету 1200 рублей.", "ru"),
        ("Der DAX schloss 0,3 Prozent höher bei 13.10 Euro.", "de"),
        ("El 15 % de los 2000 encuestados votó 3-2.", "es"),
        ("股价上涨2.1%，会场有620人。", "zh"),
        ("料金は1380円、参加者は41.5%増えた。", "ja"),
        ("기온은 34도, 환율은 1389.4원이었다.", "ko"),
        ("المؤشر ارتفع 6.25 في المئة وشارك 412 متطوعا.", "ar"),
    ],
)
def test_other_numbers_are_no_dates(text: str, language: str) -> None:
    assert values(text, language) == []


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("He resigned on 31 February 2025.", "en", []),
        ("Fourteen years ago it was built.", "en", ["2011"]),
        ("After forty-two years they met.", "en", ["P42Y"]),
        ("Четырнадцать лет назад его построили.", "ru", ["2011"]),
        ("Hace treinta y dos años se fundó.", "es", ["1993"]),
        ("Gedung itu berdiri sebelas tahun lalu.", "id", ["2014"]),
        ("He said so in October last year.", "en", ["2024-10"]),
        ("Торік у серпні він змінив думку.", "uk", ["2024-08"]),
        ("来月10日に開廷する。", "ja", ["2025-09-10"]),
        ("On 28 December – 3 January 2026 the office is shut.", "en", ["2025-12-28/2026-01-03"]),
        ("Den 15 och 16 augusti 2025 hölls möten.", "sv", ["2025-08-15", "2025-08-16"]),
        ("The season 2024/25 began.", "en", ["2024/2025"]),
        ("Am 15.8.2025 um 9.30 Uhr begann es.", "de", ["2025-08-15T09:30"]),
        ("On 03/15/2031 it expires.", "en", ["2031-03-15"]),
        ("A szerződést 2025. augusztus 15-én írták alá.", "hu", ["2025-08-15"]),
        ("Sopimus allekirjoitettiin 15. elokuuta 2025.", "fi", ["2025-08-15"]),
        ("Η συμφωνία υπογράφηκε στις 15 Αυγούστου 2025.", "el", ["2025-08-15"]),
        ("समझौता 15 अगस्त 2025 को हुआ।", "hi", ["2025-08-15"]),
        ("ההסכם נחתם ב-15 באוגוסט 2025.", "he", ["2025-08-15"]),
        ("합의는 2025년 8월 15일에 이루어졌다.", "ko", ["2025-08-15"]),
        ("Споразум је потписан 15. августа 2025. године.", "sr", ["2025-08-15"]),
        ("Sporazum je potpisan 15. avgusta 2025. godine.", "sr", ["2025-08-15"]),
        ("Споразумението е от 15 август 2025 г.", "bg", ["2025-08-15"]),
        ("Dohoda byla podepsána 15. srpna 2025.", "cs", ["2025-08-15"]),
        ("Het akkoord is van 15 augustus 2025.", "nl", ["2025-08-15"]),
        ("Acordul a fost semnat pe 15 august 2025.", "ro", ["2025-08-15"]),
        ("Perjanjian itu diteken pada 15 Agustus 2025.", "id", ["2025-08-15"]),
    ],
)
def test_what_dates_say(text: str, language: str, expected: list[str]) -> None:
    assert values(text, language) == expected


def test_persian_dates_are_brought_to_our_calendar() -> None:
    assert values("نشست در ۲۴ مرداد ۱۴۰۴ برگزار شد.", "fa") == ["2025-08-15"]
    assert values("نشست در ۲۴ مرداد برگزار شد.", "fa") == ["2025-08-15"]
    assert values("نشست در ۲۴ مرداد برگزار شد.", "fa", None) == ["XXXX-XX-XX"]
    assert values("تاریخ ۱۴۰۴/۰۵/۲۴ است.", "fa") == []


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("In August 1991 the tanks came. On 19 August it began.", "en"),
        ("Он приехал в 2009 году, через год они развелись.", "ru"),
        ("Er kam 2009, ein Jahr später war alles vorbei.", "de"),
        ("W zeszłym roku w sierpniu zmienił zdanie.", "pl"),
        ("The verdict is due on 24 February.", "en"),
    ],
)
def test_a_year_in_doubt_stays_open(text: str, language: str) -> None:
    assert values(text, language)[-1].startswith("XXXX")


@pytest.mark.parametrize("published", [None, "2025", "2025-08", "yesterday", "0000-00-00"])
def test_without_a_day_of_publication_nothing_is_resolved(published: str | None) -> None:
    text = "Today he spoke; on Monday, on 15 August and last year he had not."
    assert values(text, "en", published) == ["XXXX-XX-XX", "XXXX-XX-XX", "XXXX-08-15", "XXXX"]


def test_a_language_without_vocabulary_has_dates_in_digits() -> None:
    assert values("Το 2025-08-15 / 15.08.2025", "xx") == ["2025-08-15", "2025-08-15"]
    assert values("2025-08-15", "../../etc/passwd") == ["2025-08-15"]


WORDS = st.sampled_from(
    [
        "15",
        "31",
        "0",
        "2025",
        "9999",
        "8",
        ".",
        ",",
        "-",
        "/",
        ":",
        "'",
        "\n",
        "vor",
        "zwei",
        "Jahren",
        "August",
        "1.",
        "bis",
        "3.",
        "am",
        "Montag",
        "ago",
        "two",
        "years",
        "月",
        "日",
        "年",
        "後",
        "一",
        "前",
        "8月",
        "назад",
        "через",
        "год",
        "мая",
        "15-го",
        "م",
        "قبل",
        "يوم",
        "\u200f",
        "İ",
        "ß",
        "²",
        "٣",
        "３",
        "3\xa0",
    ]
)


@given(
    st.lists(WORDS, max_size=25).map(" ".join)
    | st.lists(WORDS, max_size=25).map("".join)
    | st.text(max_size=60),
    st.sampled_from(LANGUAGES),
    st.none() | st.dates().map(str),
)
def test_any_text_gives_ordered_spans_and_well_formed_values(
    text: str, language: str, published: str | None
) -> None:
    found = read(text, language, published)
    assert all(EDTF.fullmatch(one.value) for one in found)
    assert all(one.span.end <= len(text) for one in found)
    assert all(one.span.end <= two.span.begin for one, two in pairwise(found))
    assert found == read(text, language, published)
