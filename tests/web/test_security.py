"""A hostile article, a hostile page of another site, and a visitor who wants too much."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html
from starlette.exceptions import HTTPException
from starlette.testclient import TestClient

from ondit.config import Service, Settings
from ondit.errors import ArchiveError
from ondit.pipeline.serving import Library
from ondit.store.archive import Archive
from ondit.web.app import app
from ondit.web.desk import Desk
from ondit.web.guard import POLICY
from ondit.web.pace import VISITORS, Pace
from tests.web.library import ATTACK, ATTACKS, HOST, visiting

SCRIPTS = {"/static/show/page.js"}
STYLES = {"/static/show/page.css", "/static/web/site.css", "/static/show/trail.css"}
FOREIGN = {"img", "b", "iframe", "object", "embed", "base", "style", "video", "math"}
"""Elements that attacks would make, and no template has."""


ALPHABET = st.characters(exclude_categories=["Cs"])


def pages(client: TestClient, ids: list[str]) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield the addresses of all pages; where they take words, each attack is among them."""
    yield from (
        (address, {}) for address in ("/", "/about", "/articles?limit=100", "/claims", "/timeline")
    )
    for one in client.get("/claims.json").json()["claims"]:
        yield f"/claim/{one['claim']['id']}", {}
    yield "/compare", {"one": ids[-2], "other": ids[-1]}
    yield from ((f"/article/{id_}", {}) for id_ in ids)
    yield from ((f"/article/{id_}/versions", {}) for id_ in ids)
    yield "/compare", {"one": ATTACK, "other": ids[0]}
    yield "/timeline", {"about": ATTACK}
    yield "/actor", {"name": ATTACK, "since": "2025"}
    for attack in (*ATTACKS, ATTACK):
        yield "/source", {"name": attack}
        yield "/outlet", {"name": attack}
        yield "/search", {"q": attack, "source": attack, "outlet": attack, "language": attack}
        yield "/search", {"source": attack}
        yield "/search", {"act": attack}
        yield "/articles", {"outlet": attack, "since": "2025"}
        yield f"/article/{attack.replace('/', '')}", {}


def check(text: str) -> None:
    """Assert that a page holds our markup and no other."""
    assert all(ord(one) >= 32 or one in "\n\t" for one in text)
    found = html.document_fromstring(text)
    assert set(found.xpath("//script/@src")) <= SCRIPTS
    assert not any((one.text or "").strip() for one in found.xpath("//script | //style"))
    assert set(found.xpath("//link[@rel='stylesheet']/@href")) <= STYLES
    assert not found.xpath("//comment() | //@style | //@*[starts-with(name(), 'on')]")
    assert not {one.tag for one in found.iter()} & FOREIGN
    assert not found.xpath("//svg[not(@class='trail')]")
    for address in found.xpath("//@href | //@action"):
        assert address.startswith(("/", "#", "http://", "https://")), address
    assert "49" not in found.xpath("string(//h1)")


def test_nothing_in_an_article_or_address_becomes_markup(
    client: TestClient, ids: list[str]
) -> None:
    attacked = 0
    for address, parameters in pages(client, ids):
        found = client.get(address, params=parameters) if parameters else client.get(address)
        assert found.headers["content-security-policy"] == POLICY
        check(found.text)
        attacked += "alert(1)" in html.document_fromstring(found.text).text_content()
    assert attacked > 20


@settings(max_examples=40)
@given(words=st.text(ALPHABET, min_size=1, max_size=60))
def test_whatever_is_asked_is_answered_with_a_page(client: TestClient, words: str) -> None:
    for address, name in (("/search", "q"), ("/source", "name"), ("/articles", "after")):
        found = client.get(address, params={name: words})
        assert found.status_code in {200, 400}
        check(found.text)


def test_the_form_shows_what_was_sent_as_text(path: Path) -> None:
    service = Service(allow_adding=True, token="secret")
    with visiting(path, service) as client:
        sent = dict.fromkeys(("text", "url", "title", "outlet", "published", "token"), ATTACK)
        found = client.post("/add", data=sent)
        assert found.status_code == 401
        check(found.text)
        assert ATTACK in html.document_fromstring(found.text).xpath("string(//textarea)")
        assert "secret" not in found.text


def test_every_answer_has_the_headers(client: TestClient) -> None:
    for address in ("/", "/articles.json", "/static/web/site.css", "/nothing", "/source"):
        headers = client.get(address).headers
        assert headers["content-security-policy"] == POLICY
        assert headers["x-content-type-options"] == "nosniff"
        assert "access-control-allow-origin" not in headers
    assert "'unsafe" not in POLICY
    assert POLICY.startswith("default-src 'none'")


@pytest.mark.parametrize(
    ("error", "status"),
    [(ArchiveError("/home/ada/news.db: damaged"), 503), (KeyError("/home"), 500)],
)
def test_what_is_wrong_with_the_server_is_not_told_to_strangers(
    monkeypatch: pytest.MonkeyPatch, path: Path, error: Exception, status: int
) -> None:
    def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr(Library, "articles", fail)
    with Archive(path) as archive:
        served = app(Library(archive, str(path), Settings()), Service())
        client = TestClient(served, HOST, raise_server_exceptions=False)
        for address in ("/", "/articles.json"):
            found = client.get(address)
            assert found.status_code == status
            assert "/home" not in found.text
            assert found.headers["content-security-policy"] == POLICY


def test_the_scripts_and_styles_need_nothing_that_the_policy_forbids(client: TestClient) -> None:
    for address in (*SCRIPTS, *STYLES):
        text = client.get(address).text
        assert "http://" not in text
        assert "https://" not in text
        assert not any(word in text for word in ("@import", "url(", "eval(", "innerHTML"))


def test_a_name_that_leads_to_this_machine_is_not_served(client: TestClient) -> None:
    assert client.get("/", headers={"Host": "evil.example"}).status_code == 400
    assert client.get("/", headers={"Host": "localhost:8020"}).status_code == 200


def test_another_sites_page_sends_nothing(path: Path) -> None:
    with visiting(path, Service(allow_adding=True)) as client:
        for address in ("/read", "/add", "/add.json"):
            for origin in ("https://evil.example", "null", "http://127.0.0.1:99"):
                found = client.post(address, headers={"Origin": origin}, json={"text": "He said."})
                assert found.status_code == 403
        # What a form of another site can send without being asked for leave.
        found = client.post("/read", headers={"Content-Type": "text/plain"}, content="{}")
        assert found.status_code == 415


def test_nothing_is_added_where_that_is_not_allowed(client: TestClient) -> None:
    assert client.get("/add").status_code == 404
    assert client.post("/add", data={"text": "He said."}).status_code == 404
    assert client.post("/add.json", json={"text": "He said."}).status_code == 404
    assert 'href="/add"' not in client.get("/").text


@pytest.mark.parametrize("given", [None, "Bearer wrong", "Basic secret", "secret", "Bearer "])
def test_nothing_is_added_without_the_token(path: Path, given: str | None) -> None:
    with visiting(path, Service(allow_adding=True, token="secret")) as client:
        headers = {"Authorization": given} if given else {}
        found = client.post("/add.json", json={"text": "He said."}, headers=headers)
        assert found.status_code == 401
        assert found.headers["www-authenticate"] == "Bearer"


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1:1/", "http://[::1]/", "http://169.254.169.254/", "http://localhost/"]
)
def test_no_private_address_is_fetched(path: Path, url: str) -> None:
    with visiting(path, Service(allow_adding=True)) as client:
        found = client.post("/add.json", json={"url": url})
        assert found.status_code == 422
        assert "private network" in found.json()["detail"]


@pytest.mark.parametrize("url", ["/etc/passwd", "file:///etc/passwd", "-", "", None, 7])
def test_no_file_of_this_machine_is_read(path: Path, url: object) -> None:
    with visiting(path, Service(allow_adding=True)) as client:
        found = client.post("/add.json", json={"url": url})
        assert found.status_code == 400
        assert "web address" in found.json()["detail"]


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"{", 400),
        (b"[" * 50_000, 400),
        (b"\xff", 400),
        (b"[]", 422),
        (b'{"text": 7}', 422),
        (b'{"text": ""}', 422),
        (b'{"text": "' + b"a" * 200_000 + b'"}', 413),
    ],
)
def test_what_is_no_text_is_refused_in_one_line(path: Path, body: bytes, status: int) -> None:
    with visiting(path) as client:
        found = client.post("/read", content=body, headers={"Content-Type": "application/json"})
        assert found.status_code == status, found.text
        assert "\n" not in found.json()["detail"]


def test_who_comes_too_often_waits(path: Path) -> None:
    with visiting(path, Service(read_rate=2)) as client:
        seen = [client.post("/read", json=[]) for _ in range(3)]
    assert [one.status_code for one in seen] == [422, 422, 429]
    assert 0 < int(seen[-1].headers["retry-after"]) <= 60


def test_the_pace_is_each_visitors_own_and_forgets() -> None:
    now = [0.0]
    pace = Pace(2, lambda: now[0])
    assert [pace.wait("a"), pace.wait("a"), pace.wait("a"), pace.wait("b")] == [0, 0, 60, 0]
    now[0] = 60.0
    assert pace.wait("a") == 0
    for number in range(VISITORS + 1):
        pace.wait(str(number))
    assert [pace.wait("a"), pace.wait("a")] == [0, 0]


def test_few_wait_and_none_for_ever() -> None:
    desk = Desk(Service(read_queue=1, read_seconds=0.2))
    go = threading.Event()

    async def visit() -> list[object]:
        asked = [desk.do(go.wait) for _ in range(3)]
        return await asyncio.gather(*asked, return_exceptions=True)

    try:
        found = asyncio.run(visit())
    finally:
        go.set()
    details = [one.detail for one in found if isinstance(one, HTTPException)]
    assert sorted(details) == [
        "The text could not be read in time.",
        "The text could not be read in time.",
        "Too many texts are waiting to be read.",
    ]
    assert asyncio.run(desk.do(lambda: "read")) == "read"
