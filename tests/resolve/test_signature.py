"""Who signed what a text cites, and who is merely named beside it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ondit.records import Reading, Standing, Via
from ondit.resolve.chain import chain
from ondit.resolve.signature import signatories
from tests.resolve.samples import marked


def signed(reading: Reading) -> list[str]:
    text = reading.article.text
    return [one.span.of(text) for one in signatories(reading, reading.attributions[-1])]


SIGNED = [
    ("ru", "Письмо подписали Анна Хольм и Ли Вэй.", "В **письме** _говорится_ о мосте."),
    ("en", "Anna Holm and Ли Вэй signed the letter.", "**It** _says_ the bridge is closed."),
    (
        "de",
        "Den Brief unterzeichneten Anna Holm und Li Wei.",
        "**Darin** _heißt es_, sie sei zu.",
    ),
    ("zh", "霍尔姆、李维签署了公开信。", "**信**中_说_，大桥已经关闭。"),
    (
        "tr",
        "Mektubu Anna Holm ve Li Wei imzaladı.",
        "**Mektup** köprü kapalı _diyor_.",
    ),
    ("he", "אנה הולם ולי ויי חתמו על המכתב.", "**במכתב** _נאמר_ כי הגשר סגור."),
    ("ja", "ホルム氏と李氏が書簡に署名した。", "**書簡**は橋が閉鎖されたと_指摘した_。"),
]
NAMES = (
    "Анна Хольм",
    "Anna Holm",
    "霍尔姆",
    "אנה הולם",
    "ホルム",
    "Ли Вэй",
    "Li Wei",
    "李维",
    "לי ויי",
    "李",
)


@pytest.mark.parametrize(("language", "signing", "cited"), SIGNED)
@pytest.mark.parametrize("gap", [" ", " Das ist neu. "])
def test_who_signed_stands_by_what_it_says(
    language: str, signing: str, cited: str, gap: str
) -> None:
    people = [one for one in NAMES if one in signing]
    names = [one for one in people if not any(one != other and one in other for other in people)]
    found = signed(marked(signing + gap + cited, "document", "Herald", names, language=language))
    assert set(found) == set(names)


UNSIGNED = [
    "Anna Holm read the letter. **It** _says_ the bridge is closed.",
    "Anna Holm resigned. **It** _says_ the bridge is closed.",
    "Anna Holm signed the law.\n**It** _says_ the bridge is closed.",
    "Anna Holm signed it. A car came. A dog ran. Snow fell. **It** _says_ all is closed.",
]


@pytest.mark.parametrize("words", UNSIGNED)
def test_who_is_named_beside_a_document_did_not_sign_it(words: str) -> None:
    found = signed(marked(words, "document", "Herald", ["Anna Holm"], language="en"))
    assert found == []


def test_all_who_sign_are_sources_of_what_they_sign() -> None:
    words = "**Anna Holm**, Igor Petrov and Li Wei _signed_ a call for repairs."
    people = ["Anna Holm", "Igor Petrov", "Li Wei"]
    assert signed(marked(words, "named", "Herald", people, language="en")) == people


def test_a_name_in_two_pieces_is_one_signatory() -> None:
    words = "Ursula von der Leyen and Anna Holm signed it. **It** _says_ the bridge is closed."
    pieces = ["Ursula von", "der Leyen", "Anna Holm"]
    found = signed(marked(words, "document", "Herald", pieces, language="en"))
    assert found == ["Ursula von der Leyen", "Anna Holm"]


def test_another_document_is_not_what_was_signed() -> None:
    words = "Anna Holm signed the law. **The report by Igor Petrov** _says_ the bridge is closed."
    found = signed(marked(words, "document", "Herald", ["Anna Holm", "Igor Petrov"], language="en"))
    assert found == []


def test_who_is_named_within_the_statement_did_not_sign_it() -> None:
    words = "**A letter** signed by Anna Holm _urges_ Igor Petrov to resign."
    found = signed(marked(words, "document", "Herald", ["Anna Holm", "Igor Petrov"], language="en"))
    assert found == ["Anna Holm"]


def test_what_it_is_may_be_open_where_the_signing_stands_before_it() -> None:
    words = "Anna Holm and Li Wei signed a text. **It** _says_ the bridge is closed."
    reading = marked(words, "document", "Herald", ["Anna Holm", "Li Wei"], language="en")
    (cited,) = reading.attributions
    reading = replace(reading, attributions=(replace(cited, via=Via.NONE),))
    assert signed(reading) == ["Anna Holm", "Li Wei"]
    assert chain(reading, (), reading.attributions[0]).standing is Standing.ON_RECORD
