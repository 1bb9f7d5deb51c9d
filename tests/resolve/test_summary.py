"""An article's chains in one line."""

from __future__ import annotations

import pytest

from ondit.records import Article, Reading
from ondit.resolve.resolver import resolve
from ondit.resolve.summary import summary
from tests.resolve.samples import marked

SEVERAL = """As **Linhe** _writes_ (translated by InoPress), it is shut.
**Holm** _said_ no.
**NBC News** _reports_ **Bo** _agreed_.
**Experts** _doubt_ it."""
CASES = [
    ("**Holm** _said_ no.", "named", "1 attribution: 1 on record"),
    (
        SEVERAL,
        "outlet; named; outlet > named; group",
        "5 attributions: 1 on record, 3 relayed by 2 outlets, 1 unnamed; article retells Linhe",
    ),
    (
        "**The Herald** _has learned_ that it is shut.\n**Holm** _said_ no.",
        "outlet; named",
        "2 attributions: 1 on record, 1 own voice",
    ),
    (
        "ROMA (ANSA) - **Holm** _said_ no.\n**Bo** _agreed_.\nSource: Courier",
        "named; named",
        "2 attributions: 2 relayed by 2 outlets; article retells Courier; article draws on ANSA",
    ),
    ("ROMA (Herald) - **Holm** _said_ no.", "named", "1 attribution: 1 on record"),
    (
        "**the Courier** _says_ so.\n**The Courier** _adds_ more.",
        "outlet; outlet",
        "2 attributions: 2 relayed by 1 outlet",
    ),
]


@pytest.mark.parametrize(("words", "vias", "line"), CASES)
def test_each_standing_is_counted(words: str, vias: str, line: str) -> None:
    reading = marked(words, vias, "Herald")
    assert resolve(reading).summary == line


def test_an_article_without_attributions_says_so() -> None:
    assert summary(Reading(Article("Snow fell."))) == "0 attributions"
