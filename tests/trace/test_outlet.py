import pytest
from hypothesis import given
from hypothesis import strategies as st

from ondit.trace.outlet import likeness
from ondit.trace.sound import alike, sound


@pytest.mark.parametrize(
    ("cited", "outlet", "other"),
    [
        ("佐林晚报", "Вечерний Зорин", "Вечерний Осмин"),
        ("Мюленауэр боте", "Mühlenauer Bote", "Nordhaven Post"),
        ("Наньвань ваньбао", "南湾晚报", "云海晚报"),
        ("Zaliv Segodnia", "Залив сегодня", "Вечерний Зорин"),
        ("دلتا كوريير", "Delta Courier", "Dawn Courier"),
        ("the Oravia Herald", "Oravia Herald", "Ostmark Herold"),
    ],
)
def test_an_outlet_is_known_by_ear_or_by_meaning(cited: str, outlet: str, other: str) -> None:
    assert likeness(cited, outlet) > likeness(cited, other)
    assert likeness(cited, outlet) >= 0.75


def test_a_short_name_is_not_known_by_ear() -> None:
    assert likeness("Bote", "Beta") < 0.5


def test_vowels_and_voice_play_no_part_in_a_sound() -> None:
    assert sound("Тарвэнерго") == sound("Tarvenergo")
    assert alike(sound("Шэнь Вэньчжао"), sound("沈文昭")) > 0.8


@given(st.text(max_size=20), st.text(max_size=20))
def test_likeness_is_symmetric_and_bounded(one: str, other: str) -> None:
    assert 0 <= likeness(one, other) == likeness(other, one) <= 1
