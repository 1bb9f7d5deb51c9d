import re
from xml.etree import ElementTree as ET

from hypothesis import given

from ondit.records import Document
from ondit.records.trace import Trail
from ondit.show.drawing import drawing
from ondit.show.figure import figure
from ondit.show.trails import render
from tests.show.journeys import BOTE, COUNTRIES, DISPUTES, DOCUMENTS, MATCHES, TRAIL, trails

PAGE = render([TRAIL], DOCUMENTS, COUNTRIES, MATCHES, DISPUTES)


def test_the_page_is_the_claims_words_then_what_to_beware_of() -> None:
    assert "<title>300 tonnes of oil could leak, said Ruth Pennerack. · Ondit</title>" in PAGE
    assert "circular: many carry it, and all have it from one" in PAGE
    assert "disputed by claim c2" in PAGE
    assert "c2 contradicts: Mail “The tank holds no oil at all.”" in PAGE


def test_nothing_on_the_page_is_loaded_or_run() -> None:
    assert "script-src" not in PAGE
    assert "<script" not in PAGE
    assert re.search(r"default-src 'none'; style-src 'sha256-[^']+';", PAGE)
    assert not re.search(r"""(?:src|href)=["'](?!#)""", PAGE)


def test_each_dot_leads_to_the_row_that_says_the_same() -> None:
    rows = re.findall(r'<tr id="([^"]+)"', PAGE)
    assert rows == [f"row-1-{number}" for number in range(5)]
    leads = re.findall(r'<a class="dot[^"]*" href="#([^"]+)"', PAGE)
    assert leads == rows * 2, "once in the drawing for screens, once in that for phones"


def test_the_table_has_what_changed_and_why() -> None:
    table = PAGE[PAGE.index("<table") :]
    assert (
        '<p class="shift">number<span>: </span><bdi>300</bdi><span> → </span><bdi>3000</bdi>'
        in table
    )
    assert "from Islander" in table
    assert "also heard by Islander" in table
    assert "shifted as its parent, p = 0.97" in table


def test_signs_tell_origins_absent_outlets_and_doubtful_ways_apart() -> None:
    svg = figure(drawing(TRAIL, DOCUMENTS, {}), "way", lambda dot: f"/article/{dot.branch.key}")
    classes = [one.get("class") for one in svg.iter("a")]
    assert classes == ["dot origin", "dot relay", "dot relay undated", "dot absent", "dot origin"]
    edges = [one.get("class") for one in svg.iter("g") if "edge" in str(one.get("class"))]
    assert edges == ["edge", "edge doubtful", "edge absent"]
    assert [one.get("href") for one in svg.iter("a")][1] == f"/article/{BOTE.id}"


@given(trails())
def test_a_figure_is_well_formed_whatever_an_article_says(
    found: tuple[Trail, dict[str, Document]],
) -> None:
    trail, documents = found
    svg = figure(drawing(trail, documents, {}), "</svg><script>", lambda _: "#")
    again = ET.fromstring(ET.tostring(svg, encoding="unicode"))
    assert not list(again.iter("script"))
    said = "".join(again.itertext())
    names = (one.reading.article.outlet or "" for one in documents.values())
    assert all(name.strip()[:1] in said for name in names)
