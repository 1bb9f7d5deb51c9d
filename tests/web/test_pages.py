"""The pages as a reader goes through them, without a script."""

from __future__ import annotations

from itertools import pairwise
from urllib.parse import quote

import pytest
from lxml import html
from starlette.testclient import TestClient


def page(client: TestClient, address: str) -> html.HtmlElement:
    found = client.get(address)
    assert found.status_code == 200, found.text
    assert found.headers["content-type"].startswith("text/html")
    return html.document_fromstring(found.text)


def words(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def test_the_front_page_counts_and_lists_the_latest(client: TestClient, ids: list[str]) -> None:
    front = page(client, "/")
    assert f"{len(ids)} articles" in words(front)
    links = front.xpath("//ul[@class='rows']//h3/a/@href")
    assert links == [f"/article/{id_}" for id_ in ids]


@pytest.mark.parametrize(
    ("looked_for", "marked"),
    [
        ("порты сопровождение", {"порт", "сопровождения"}),
        ("停火后", {"停火后"}),
        ("BORDER Tribunals", {"border", "tribunal"}),
    ],
)
def test_words_are_found_in_any_script_and_marked(
    client: TestClient, looked_for: str, marked: set[str]
) -> None:
    found = page(client, f"/search?q={quote(looked_for)}")
    assert marked <= set(found.xpath("//li[@class='hit']//mark/text()"))
    assert found.xpath("//input[@name='q']/@value") == [looked_for]


def test_an_article_is_shown_with_its_marks_and_who_is_cited(
    client: TestClient, ids: list[str]
) -> None:
    for id_ in ids:
        found = page(client, f"/article/{id_}")
        for card in found.xpath("//a[@data-id]"):
            assert found.xpath(f"//*[@id='{card.get('href')[1:]}']")
        assert found.xpath("//section[@class='speakers']//a")


def test_arabic_runs_from_right_to_left(client: TestClient) -> None:
    rows = page(client, "/articles?language=ar").xpath("//ul[@class='rows']//h3/a/@href")
    found = page(client, rows[0])
    assert found.xpath("//article/@dir") == ["rtl"]
    assert found.xpath("//div[@class='text']/@lang") == ["ar"]


def test_an_articles_texts_can_be_compared(client: TestClient) -> None:
    rows = page(client, "/articles?language=en").xpath("//a[contains(@href, '/versions')]/@href")
    (address,) = rows
    found = page(client, address)
    assert [words(one) for one in found.xpath("//h2/a")] == ["Version 2", "Version 1"]
    assert found.xpath("//del")
    first = page(client, found.xpath("//h2/a/@href")[1])
    assert "version 1 of 2" in words(first)
    assert "More is not known." not in words(first)
    assert client.get(address.replace("/versions", "?version=3")).status_code == 404


def test_a_sources_page_has_its_acts_conditions_and_who_tells_it(client: TestClient) -> None:
    deepest = max(
        (one for one in client.get("/search.json?limit=100").json()["hits"] if one["source"]),
        key=lambda hit: hit["attribution"],
    )
    who = deepest["source"]
    twin = client.get("/source.json", params={"name": who}).json()
    found = html.document_fromstring(client.get("/source", params={"name": who}).text)
    assert len(found.xpath("//li[@class='hit']")) == len(twin["said"])
    assert words(found.xpath("//nav[@aria-label='By act']//a")[0]) == "all"
    for act in twin["acts"]:
        only = client.get("/source.json", params={"name": who, "act": act}).json()
        assert {one["act"] for one in only["said"]} == {act}
    assert any(one["through"] for one in twin["said"])


def test_a_source_nobody_cites_is_no_error(client: TestClient) -> None:
    assert "No article in the archive cites" in words(page(client, "/source?name=Zaphod"))
    assert "no article of this outlet" in words(page(client, "/outlet?name=Zaphod"))


def test_an_outlets_shares_are_of_all_its_attributions(client: TestClient) -> None:
    given = {"name": client.get("/articles.json?language=ru").json()["articles"][0]["outlet"]}
    twin = client.get("/outlet.json", params=given).json()
    assert sum(one["share"] for one in twin["standings"]) == pytest.approx(1)
    rows = client.get("/articles.json", params={"outlet": given["name"]}).json()["articles"]
    assert twin["articles"] == len(rows) == twin["sample"]
    assert sum(one["attributions"] for one in twin["standings"]) == sum(
        row["attributions"] for row in rows
    )
    found = html.document_fromstring(client.get("/outlet", params=given).text)
    assert found.xpath("//table")


def test_paging_goes_through_all_and_meets_none_twice(client: TestClient) -> None:
    whole = client.get("/search.json?limit=100").json()["hits"]
    further, seen = ["/search?limit=7"], []
    while further:
        found = page(client, further[0])
        seen += found.xpath("//li[@class='hit']//p[@class='place']/a/@href")
        further = found.xpath("//a[@rel='next']/@href")
    assert len(seen) >= len(whole) == min(100, len(seen))
    assert len(set(seen)) == len(seen)


def test_what_was_asked_stays_in_the_form(client: TestClient) -> None:
    found = page(client, "/search?q=x&act=deny&since=2025-08-01&source=Ada")
    assert found.xpath("//option[@selected]/text()") == ["deny"]
    assert found.xpath("//input[@name='source']/@value") == ["Ada"]
    assert found.xpath("//details[@open]")


def test_every_control_has_a_label_and_headings_go_one_step_down(
    client: TestClient, ids: list[str]
) -> None:
    addresses = (
        "/",
        "/articles",
        "/search?q=a",
        "/about",
        f"/article/{ids[0]}",
        "/outlet?name=The",
    )
    for address in addresses:
        found = page(client, address)
        assert found.get("lang") == "en"
        assert len(found.xpath("//h1")) == 1, address
        for control in found.xpath("//input | //select | //textarea"):
            label = f"//label[@for='{control.get('id')}']"
            assert control.xpath("ancestor::label") or found.xpath(label), address
        levels = [int(one.tag[1]) for one in found.xpath("//h1 | //h2 | //h3")]
        assert all(new - old <= 1 for old, new in pairwise(levels)), address
        ids_ = found.xpath("//@id")
        assert len(set(ids_)) == len(ids_), address


def test_an_actors_positions_stand_once_by_act_with_who_reports_them(client: TestClient) -> None:
    found = page(client, "/actor?name=Aspegren")
    assert [words(one) for one in found.xpath("//section/h2")] == ["say 2"]
    (tugs,) = found.xpath("//li[@class='hit'][contains(., 'two tugs')]")
    assert "2034-02-12 05:30" in words(tugs)
    assert "reported by Harbour Post" in words(tugs)
    (link,) = tugs.xpath(".//p[@class='through']/a/@href")
    assert "two tugs" in words(page(client, link.partition("#")[0]))
    assert words(page(client, "/actor?name=Zaphod").xpath("//p[@class='lead']")[0]).startswith(
        "Nothing of it"
    )
