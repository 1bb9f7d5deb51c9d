"""One name sounds alike in all scripts; other names do not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ondit.resolve.names import BLURRED, CLEAR
from ondit.resolve.sounds import distance, sounds


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Tarczyński", "Тарчинський"),
        ("Hersztyn", "Герштын"),
        ("Hrynczak", "Гринчак"),
        ("Castagnier", "Кастанье"),
        ("Valcárcel", "Валькарсель"),
        ("Zelensky", "Ζελένσκι"),
        ("Putin", "Путин"),
    ],
)
def test_alike_in_scripts_that_keep_sounds(one: str, other: str) -> None:
    assert distance(one, other) <= CLEAR


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Macron", "马克龙"),
        ("Urrejola", "乌雷霍拉"),
        ("Trump", "ترامب"),
        ("Netanyahu", "נתניהו"),
        ("Biden", "バイデン"),
        ("Trump", "트럼프"),
        ("Modi", "मोदी"),
    ],
)
def test_alike_in_scripts_that_lose_sounds(one: str, other: str) -> None:
    assert distance(one, other) <= BLURRED


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Steinmeier", "斯塔默"),
        ("Zelensky", "Залужный"),
        ("Putin", "Путилин"),
        ("Lavrov", "拉夫连季"),
        ("Merz", "Мороз"),
        ("Иванов", "Ивановский"),
    ],
)
def test_unlike(one: str, other: str) -> None:
    assert distance(one, other) > BLURRED


def test_a_vowel_counts_less_than_a_consonant() -> None:
    assert distance("Kovalis", "Kovalos") < distance("Kovalis", "Kovamis")


def test_what_has_no_sound_is_like_nothing() -> None:
    assert sounds("!?") == ()
    assert distance("!?", "!?") == distance("!?", "Merz") == 1.0


@given(st.text(max_size=12), st.text(max_size=12))
def test_distance_is_symmetric_and_bounded(one: str, other: str) -> None:
    assert distance(one, other) == pytest.approx(distance(other, one))
    assert 0 <= distance(one, other) <= 2
    assert not sounds(one) or distance(one, one) == 0
