"""The vocabularies of dates are whole, and what they find is whole words and numbers."""

from __future__ import annotations

from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ondit.resolve.timegrammar import Lexicon, compiled, fold, number
from ondit.resolve.timevocabulary import RULES, rows_of
from ondit.resolve.timewords import timewords
from ondit.resolve.timex import DISTANCE, READINGS

VOCABULARIES = sorted(
    one.name.removesuffix(".tsv") for one in (files("ondit.resolve") / "times").iterdir()
)
LANGUAGES = [one for one in VOCABULARIES if one not in {"common", "spaced", "sr_Latn"}]


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_vocabulary_can_be_compiled_and_knows_its_months(language: str) -> None:
    words = timewords(language)
    months = {
        values["nmonth" if language in {"ja", "ko", "zh"} else "month"]
        for values in [*words.lexicon.words.values(), *map(number, map(str, range(1, 13)))]
        if ("nmonth" if language in {"ja", "ko", "zh"} else "month") in values
    }
    assert months >= set(range(1, 13))


@pytest.mark.parametrize("name", VOCABULARIES)
def test_every_rule_has_a_reading_and_an_argument_that_it_takes(name: str) -> None:
    for row in rows_of(name):
        if row.role in RULES - {"skip"}:
            assert row.role in READINGS
        if row.role in {"now", "then"}:
            assert DISTANCE.fullmatch(row.value), row
        if row.role == "onday":
            assert row.value in {"past", "last", "next", "this", "before", "after"}, row
        if row.role == "named":
            assert row.value in {"last", "next", "this"}, row


@given(st.text())
def test_folding_keeps_every_place(text: str) -> None:
    assert len(fold(text)) == len(text)


def test_a_template_with_an_unknown_part_is_refused() -> None:
    lexicon = Lexicon()
    lexicon.settle()
    with pytest.raises(ValueError, match="no word can be month"):
        compiled("{day} {month}", lexicon)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2025-08-15", ["2025-08-15"]),
        ("x2025-08-15", []),
        ("12025-08-15", []),
        ("2025-08-15-7", []),
        ("$2025-08-15", []),
        ("2025-08-15%", []),
        ("(2025-08-15)", ["2025-08-15"]),
    ],
)
def test_a_match_is_no_part_of_a_longer_number(text: str, found: list[str]) -> None:
    assert [text[hit.begin : hit.end] for hit in timewords("xx").hits(text)] == found
