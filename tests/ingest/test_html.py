"""What is kept of a page, and what is known of it."""

from __future__ import annotations

import pytest

from ondit.ingest.html import parse
from ondit.ingest.kind import Kind, kind_of
from ondit.ingest.raw import Raw

PAGE = """<!DOCTYPE html>
<html lang="en"><head><title>Talks | Sohu News</title>
<meta property="og:site_name" content="Sohu News">
<meta property="article:published_time" content="{time}">
<meta name="author" content="Ivan Petrov"></head>
<body><nav><a href="/">Home</a> <a href="/all">All news</a></nav>
<article><h1>Talks</h1>
<p>The talks between both governments, held on Friday at a base in Alaska, ended
without any agreement on a ceasefire, officials said.</p>
<p>“We are <b>ready</b>,” said the <a href="/p">prime minister</a> &amp; smiled.</p>
</article><footer>© 2025 Sohu</footer></body></html>"""


def test_text_and_metadata() -> None:
    article = parse(Raw("a", b""), PAGE.format(time="2025-08-19T10:15:00+03:00"))
    paragraphs = article.text.split("\n\n")
    assert paragraphs[-1] == "“We are ready,” said the prime minister & smiled."
    assert paragraphs[-2].startswith("The talks between")
    assert "Home" not in article.text
    assert article.title == "Talks"
    assert article.outlet == "Sohu News"
    assert article.byline == "Ivan Petrov"
    assert article.language == "en"
    assert article.published == "2025-08-19T10:15:00+03:00"


def test_a_date_without_time_stays_one() -> None:
    assert parse(Raw("a", b""), PAGE.format(time="2025-08-19")).published == "2025-08-19"


def test_the_host_stands_in_for_the_outlet() -> None:
    page = "<html><body><article><p>He said so in the house.</p></article></body></html>"
    article = parse(Raw("a", b"", url="https://news.example/x"), page)
    assert article.outlet == "news.example"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("  <!doctype html><p>", Kind.HTML),
        ("<!-- a --><!-- b --> <HTML>", Kind.HTML),
        ("<?xml version='1.0'?><!DOCTYPE html><html>", Kind.HTML),
        ("<p>He said", Kind.HTML),
        ("<?xml version='1.0'?><feed>", Kind.FEED),
        ("<rdf:RDF xmlns='http://purl.org/rss/1.0/'>", Kind.FEED),
        ("<!-- a --><urlset>", Kind.SITEMAP),
        ("<?xml version='1.0'?><?xml-stylesheet href='a'?><sitemapindex>", Kind.SITEMAP),
        ("<?xml version='1.0'?><nitf>", Kind.XML),
        ('{"text": "a"}', Kind.RECORD),
        ("{text: 1}", Kind.RECORD),
        ("{{Infobox}} He said", Kind.TEXT),
        ("[Update] He said", Kind.TEXT),
        ("<3 he said", Kind.TEXT),
        ("He said <p> is a tag", Kind.TEXT),
        ("<!--" + "<!-- a -->" * 5000 + "x", Kind.TEXT),
    ],
)
def test_kinds(text: str, kind: Kind) -> None:
    assert kind_of(text) == kind
