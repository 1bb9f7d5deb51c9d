"""Encodings that articles come in: declared, marked, or to be seen from the bytes alone."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ondit.ingest.encoding import decode
from ondit.ingest.raw import Raw

TEXTS = {
    "ru": "Глава ведомства заявил, что соглашение не будет подписано до конца года.",
    "zh": "外交部发言人表示，双方已就停火达成协议，并将于下周签署。",
    "ja": "首相は記者会見で、交渉は来週も続くと述べた。合意はまだないという。",
    "ko": "대통령은 기자회견에서 협상이 다음 주에도 계속될 것이라고 말했다.",
    "ar": "قال الرئيس إن المفاوضات ستستمر الأسبوع المقبل، بحسب وكالة الأنباء.",
    "fa": "نخست‌وزیر گفت گفت‌وگوها هفته آینده ادامه می‌یابد.",
    "he": "ראש הממשלה אמר כי השיחות יימשכו בשבוע הבא, לדברי דובר משרדו.",
    "el": "Ο πρωθυπουργός δήλωσε ότι οι συνομιλίες θα συνεχιστούν την επόμενη εβδομάδα.",
    "tr": "Başbakan, görüşmelerin önümüzdeki hafta da süreceğini söyledi; ağır şartlar değişmedi.",
    "es": "El ministro señaló que la negociación continuará mañana; «no habrá más», añadió.",
    "pl": "Premier powiedział, że rozmowy będą kontynuowane w przyszłym tygodniu, według źródeł.",
}


@pytest.mark.parametrize(
    ("language", "encoding"),
    [
        ("ru", "cp1251"),
        ("ru", "koi8_r"),
        ("ru", "cp866"),
        ("ru", "utf-16"),
        ("ru", "utf-16-le"),
        ("ru", "utf-16-be"),
        ("ru", "utf-32"),
        ("ru", "utf-8-sig"),
        ("zh", "gb18030"),
        ("zh", "utf-16-le"),
        ("ja", "shift_jis"),
        ("ja", "euc_jp"),
        ("ja", "iso2022_jp"),
        ("ko", "euc_kr"),
        ("ar", "cp1256"),
        ("fa", "utf-16-le"),
        ("fa", "utf-16-be"),
        ("he", "cp1255"),
        ("el", "cp1253"),
        ("tr", "cp1254"),
        ("es", "cp1252"),
        ("pl", "cp1250"),
    ],
)
def test_an_undeclared_encoding_is_detected(language: str, encoding: str) -> None:
    text = TEXTS[language] * 3
    assert decode(Raw("a", text.encode(encoding))) == text


@pytest.mark.parametrize(
    "declaration", ['<meta charset="{}">', "<?xml version='1.0' encoding='{}'?>"]
)
def test_a_declaration_in_the_page_is_followed(declaration: str) -> None:
    page = declaration.format("windows-1251") + "<p>Привет"
    assert decode(Raw("a", page.encode("cp1251"))) == page


def test_the_servers_charset_is_followed() -> None:
    assert decode(Raw("a", "已經".encode("big5"), charset="Big5")) == "已經"


@pytest.mark.parametrize(
    "charset", ["latin-1", "utf-16", "nonsense", "zlib", "undefined", "idna", ""]
)
def test_a_false_charset_does_not_hide_utf_8(charset: str) -> None:
    assert decode(Raw("a", "Он сказал".encode(), charset=charset)) == "Он сказал"


def test_what_the_web_calls_latin_1_has_curly_quotes() -> None:
    text = "“Yes,” she said — twice."
    assert decode(Raw("a", text.encode("cp1252"), charset="ISO-8859-1")) == text


def test_one_damaged_character_does_not_change_the_encoding() -> None:
    data = (TEXTS["ru"] * 30).encode() + b"\xd0"
    assert decode(Raw("a", data)) == TEXTS["ru"] * 30 + "\N{REPLACEMENT CHARACTER}"


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1))
def test_utf_8_is_read_exactly(text: str) -> None:
    assert decode(Raw("a", codecs.BOM_UTF8 + text.encode())) == text
