"""Every rule of docs/standing.md holds for its own example, and chains are well formed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given

from ondit.records import (
    Article,
    Chain,
    Link,
    LinkKind,
    Mention,
    MentionType,
    Reading,
    Span,
    Standing,
)
from ondit.resolve.chain import chain
from ondit.resolve.credits import credits
from tests.resolve.samples import attribution, marked, span
from tests.show.samples import readings

EXAMPLE = Path(__file__).parents[2] / "examples" / "article.txt"
OUT = "outlet"
SIGNATORIES = ["Кир Стармер", "Фридрих Мерц", "Эммануэль Макрон", "Дональд Туск"]
SIGNATORIES += ["Александр Стубб", "Джорджа Мелони", "Антониу Кошта", "Урсула фон дер Ляйен"]
PAGE = Path(__file__).parents[2] / "docs" / "standing.md"
ROWS = [
    [cell.strip() for cell in line.strip("| \n").split(" | ")]
    for line in PAGE.read_text("utf-8").split("## Rules by example")[1].splitlines()
    if line.startswith("| ")
][1:]


def last(reading: Reading) -> Chain:
    found = credits(reading.article, reading.attributions)
    return chain(reading, found, reading.attributions[-1])


def shown(links: tuple[Link, ...]) -> list[str]:
    return [(one.name or "-") + "?" * one.inferred for one in links]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_each_rule_holds_for_its_example(row: list[str]) -> None:
    _, outlet, words, vias, links, hands, standing, standers = row
    people = standers.split(", ") if "," in standers else []
    reading = marked(words.replace("<br>", "\n"), vias, None if outlet == "-" else outlet, people)
    found = last(reading)
    assert shown(found.links) == links.split(" > ")
    assert found.hands == int(hands)
    assert found.standing == Standing(standing)
    assert shown(found.sources) == standers.split(", ")


def test_the_page_has_a_row_for_every_standing() -> None:
    assert {row[6] for row in ROWS} == set(Standing)


def test_every_named_link_is_anchored_in_the_text() -> None:
    reading = marked(
        "LONDON (AP) — As **the Courier** _says_, **Holm** _agreed_.", "outlet > named"
    )
    links = last(reading).links
    assert [one.name for one in links] == ["AP", "Courier", "Holm"]
    text = reading.article.text
    assert [one.span.of(text) for one in links[1:] if one.span] == ["Courier", "Holm"]
    assert [one.attribution for one in links] == [None, 1, 2]


def test_a_credit_that_reads_as_an_attribution_is_no_second_link() -> None:
    words = "As **Linhe** _writes_ (translated by **InoPress**), **Holm** _agreed_ to close it."
    found = last(marked(words, "outlet > outlet > named"))
    assert shown(found.links) == ["InoPress", "Linhe", "Holm"]
    assert found.relays == ("Linhe",)


def test_a_source_in_two_pieces_is_one_link() -> None:
    text = "The minister, she recalled, of Velm had said so."
    one = attribution(1, span(text, "The minister"), None, span(text, "said so"), "named")
    split = replace(one, source=(*one.source, span(text, "of Velm")))
    reading = Reading(marked(text, "").article, (), (split,))
    assert chain(reading, (), split).links[-1].name == "The minister … of Velm"


def test_the_example_comes_through_its_translator_and_the_portal_that_it_retells() -> None:
    text = EXAMPLE.read_text("utf-8").rstrip("\n")
    told = "Дональд Трамп в частных беседах"
    refusal = "США не намерены направлять войска на Украину"
    nbc = Span(text.index(told), text.index(refusal) + len(refusal))
    attributions = (
        attribution(
            1, span(text, "портал Sohu"), span(text, "пишет"), span(text, "Владимира"), OUT
        ),
        attribution(2, span(text, "В нём"), None, span(text, "необходимость"), "document"),
        attribution(3, span(text, "NBC News"), span(text, "По данным"), nbc, OUT),
        attribution(4, span(text, told[:13]), None, span(text, refusal), "named", parent=3),
    )
    people = [Mention(span(text, one), MentionType.PERSON) for one in SIGNATORIES]
    reading = Reading(Article(text, language="ru"), tuple(people), attributions)
    found = last(reading)
    assert shown(found.links) == ["RZNonline.ru", "Sohu?", "NBC News", "Дональд Трамп"]
    assert (found.hands, found.standing) == (3, Standing.RELAYED)
    statement = chain(reading, credits(reading.article, attributions), attributions[1])
    assert [one.name for one in statement.sources] == SIGNATORIES
    assert {one.kind for one in statement.sources} == {LinkKind.SIGNATURE}


@given(readings())
def test_any_reading_has_well_formed_chains(reading: Reading) -> None:
    found = credits(reading.article, reading.attributions)
    for one in reading.attributions:
        made = chain(reading, found, one)
        assert made.hands == len(made.links) - 1 >= 0
        assert made.sources
        assert (made.standing is Standing.OWN_VOICE) <= (made.hands == 0)
        assert (made.standing is Standing.ON_RECORD) <= (not made.relays)
