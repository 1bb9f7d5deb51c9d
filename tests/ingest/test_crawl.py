"""Feeds, sitemaps and pages of a site that has rules, is busy, moves, or is not what it seems."""

from __future__ import annotations

import gzip
import json
import socket
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from ondit.config import Settings
from ondit.ingest.collect import collect
from ondit.ingest.memory import RunMemory
from ondit.ingest.pace import Timing
from ondit.records.item import Item
from tests.ingest.site import Site, page, serving

LOCAL = Settings(allow_private=True, fetch_timeout=5, host_delay=1.0)
SAID = "The talks between both governments ended without any agreement, the minister said."
RSS = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
     xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Nordic Courier</title><link>{{site}}/</link>{entries}</channel></rss>"""
ENTRY = """<item><title>Talks</title><link>{link}</link><dc:creator>Eva Lind</dc:creator>
<pubDate>Tue, 19 Aug 2025 10:15:00 +0300</pubDate>
<description>&lt;p&gt;The minister &lt;b&gt;said&lt;/b&gt; no.&lt;/p&gt;</description></item>"""
ATOM = """<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Courier</title>
<entry><title>Talks</title><link href="/a"/><updated>2025-08-19T10:15:00Z</updated>
<author><name>Eva Lind</name></author><content type="html">{text}</content></entry></feed>"""
SITEMAP = """<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
<url><loc>{site}/</loc></url>
<url><loc>{site}/a</loc><lastmod>2025-09-01</lastmod><news:news><news:publication>
<news:name>Nordic Courier</news:name><news:language>en</news:language></news:publication>
<news:publication_date>2025-08-19T10:15:00+03:00</news:publication_date>
<news:title>Talks</news:title></news:news></url></urlset>"""
INDEX = """<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
{maps}</sitemapindex>"""


@dataclass
class Clock:
    """Time that passes only by waiting."""

    time: float = 1_755_600_000.0
    pauses: list[float] = field(default_factory=list)

    def sleep(self, seconds: float) -> None:
        self.pauses.append(round(seconds, 3))
        self.time += seconds

    def timing(self) -> Timing:
        return Timing(lambda: self.time, self.sleep, lambda: 0.5)


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as found:
        yield found


@pytest.fixture
def clock() -> Clock:
    return Clock()


def take(
    *sources: str, settings: Settings = LOCAL, memory: RunMemory | None = None, clock: Clock | None
) -> list[Item]:
    """Collect as an archive does: what the items carry is remembered."""
    memory = memory or RunMemory()
    items = list(collect(sources, settings, memory, (clock or Clock()).timing()))
    for item in items:
        assert [item.article, item.error, item.skipped].count(None) == 2
        assert item.error is None or "\n" not in item.error
        if item.fetched:
            memory.remember(item.source, item.fetched)
    return items


def feed(*links: str) -> str:
    return RSS.format(entries="".join(ENTRY.format(link=link) for link in links))


def test_a_page(site: Site, clock: Clock) -> None:
    url = site.put("/a", page("Talks", SAID), Content_Type="text/html")
    [item] = take(url, clock=clock)
    assert item.source == url
    assert item.article is not None
    assert (item.article.text, item.article.url) == (SAID, url)
    assert site.paths() == ["/robots.txt", "/a"]
    assert "ondit/" in site.asked[1][1]["User-Agent"]


def test_a_feeds_entries_are_fetched_in_full(site: Site, clock: Clock) -> None:
    page_url = site.put("/a", page("", SAID, "2025-08-19"))
    [item, end] = take(site.put("/feed", feed("{site}/a")), clock=clock)
    assert item.source == page_url
    assert item.article is not None
    assert item.article.text == SAID
    assert item.article.title == "Talks"
    assert item.article.byline == "Eva Lind"
    assert item.article.published == "2025-08-19T10:15:00+03:00"
    assert end.skipped == "a feed, 1 articles in it"


def test_what_the_page_says_wins_over_the_feed(site: Site, clock: Clock) -> None:
    site.put("/a", page("No agreement", SAID, "2025-08-18T08:00:00+03:00"))
    item = take(site.put("/feed", feed("{site}/a")), clock=clock)[0]
    assert item.article is not None
    assert item.article.title == "No agreement"
    assert item.article.published == "2025-08-18T08:00:00+03:00"


def test_an_entrys_own_text_stands_in_for_a_page_that_is_gone(site: Site, clock: Clock) -> None:
    [item, _] = take(site.put("/feed", feed("{site}/gone")), clock=clock)
    assert item.source == site.url + "/gone"
    assert item.article is not None
    assert item.article.text == "The minister said no."
    assert item.article.outlet == "Nordic Courier"
    assert item.article.byline == "Eva Lind"


def test_an_entrys_own_text_stands_in_where_robots_may_not_go(site: Site, clock: Clock) -> None:
    site.put("/robots.txt", "User-agent: ondit\nDisallow: /a\n")
    site.put("/a", page("Talks", SAID))
    [item, _] = take(site.put("/feed", feed("{site}/a")), clock=clock)
    assert item.article is not None
    assert item.article.text == "The minister said no."
    assert "/a" not in site.paths()


def test_atom_with_links_relative_to_the_feed(site: Site, clock: Clock) -> None:
    escaped = "&lt;p&gt;Er sagte:&lt;/p&gt;&lt;p&gt;„Nein.“&lt;/p&gt;&lt;script&gt;x&lt;/script&gt;"
    [item, _] = take(site.put("/atom", ATOM.format(text=escaped)), clock=clock)
    assert item.source == site.url + "/a"
    assert item.article is not None
    assert item.article.text == "Er sagte:\n\n„Nein.“"
    assert item.article.published == "2025-08-19T10:15:00+00:00"


def test_a_link_is_followed_once(site: Site, clock: Clock) -> None:
    site.put("/a", page("Talks", SAID))
    items = take(site.put("/feed", feed("{site}/a", "{site}/a", "{site}/feed")), clock=clock)
    assert len(items) == 2
    assert site.paths().count("/a") == 1


def test_a_feed_in_a_file(site: Site, clock: Clock, tmp_path: Path) -> None:
    site.put("/a", page("Talks", SAID))
    path = tmp_path / "saved"
    path.write_text(feed(site.url + "/a"))
    [item, end] = take(str(path), clock=clock)
    assert item.article is not None
    assert end.source == str(path)


def test_a_news_sitemap(site: Site, clock: Clock) -> None:
    site.put("/a", page("", SAID))
    [front, item, end] = take(site.put("/map.xml", SITEMAP), clock=clock)
    assert front.skipped is not None
    assert front.skipped.startswith("an index page")
    assert item.article is not None
    assert item.article.title == "Talks"
    assert item.article.published == "2025-08-19T10:15:00+03:00"
    assert end.skipped == "a sitemap, 1 articles in it"


def test_sitemaps_of_sitemaps_packed_and_in_a_circle(site: Site, clock: Clock) -> None:
    site.put("/a", page("Talks", SAID))
    maps = "".join(f"<sitemap><loc>{site.url}/{name}</loc></sitemap>" for name in ("b.gz", "i"))
    site.put("/b.gz", gzip.compress(SITEMAP.replace("{site}", site.url).encode()))
    items = take(site.put("/i", INDEX.format(maps=maps)), clock=clock)
    assert [item.source.removeprefix(site.url) for item in items if item.article] == ["/a"]
    assert site.paths().count("/i") == 1


def test_a_missing_sitemap_hides_no_other(site: Site, clock: Clock) -> None:
    site.put("/a", page("Talks", SAID))
    site.put("/map.xml", SITEMAP)
    names = ("gone", "map.xml")
    maps = "".join(f"<sitemap><loc>{site.url}/{name}</loc></sitemap>" for name in names)
    items = take(site.put("/i", INDEX.format(maps=maps)), clock=clock)
    assert items[0].error == f"{site.url}/gone: HTTP 404 Not Found: check the URL"
    assert any(item.article for item in items)


def test_sitemaps_without_end(site: Site, clock: Clock) -> None:
    for number in range(9):
        inner = f"<sitemap><loc>{site.url}/{number + 1}</loc></sitemap>"
        site.put(f"/{number}", INDEX.format(maps=inner))
    take(site.url + "/0", settings=replace(LOCAL, sitemap_depth=2), clock=clock)
    assert site.paths() == ["/robots.txt", "/0", "/1", "/2"]


def test_links_beyond_the_limit_are_left_out_and_that_is_said(site: Site, clock: Clock) -> None:
    url = site.put("/feed", feed(*(f"{{site}}/{number}" for number in range(20))))
    items = take(url, settings=replace(LOCAL, link_limit=5), clock=clock)
    assert len(items) == 5
    assert items[-1].skipped is not None
    assert "links beyond 5 left out" in items[-1].skipped


def test_robots_rules_hold_for_where_a_redirect_leads(site: Site, clock: Clock) -> None:
    with serving() as other:
        other.put("/robots.txt", "User-agent: *\nDisallow: /private/\n")
        site.put("/robots.txt", "")
        moved = site.put("/a", status=302, Location=f"{other.url}/private/a")
        [item] = take(moved, clock=clock)
        assert item.skipped == "robots.txt forbids it"
        assert other.paths() == ["/robots.txt"]


def test_robots_rules(site: Site, clock: Clock) -> None:
    site.put("/robots.txt", "User-agent: *\nDisallow: /private/\nCrawl-delay: 5\n")
    site.put("/a", page("Talks", SAID))
    urls = [site.put("/private/a", page("Talks", SAID)), site.url + "/a", site.url + "/a"]
    items = take(*urls, clock=clock)
    assert items[0].skipped == "robots.txt forbids it"
    assert [bool(item.article) for item in items] == [False, True, True]
    assert site.paths() == ["/robots.txt", "/a", "/a"]
    assert clock.pauses == [1.0, 5.0]


def test_without_knowing_the_rules_nothing_is_fetched(site: Site, clock: Clock) -> None:
    site.put("/robots.txt", status=500)
    [item] = take(site.put("/a", page("Talks", SAID)), clock=clock)
    assert item.error is not None
    assert "robots.txt: HTTP 500" in item.error
    assert site.paths() == ["/robots.txt"]


def test_what_is_known_is_not_sent_again(site: Site, clock: Clock) -> None:
    site.put("/a", page("Talks", SAID), ETag='"1"')
    url = site.put("/feed", feed("{site}/a"), Last_Modified="Tue, 19 Aug 2025 07:15:00 GMT")
    memory = RunMemory()
    assert take(url, memory=memory, clock=clock)[0].article
    again = take(url, memory=memory, clock=clock)
    assert [item.skipped for item in again] == ["not modified", "a feed, 0 articles in it"]
    assert site.asked[-2][1]["If-Modified-Since"] == "Tue, 19 Aug 2025 07:15:00 GMT"


def test_a_feed_is_asked_anew_as_long_as_something_behind_it_failed(
    site: Site, clock: Clock
) -> None:
    entry = ENTRY.replace("minister", "").format(link="{site}/a")
    body = RSS.format(entries=entry.split("<description>")[0] + "</item>")
    url = site.put("/feed", body, ETag='"f"')
    site.put("/a", status=404)
    site.put("/a", page("Talks", SAID))
    memory = RunMemory()
    assert take(url, memory=memory, clock=clock)[0].error is not None
    assert take(url, memory=memory, clock=clock)[0].article is not None
    assert take(url, memory=memory, clock=clock)[0].skipped == "not modified"


def test_a_busy_site_is_asked_again_when_it_says(site: Site, clock: Clock) -> None:
    site.put("/robots.txt")
    site.put("/a", status=429, Retry_After="7")
    site.put("/a", status=503, Retry_After="Tue, 19 Aug 2025 10:40:30 GMT")
    site.put("/a", status=503)
    url = site.put("/a", page("Talks", SAID))
    [item] = take(url, clock=clock)
    assert item.article is not None
    assert clock.pauses == [1.0, 7.0, 22.0, 4.0]


def test_a_site_that_stays_busy_fails(site: Site, clock: Clock) -> None:
    [item] = take(site.put("/a", status=503), settings=replace(LOCAL, retries=1), clock=clock)
    assert item.error is not None
    assert "HTTP 503" in item.error
    assert site.paths().count("/a") == 2


def test_a_site_that_wants_an_hours_pause_is_left_alone(site: Site, clock: Clock) -> None:
    site.put("/a", status=429, Retry_After="3600")
    items = take(site.url + "/a", site.url + "/b", clock=clock)
    assert all("asks for a pause of 3600 s" in str(item.error) for item in items)
    assert "/b" not in site.paths()


def test_a_host_that_does_not_answer_is_given_up(clock: Clock) -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        host = f"http://127.0.0.1:{unused.getsockname()[1]}"
        items = take(*(f"{host}/{number}" for number in range(5)), clock=clock)
    errors = [str(item.error) for item in items]
    assert all("cannot be reached" in error for error in errors[:3])
    assert all("does not answer" in error for error in errors[3:])


def test_a_redirect_to_a_private_network_is_refused(site: Site, clock: Clock) -> None:
    settings = replace(LOCAL, allow_private=False)
    [item] = take(site.put("/a", page("Talks", SAID)), settings=settings, clock=clock)
    assert item.error is not None
    assert "private network" in item.error


@pytest.mark.parametrize("url", ["http://", "ftp://n.example/a", "http://[bad/", "https:///a"])
def test_urls_that_are_none(url: str, clock: Clock) -> None:
    [item] = take(url, clock=clock)
    assert (item.source, bool(item.error)) == (url, True)


def test_a_front_page_is_no_article(site: Site, clock: Clock) -> None:
    [item] = take(site.put("/", page("Nordic Courier", SAID)), clock=clock)
    assert item.skipped == "an index page; add the site's feed or sitemap"


def test_a_list_of_articles_without_their_texts(site: Site, clock: Clock, tmp_path: Path) -> None:
    site.put("/a", page("", SAID))
    found = {"url": site.url + "/a", "title": "Talks", "seendate": "20250819T101500Z"}
    cut = {"url": site.url + "/b", "content": "The minister said no and… [+2041 chars]"}
    path = tmp_path / "gdelt.json"
    path.write_text(json.dumps({"articles": [found, cut]}))
    [full, short] = take(str(path), clock=clock)
    assert full.article is not None
    assert (full.article.text, full.article.published) == (SAID, "2025-08-19T10:15:00+00:00")
    assert short.article is not None
    assert short.article.text.startswith("The minister said no")


def test_a_sitemap_is_read_in_the_encoding_it_is_in(site: Site, clock: Clock) -> None:
    site.put("/a", page("", SAID))
    named = SITEMAP.replace('<?xml version="1.0"?>', '<?xml version="1.0" encoding="cp1251"?>')
    body = named.replace("Talks", "Переговоры").replace("{site}", site.url).encode("cp1251")
    item = take(site.put("/map.xml", body), clock=clock)[1]
    assert item.article is not None
    assert item.article.title == "Переговоры"


@pytest.mark.parametrize(
    ("body", "says"),
    [
        ("<?xml version='1.0'?><rss version='2.0'><channel>", "damaged feed"),
        (
            "<!DOCTYPE rss [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;'>]><rss>&b;</rss>",
            "defines entities",
        ),
        (
            "<!DOCTYPE urlset [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><urlset>&a;</urlset>",
            "defines entities",
        ),
        ("<rss>" + "<item>" * 200_000, "far more markup"),
        ("<?xml version='1.0'?><nitf><body/></nitf>", "XML, not an article"),
    ],
)
def test_hostile_xml(site: Site, clock: Clock, body: str, says: str) -> None:
    [item] = take(site.put("/feed", body), clock=clock)
    assert says in str(item.error)


def test_a_damaged_sitemap_gives_what_can_be_read(site: Site, clock: Clock) -> None:
    site.put("/a", page("Talks", SAID))
    url = site.put("/map.xml", SITEMAP.replace("</urlset>", "<url><loc>"))
    assert any(item.article for item in take(url, clock=clock))
