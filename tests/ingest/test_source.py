"""Sources of every kind, good and bad, through the stage's one entrance."""

from __future__ import annotations

import io
import json
import os
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ondit.config import Settings
from ondit.errors import SourceError
from ondit.ingest import ingest

DEFAULTS = Settings()
RUSSIAN = (
    "Премьер-министр заявил, что переговоры завершились без результата.\n\n«Это так», — сказал он."
)


def write(folder: Path, content: bytes | str, name: str = "article") -> str:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return str(path)


def refusal(source: str, values: Settings = DEFAULTS) -> str:
    with pytest.raises(SourceError) as caught:
        ingest(source, values)
    message = str(caught.value)
    assert "\n" not in message
    assert source in message or source == "-"
    return message


def test_text_is_kept_but_for_line_breaks(tmp_path: Path) -> None:
    text = "\ufeff  Он сказал:\r\n\r\n\t«Да\u2028 нет»\u00a0.\rКонец \n"
    article = ingest(write(tmp_path, text))
    assert article.text == "  Он сказал:\n\n\t«Да\u2028 нет»\u00a0.\nКонец \n"
    assert article.title is None
    assert article.language == "ru"


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(RUSSIAN.encode())))
    assert ingest("-").text == RUSSIAN


def test_given_language_wins_over_the_detected(tmp_path: Path) -> None:
    assert ingest(write(tmp_path, RUSSIAN), Settings(language="bg-BG")).language == "bg"


def test_long_text(tmp_path: Path) -> None:
    text = RUSSIAN * 2000
    assert ingest(write(tmp_path, text)).text == text


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "empty"),
        (b" \n\t ", "empty"),
        ("\ufeff \u00a0\u2003".encode(), "no words"),
        ("123, 456 — 789!".encode(), "no words"),
        (b"%PDF-1.7\n...", "a PDF, not text: extract"),
        (b"PK\x03\x04....", "ZIP"),
        (b"\x89PNG\r\n\x1a\n\0\0", "image"),
        (b"abc\0def", "not text"),
        (bytes(range(256)) * 8, "not text"),
        (b"\x01\x02\x03abc\x04\x05\x06", "not text"),
        (b'{"text": "unclosed', "invalid JSON"),
        (b'{"title": "x"}', "without text"),
        (b'{"text": 3}', '"text" is not a string'),
        (b'{"text": null}', "without text"),
        (b'{"text": "a\\u0000b"}', "NUL"),
        (b'{"text": "a\\ud83d"}', "surrogate"),
        (b'{"text": "abc", "published": "yesterday"}', "no date"),
        (b'{"text": "abc"}\n{"text": "def"}', "several"),
        (b'["a"]', "not a JSON object"),
        (b'{"a":' * 100_000, "invalid JSON"),
        (b'{"text": "abc", "n": ' + b"9" * 10_000 + b"}", "invalid JSON"),
        (b'<?xml version="1.0"?><rss><channel/></rss>', "a feed, not an article"),
        (b"<html><body></body></html>", "no article"),
    ],
)
def test_bad_content_is_refused_in_one_line(tmp_path: Path, content: bytes, says: str) -> None:
    assert says in refusal(write(tmp_path, content))


def test_bad_paths_are_refused_in_one_line(tmp_path: Path) -> None:
    assert "no such file" in refusal(str(tmp_path / "missing"))
    assert "directory" in refusal(str(tmp_path))
    assert "cannot be read" in refusal("nul\0byte")
    assert "only http and https" in refusal("ftp://example.org/a")


def test_a_file_over_the_limit_is_refused(tmp_path: Path) -> None:
    assert "larger than" in refusal(write(tmp_path, b"a" * 101), Settings(byte_limit=100))


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="needs an endless file")
def test_an_endless_file_is_refused() -> None:
    assert "larger than" in refusal("/dev/zero", Settings(byte_limit=1000))


def test_random_bytes_are_refused(tmp_path: Path) -> None:
    assert "not text" in refusal(write(tmp_path, b"\x9c" + os.urandom(5000)))


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=400))
def test_any_bytes_give_an_article_or_a_source_error(tmp_path: Path, content: bytes) -> None:
    try:
        article = ingest(write(tmp_path, content))
    except SourceError as error:
        assert "\n" not in str(error)
    else:
        assert any(character.isalpha() for character in article.text)
        article.text.encode()


@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufeff")))
def test_any_text_is_kept_in_a_record(tmp_path: Path, text: str) -> None:
    source = write(tmp_path, json.dumps({"text": "слово " + text}))
    assert ingest(source).text == "слово " + text
