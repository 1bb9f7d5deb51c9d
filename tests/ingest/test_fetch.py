"""Fetching from servers that redirect, stall, swell, lie, or stand where they must not."""

from __future__ import annotations

import gzip
import socket
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from ondit.config import Settings
from ondit.errors import SourceError
from ondit.ingest import address, ingest
from ondit.ingest.fetch import fetch

LOCAL = Settings(allow_private=True, fetch_timeout=5, byte_limit=100_000)
PAGE = (
    "<html><meta charset='cp1251'><title>Новость</title><article><p>Министр заявил, что согласен."
)
BOMB = gzip.compress(b"a" * 5_000_000)


class Handler(BaseHTTPRequestHandler):
    """Answers each path in its own way."""

    def do_GET(self) -> None:
        name = self.path.strip("/").partition("?")[0].replace("-", "_") or "page"
        getattr(self, f"send_{name}", self.send_missing)()

    def answer(self, body: bytes, status: int = 200, **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def send_missing(self) -> None:
        self.answer(b"", 404)

    def send_page(self) -> None:
        self.answer(PAGE.encode("cp1251"), Content_Type="text/html")

    def send_text(self) -> None:
        self.answer("Он сказал".encode("koi8-r"), Content_Type='text/plain; charset="koi8-r"')

    def send_zipped(self) -> None:
        self.answer(gzip.compress(b"She said so."), Content_Encoding="gzip")

    def send_broken_gzip(self) -> None:
        self.answer(b"She said so.", Content_Encoding="gzip")

    def send_brotli(self) -> None:
        self.answer(b"She said so.", Content_Encoding="br")

    def send_moved(self) -> None:
        self.answer(b"", 302, Location="/text")

    def send_round(self) -> None:
        self.answer(b"", 302, Location="/round")

    def send_to_file(self) -> None:
        self.answer(b"", 302, Location="file:///etc/passwd")

    def send_inside(self) -> None:
        port = self.headers["Host"].rpartition(":")[2]
        self.answer(b"", 302, Location=f"http://127.0.0.2:{port}/text")

    def send_bomb(self) -> None:
        self.answer(BOMB, Content_Encoding="gzip")

    def send_large(self) -> None:
        self.answer(b"a" * 200_000)

    def send_slow(self) -> None:
        self.trickle(b"HTTP/1.1 200 OK\r\n\r\n")

    def send_slow_head(self) -> None:
        self.trickle(b"HTTP/1.1 200 OK\r\n")

    def trickle(self, start: bytes) -> None:
        self.wfile.write(start)
        try:
            for _ in range(50):
                self.wfile.write(b"A: a\r\n")
                self.wfile.flush()
                time.sleep(0.1)
        except OSError:
            self.close_connection = True

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class's name
        """Keep the tests' output clean."""


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()


def refusal(url: str, settings: Settings = LOCAL) -> str:
    with pytest.raises(SourceError) as caught:
        fetch(url, settings)
    message = str(caught.value)
    assert message.startswith(url)
    assert "\n" not in message
    return message


def test_a_page_becomes_an_article(site: str) -> None:
    article = ingest(site + "/page", LOCAL)
    assert article.text == "Министр заявил, что согласен."
    assert article.title == "Новость"
    assert article.url == site + "/page"
    assert article.language == "ru"


def test_the_servers_charset_counts(site: str) -> None:
    assert ingest(site + "/text", LOCAL).text == "Он сказал"


def test_packed_answers_are_unpacked(site: str) -> None:
    assert fetch(site + "/zipped", LOCAL).data == b"She said so."


def test_redirects_are_followed_to_the_final_address(site: str) -> None:
    raw = fetch(site + "/moved?a=1#top", LOCAL)
    assert raw.url == site + "/text"


@pytest.mark.parametrize(
    ("path", "says"),
    [
        ("/nothing", "HTTP 404"),
        ("/round", "too many redirects"),
        ("/to-file", "only http and https"),
        ("/bomb", "larger than"),
        ("/large", "larger than"),
        ("/broken-gzip", "cannot be reached"),
        ("/brotli", "packed"),
    ],
)
def test_bad_answers_are_refused(site: str, path: str, says: str) -> None:
    assert says in refusal(site + path)


@pytest.mark.parametrize("path", ["/slow", "/slow-head"])
def test_a_trickle_does_not_outlast_the_limit(site: str, path: str) -> None:
    start = time.monotonic()
    message = refusal(site + path, Settings(allow_private=True, fetch_timeout=0.5))
    assert "within 0.5 s" in message
    assert time.monotonic() - start < 2


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "localhost", "[::1]", "0x7f000001", "2130706433", "[::ffff:127.0.0.1]"]
)
def test_this_machine_is_refused(site: str, host: str) -> None:
    url = f"http://{host}:{site.rpartition(':')[2]}/text"
    message = refusal(url, Settings())
    assert "private network" in message or "unknown host" in message


def test_a_redirect_into_a_private_network_is_refused(
    site: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(address, "is_public", lambda numeric: numeric == "127.0.0.1")
    assert "127.0.0.2 is on a private network" in refusal(site + "/inside", Settings())


def test_a_name_is_looked_up_once_and_its_checked_address_used(
    site: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    port = int(site.rpartition(":")[2])
    answers = [[(0, 0, 0, "", ("127.0.0.1", port))]]
    real = socket.getaddrinfo
    monkeypatch.setattr(
        socket,
        "getaddrinfo",
        lambda host, *rest, **more: (
            answers.pop() if host == "news.example" else real(host, *rest, **more)
        ),
    )
    monkeypatch.setattr(address, "is_public", lambda numeric: numeric == "127.0.0.1")
    assert fetch(f"http://news.example:{port}/zipped", Settings()).data == b"She said so."
    assert not answers


@pytest.mark.parametrize(
    ("url", "says"),
    [
        ("http://127.0.0.1:9/", "cannot be reached"),
        ("http://no-such-host.invalid/", "unknown host"),
        ("http://user:secret@127.0.0.1/", "user name"),
        ("http://[bad/", "not a valid URL"),
        ("http://", "only http and https"),
        ("http://" + "ю" * 80 + ".example/", "not a valid URL"),
    ],
)
def test_unreachable_urls_are_refused(url: str, says: str) -> None:
    assert says in refusal(url)


@pytest.mark.parametrize(
    "numeric",
    [
        "10.0.0.1",
        "100.64.0.1",
        "127.0.0.1",
        "169.254.169.254",
        "172.16.0.1",
        "192.168.1.1",
        "0.0.0.0",
        "224.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "fe80::1",
        "fc00::1",
        "::ffff:10.0.0.1",
        "2002:a00:1::",
        "64:ff9b::a00:1",
    ],
)
def test_addresses_that_are_not_public(numeric: str) -> None:
    assert not address.is_public(numeric)


@pytest.mark.parametrize("numeric", ["93.184.216.34", "2606:2800:220:1:248:1893:25c8:1946"])
def test_addresses_that_are_public(numeric: str) -> None:
    assert address.is_public(numeric)
