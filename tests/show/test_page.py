"""The page: complete in itself, safe whatever an article holds, and true to its text."""

from __future__ import annotations

import base64
import hashlib
import re

from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from ondit.records import Article, Reading
from ondit.show.page import render
from tests.show.samples import attribution, readings, sample

PIECES = (
    *("<script>", "</script>", "</style>", "<!--", "-->", "&lt;", "&", '"', "'", "<b>", "]]>"),
    *("$title", "{{", "\n", "\n\n", " ", "a", "я", "م", "\x00", "\u2028", "javascript:x"),
)
HOSTILE = st.lists(st.sampled_from(PIECES), min_size=2, max_size=20).map("".join)


def page(reading: Reading, name: str = "a.txt") -> html.HtmlElement:
    return html.document_fromstring(render([(name, reading)], 0.7))


def squeezed(words: str) -> str:
    return "".join(re.sub(r"[\x00-\x1f\x7f-\x9f\ufffd]", "", words).split())


def test_every_attribution_has_a_card_and_a_place_in_the_text() -> None:
    found = page(sample())
    cards = found.xpath("//a[@data-id]")
    assert [card.get("data-id") for card in cards] == ["1-1", "1-2", "1-3", "1-4"]
    assert [card.get("data-parent") for card in cards] == [None, "1-1", "1-2", None]
    for card in cards:
        (place,) = found.xpath(f"//*[@id='{card.get('href')[1:]}']")
        assert place.get("aria-describedby") == card.get("id")
        assert place.get("tabindex") == "0"
    assert "NBC News › Donald Trump › the US" in cards[2].text_content()
    assert "unless a ceasefire holds" in cards[2].text_content()
    assert "61% sure" in cards[1].text_content()
    assert "sure" not in cards[0].text_content()


def test_nothing_is_loaded_and_only_its_own_style_and_script_may_run() -> None:
    whole = render([("a", sample())], 0.7)
    found = html.document_fromstring(whole)
    assert not found.xpath("//@src | //link | //img | //iframe | //@style | //@onclick")
    (policy,) = found.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert "default-src 'none'" in policy
    for tag in ("script", "style"):
        (content,) = re.findall(rf"<{tag}>(.*?)</{tag}>", whole, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy


def test_languages_and_directions() -> None:
    text = "قال الرئيس إن الهدنة صامدة"
    reading = Reading(
        Article(text, title="خبر", language="ar"), (), (attribution(text, 1, content=["الهدنة"]),)
    )
    found = page(reading)
    assert found.xpath("//article/@dir") == ["rtl"]
    assert found.xpath("//div[@class='text']/@lang") == ["ar"]
    assert page(sample()).xpath("//article/@dir") == ["ltr"]


def test_only_web_addresses_become_links() -> None:
    for url, links in (("https://a.example/?a=1&b=2", 1), ("javascript:alert(1)", 0)):
        reading = Reading(Article("He said so", url=url))
        assert page(reading).xpath("//header//a/@href") == [url] * links


def test_several_articles_share_a_page() -> None:
    whole = html.document_fromstring(render([("a", sample()), ("b", sample())], 0.7))
    ids = whole.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert len(whole.xpath("//article")) == 2
    assert whole.findtext(".//title") == "2 articles · Ondit"


def test_paragraphs() -> None:
    reading = Reading(Article("\n\none\ntwo\n \n\nthree  \n"))
    rows = page(reading).xpath("//div[@class='text']/p")
    assert [row.text_content() for row in rows] == ["one\ntwo", "three"]


@given(readings(HOSTILE))
def test_no_text_becomes_markup_and_none_is_lost(reading: Reading) -> None:
    whole = render([(reading.article.text, reading)], 0.7)
    whole.encode()
    found = html.document_fromstring(whole)
    assert len(found.xpath("//script")) == 1
    assert len(found.xpath("//style")) == 1
    assert not found.xpath("//b | //comment()")
    (text,) = found.xpath("//div[@class='text']")
    assert squeezed(text.text_content()) == squeezed(reading.article.text)
    ids = found.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert len(found.xpath("//a[@data-id]")) == len(reading.attributions)
