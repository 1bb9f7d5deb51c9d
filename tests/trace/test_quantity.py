import pytest
from hypothesis import given
from hypothesis import strategies as st

from ondit.records import Span
from ondit.trace.quantity import Quantity, quantities


def found(text: str, language: str | None) -> list[tuple[str, float, str | None]]:
    its = quantities(text, [Span(0, len(text))], language)
    return [(one.span.of(text), one.value, one.unit) for one in its]


@pytest.mark.parametrize(
    ("language", "text", "value", "unit"),
    [
        ("en", "about 3,000 tonnes of oil", 3000, "tonne"),
        ("en", "an investment of $900 million", 9e8, "dollar"),
        ("en", "losses of 2bn thalers", 2e9, "thaler"),
        ("en", "a thirty-day truce", 30, "day"),
        ("de", "12.000 Liter Milch", 12000, "litre"),
        ("de", "41,50 Kronen je Aktie", 41.5, "crown"),
        ("fr", "quelque 40 000 véhicules", 40000, None),
        ("fr", "une hausse de 20 %", 20, "percent"),
        ("es", "80.000 toneladas", 80000, "tonne"),
        ("ru", "80 тыс. тонн карбоната", 80000, "tonne"),
        ("ar", "بعد ساعة وأربعين دقيقة", 40, None),
        ("ru", "за 1,2 млрд крон", 1.2e9, "crown"),
        ("pl", "400 mln talarów", 4e8, "thaler"),
        ("tr", "yüzde 30 zam", 30, "percent"),
        ("tr", "60 bin hektar tarla", 60000, "hectare"),
        ("ar", "رفع السعر بنسبة 30 في المئة", 30, "percent"),
        ("zh", "每年供应8万吨", 80000, "tonne"),
        ("zh", "预算约2.3亿元", 2.3e8, "yuan"),
        ("zh", "从业人员约六千人", 6000, None),
        ("zh", "撤至二十公里处", 20, "kilometre"),
    ],
)
def test_a_number_has_one_value_however_it_is_written(
    language: str, text: str, value: float, unit: str | None
) -> None:
    ((_, its, its_unit),) = found(text, language)
    assert its == pytest.approx(value)
    assert its_unit == unit


def test_chinese_ordinals_and_the_article_one_are_no_numbers() -> None:
    assert found("第三次谈判中的一份文件", "zh") == []


def test_what_is_a_date_is_no_number() -> None:
    text = "until 21 March, 950 megawatts"
    taken = [Span(6, 14)]
    its = quantities(text, [Span(0, len(text))], "en", taken)
    assert [one.value for one in its] == [950]


def test_an_unknown_unit_agrees_with_any_and_two_known_ones_do_not() -> None:
    crowns, dollars, some = (Quantity(Span(0, 1), 5, unit) for unit in ("crown", "dollar", None))
    assert some.same(crowns)
    assert not crowns.same(dollars)


@given(st.text(max_size=80), st.sampled_from(["en", "zh", "ru", "ar", None]))
def test_any_text_can_be_searched(text: str, language: str | None) -> None:
    for words, value, _ in found("x" + text, language):
        assert words
        assert value >= 0
