"""Web archives as crawlers write them, and as they look when a disk was full."""

from __future__ import annotations

import gzip
import io
from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from ondit.config import Settings
from ondit.errors import SourceError
from ondit.ingest.contents import contents
from ondit.ingest.raw import Raw
from ondit.records.item import Item
from tests.ingest.site import page

Headers = Mapping[str, str]
NONE: Headers = {}
DEFAULTS = Settings()
TEXTS = [f"The minister said on day {number} that the talks went on." for number in range(3)]


def archive(
    *bodies: bytes, packed: bool = False, status: str = "200 OK", more: Headers = NONE
) -> bytes:
    headers = {"Content-Type": "text/html; charset=utf-8"} | dict(more)
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=packed)
    writer.write_record(writer.create_warcinfo_record("a.warc", {"software": "crawler"}))
    for number, body in enumerate(bodies):
        record = writer.create_warc_record(
            f"https://news.example/{number}",
            "response",
            payload=io.BytesIO(body),
            http_headers=StatusAndHeaders(status, list(headers.items()), protocol="HTTP/1.1"),
            warc_headers_dict={"WARC-Date": "2025-08-20T00:00:00Z"},
        )
        writer.write_record(record)
    return out.getvalue()


PAGES = [page("Talks", text).encode() for text in TEXTS]


def items(data: bytes, values: Settings = DEFAULTS) -> tuple[list[Item], str]:
    """Return what was taken, and why no more was."""
    found: list[Item] = []
    try:
        for one in contents(Raw("a.warc", b""), io.BytesIO(data), values):
            assert isinstance(one, Item)
            found.append(one)
    except SourceError as error:
        return found, str(error)
    return found, ""


def texts(found: list[Item]) -> list[str]:
    return [item.article.text for item in found if item.article]


@pytest.mark.parametrize("packed", [False, True])
def test_pages_with_what_the_archive_knows_of_them(packed: bool) -> None:
    found, error = items(archive(*PAGES, packed=packed))
    assert texts(found) == TEXTS
    assert not error
    first = found[0]
    assert first.source == "a.warc#2"
    assert first.article is not None
    assert first.article.url == "https://news.example/0"
    assert first.article.published == "2025-08-20T00:00:00+00:00"


def test_packed_as_one() -> None:
    assert texts(items(gzip.compress(archive(*PAGES)))[0]) == TEXTS


def test_the_pages_own_time_goes_first() -> None:
    body = page("Talks", TEXTS[0], "2025-08-19T10:15:00+03:00").encode()
    article = items(archive(body))[0][0].article
    assert article is not None
    assert article.published == "2025-08-19T10:15:00+03:00"


def test_the_servers_encodings() -> None:
    text = "Министр заявил, что переговоры завершены."
    body = page("Talks", text).encode("koi8-r")
    packed = archive(
        gzip.compress(body),
        more={"Content-Type": "text/html; charset=koi8-r", "Content-Encoding": "gzip"},
    )
    assert texts(items(packed)[0]) == [text]


@pytest.mark.parametrize(
    "data",
    [
        archive(PAGES[0], status="404 Not Found"),
        archive(b"\x89PNG", more={"Content-Type": "image/png"}),
        archive(),
    ],
)
def test_what_is_no_page_is_passed_over(data: bytes) -> None:
    assert items(data) == ([], "")


def test_a_page_that_is_none_hides_no_others() -> None:
    found, error = items(archive(PAGES[0], b"", b"\0\1\2", PAGES[1]))
    assert [bool(item.article) for item in found] == [True, False, False, True]
    assert not error


def test_a_page_over_the_limit_hides_no_others() -> None:
    found, _ = items(archive(PAGES[0], b"<p>a" * 10_000, PAGES[1]), Settings(byte_limit=5000))
    assert texts(found) == TEXTS[:2]
    assert "larger than" in str(found[1].error)


def test_a_bomb_in_an_answer() -> None:
    bomb = gzip.compress(b"<p>a" * 5_000_000)
    found, _ = items(archive(bomb, more={"Content-Encoding": "gzip"}))
    assert "larger than" in str(found[0].error)


@pytest.mark.parametrize("packed", [False, True])
def test_of_a_cut_off_archive_what_is_whole_is_kept(packed: bool) -> None:
    for cut in (30, 200, 250):
        found, error = items(archive(*PAGES, packed=packed)[:-cut])
        assert texts(found) == TEXTS[:2]
        assert "cut off" in error


def test_headers_without_end() -> None:
    found, error = items(archive(PAGES[0]) + b"WARC/1.0\r\n" + b"a" * 5_000_000)
    assert texts(found) == TEXTS[:1]
    assert "cut off or damaged" in error


@settings(max_examples=60)
@given(st.integers(0, 4000), st.binary(max_size=20))
def test_damage_anywhere_raises_nothing_else(at: int, noise: bytes) -> None:
    data = archive(*PAGES)
    found, error = items(data[:at] + noise + data[at + len(noise) :])
    assert "\n" not in error
    assert len(texts(found)) == 3 or error or noise


@pytest.mark.parametrize("packed", [False, True])
def test_damage_is_told_by_errors_alone(packed: bool, capfd: pytest.CaptureFixture[str]) -> None:
    data = archive(*PAGES, packed=packed)
    for at in range(0, len(data), 61):
        items(data[:at] + b"noise" + data[at + 5 :])
    assert capfd.readouterr() == ("", "")
