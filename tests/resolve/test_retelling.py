"""Leads that retell one outlet's article, and leads that merely quote one."""

from __future__ import annotations

import pytest

from ondit.records import CreditKind
from ondit.resolve.credits import credits
from tests.resolve.samples import marked

REST = "\nThe bridge was built in 1931 and repaired twice, the last time after the flood."
RETOLD = [
    ("As the portal **Linhe** _writes_, the bridge is closed.", "Linhe"),
    ("Как _пишет_ китайский портал **Линьхэ**, мост закрыт.", "Линьхэ"),
    ("据**《北埠日报》**_报道_，大桥已经关闭。", "北埠日报"),
    ("Wie **die Zeitung „Bote“** _schreibt_, ist die Brücke zu.", "Bote"),
    ("_Según_ **el diario El Faro**, el puente está cerrado.", "El Faro"),
    ("**Lehti Kaiku** _kirjoittaa_, että silta on suljettu.", "Lehti Kaiku"),
    ("_ذكرت_ **صحيفة «النهار»** أن الجسر مغلق.", "النهار"),
    ("**Boğaz Postası** _yazdı_: köprü kapalı.", "Boğaz Postası"),
    ("**‘북항신문’**_에 따르면_ 다리가 폐쇄됐다.", "북항신문"),
]


@pytest.mark.parametrize(("lead", "outlet"), RETOLD)
def test_a_lead_that_is_the_only_source_retells(lead: str, outlet: str) -> None:
    reading = marked(lead + REST, "outlet")
    (one,) = credits(reading.article, reading.attributions)
    assert (one.kind, one.outlet, one.inferred) == (CreditKind.ORIGINAL, outlet, True)
    assert one.span is not None
    assert outlet in one.span.of(reading.article.text)


@pytest.mark.parametrize(
    "note",
    [
        "translated by InoPress",
        "перевод представлен InoPress",
        "Übersetzung: InoPress",
        "译者：InoPress",
    ],
)
def test_a_translators_credit_beside_the_outlet_makes_it_the_whole_texts(note: str) -> None:
    lead = f"As **Linhe** _writes_ ({note}), the bridge is closed."
    reading = marked(f"{lead}{REST}\n**Anna Holm** _said_ it would open in May.", "outlet; named")
    made = credits(reading.article, reading.attributions)
    assert [(one.kind.value, one.outlet, one.inferred) for one in made] == [
        ("original", "Linhe", True),
        ("translation", "InoPress", False),
    ]


NOT_RETOLD = [
    # Another source follows.
    ("As **Linhe** _writes_, it is closed." + REST + "\n**Holm** _said_ no.", "outlet; named"),
    ("As **Linhe** _writes_, it is closed." + REST + "\n**Kompas** _wrote_ no.", "outlet; outlet"),
    # Somebody asked, so there is reporting of its own.
    ("As **Linhe** _writes_, it is closed." + REST + " Holm told this newspaper more.", "outlet"),
    ("As **Linhe** _writes_, it is closed." + REST + " Holm told the Herald more.", "outlet"),
    # Nothing is left to retell.
    ("As **Linhe** _writes_, it is closed.\nMore soon.", "outlet"),
    # The outlet acts, it does not publish.
    ("**Linhe** _accused_ the mayor of lying." + REST, "outlet"),
    ("**The Herald** _reports_ that it is closed." + REST, "outlet"),
    # It stands far below the lead.
    ("One\nTwo\nThree\nAs **Linhe** _writes_, it is closed." + REST, "outlet"),
    # An original is stated already.
    ("As **Linhe** _writes_, it is closed." + REST + "\nSource: Courier", "outlet"),
]


@pytest.mark.parametrize(("words", "vias"), NOT_RETOLD)
def test_an_outlet_merely_quoted_is_not_retold(words: str, vias: str) -> None:
    reading = marked(words, vias, "Herald")
    made = credits(reading.article, reading.attributions)
    assert not [one for one in made if one.inferred]
