"""Claims as a reader follows them: where one began, who carries it, what was changed."""

from __future__ import annotations

import csv
import io
import re
from urllib.parse import parse_qs, urlsplit

import pytest
from lxml import html
from starlette.testclient import TestClient

from ondit.web.difference import LONGEST, Piece, compared
from tests.web.test_pages import page, words

OIL = "about 300 tonnes of oil could leak if the hull breaks"


@pytest.fixture(scope="module")
def address(client: TestClient) -> str:
    """Where the claim about the oil is, as the list has it."""
    found = page(client, "/claims")
    (link,) = found.xpath("//p[@class='words-of']/a[contains(., '300 tonnes')]/@href")
    return str(link)


def test_the_list_and_the_front_page_have_the_claims_that_travelled(client: TestClient) -> None:
    for place in ("/", "/claims"):
        found = page(client, place)
        (row,) = found.xpath("//li[p[@class='words-of'] and contains(., '300 tonnes')]")
        assert re.search(r"2 articles 2 outlets 2 languages 1 origin 1 change", words(row))


def test_a_claim_shows_its_origin_and_every_step_from_there(
    client: TestClient, address: str
) -> None:
    found = page(client, address)
    assert OIL in words(found.xpath("//h1")[0])
    began = found.xpath("//section[@aria-labelledby='began']")[0]
    assert words(began) == "Where it began Harbour Post has it from Harbour minister Lena Aspegren."
    rows = [[words(cell) for cell in row] for row in found.xpath("//tbody/tr")]
    assert [row[2] for row in rows] == ["Harbour Post", "Речной вестник"]
    assert rows[1][4:6] == ["Harbour Post (1)", "translated"]
    assert "300 -> 3000" in rows[1][-1]


def test_the_drawing_says_what_the_table_says_and_leads_to_the_words(
    client: TestClient, address: str
) -> None:
    found = page(client, address)
    for drawing in found.xpath("//div[starts-with(@class, 'drawn')]/svg"):
        assert drawing.get("aria-label")
        outlets = drawing.xpath(".//a/text[@class='outlet']/text()")
        assert outlets == ["Harbour Post", "Речной вестник"]
        for link in drawing.xpath(".//a/@href"):
            assert found.xpath(f"//*[@id='{link[1:]}']")
        assert "300 → 3000" in words(drawing)


def test_what_was_changed_is_marked_in_the_words(client: TestClient, address: str) -> None:
    first, second = page(client, address).xpath("//li[starts-with(@id, 'carrier-')]")
    assert not first.xpath(".//mark")
    assert second.xpath(".//blockquote//mark/text()") == ["3000"]
    assert "beside Harbour Post" in words(second)


def test_the_address_stays_whichever_carrier_it_is_made_of(
    client: TestClient, address: str
) -> None:
    twin = client.get(f"{address}.json").json()
    for one in twin["claim"]["carriers"]:
        other = client.get(f"/claim/{one['article']}.{one['place']}.json")
        assert other.json() == twin
    assert client.get(f"/claim/{twin['claim']['id']}.json").json() == twin
    for missing in ("/claim/0000000000000000.0", "/claim/x.y", f"{address}9"):
        assert client.get(missing).status_code == 404


def test_the_table_has_a_row_for_each_way(client: TestClient, address: str) -> None:
    rows = list(csv.DictReader(io.StringIO(client.get(f"{address}.csv").text)))
    assert [row["outlet"] for row in rows] == ["Harbour Post", "Речной вестник"]
    assert [row["origin"] for row in rows] == ["True", "False"]
    assert rows[1]["from"] == "Harbour Post"


def test_an_article_shows_who_else_says_the_same(client: TestClient, address: str) -> None:
    (link,) = page(client, address).xpath("//li[@id='carrier-2']/p[@class='who']/a/@href")
    found = page(client, link)
    (told,) = found.xpath("//section[@class='shared']/details[contains(., '300 tonnes')]")
    assert "3000 тонн" in words(told.xpath("summary")[0])
    assert OIL in told.xpath(".//blockquote/text()")
    assert address in told.xpath(".//a/@href")


def test_an_origin_leads_to_its_source(client: TestClient, address: str) -> None:
    (link,) = page(client, address).xpath("//section[@aria-labelledby='began']//a[2]/@href")
    assert parse_qs(urlsplit(link).query)["name"] == ["Harbour minister Lena Aspegren"]
    assert html.document_fromstring(client.get(link).text).xpath("//li[@class='hit']")


@pytest.mark.parametrize(
    ("one", "other", "marked"),
    [
        ("300 tonnes could leak", "3,000 tonnes could leak", ["300 "]),
        ("Two tugs, he said", "two  tugs, she said", ["he "]),
        ("22名船员中17人已获救", "22名船员中19人已获救", ["17"]),
        ("the same words", "the same words", []),
    ],
)
def test_two_wordings_are_compared_word_by_word(one: str, other: str, marked: list[str]) -> None:
    pieces = compared(one, other)
    assert "".join(piece.words for piece in pieces) == one
    assert [piece.words for piece in pieces if piece.marked] == marked


def test_wordings_too_long_to_compare_are_shown_unmarked() -> None:
    long = "word " * LONGEST
    assert compared(long, "word") == (Piece(long, marked=False),)


def test_two_articles_stand_beside_each_other(client: TestClient, address: str) -> None:
    (link,) = page(client, address).xpath("//li[@id='carrier-2']/p[@class='who']/a/@href")
    shared = page(client, link).xpath("//section[@class='shared']//a[.='Compare']/@href")
    found = page(client, shared[0])
    assert "made from the first (translated" in words(found.xpath("//div[@class='head']")[0])
    rows = [[words(cell) for cell in row] for row in found.xpath("//tbody/tr")]
    (changed,) = (row for row in rows if row[0].startswith("changed"))
    assert "300 -> 3000" in changed[0]
    assert OIL in changed[1]
    assert "3000 тонн" in changed[2]
    twin = client.get(shared[0].replace("/compare", "/compare.json")).json()
    assert [one["fate"] for one in twin["pairs"]] == [row[0].partition(" ")[0] for row in rows]
    for wrong, status in (("", 400), ("?one=a&other=a", 400), ("?one=a&other=b", 404)):
        assert client.get(f"/compare{wrong}").status_code == status
