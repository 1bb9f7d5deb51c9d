"""Languages are found in the text, and codes brought to one form."""

from __future__ import annotations

import pytest

from ondit.ingest.language import code, detect
from tests.ingest.test_encoding import TEXTS


@pytest.mark.parametrize("language", TEXTS)
def test_detection(language: str) -> None:
    assert detect(TEXTS[language]) == language


@pytest.mark.parametrize("text", ["", "123", "\ud800", "…", "Ж"])
def test_no_language_without_evidence(text: str) -> None:
    detect(text)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("en", "en"),
        (" zh-Hans-CN", "zh"),
        ("en_US", "en"),
        ("RU", "ru"),
        ("Russian", None),
        ("", None),
        (None, None),
    ],
)
def test_codes(name: str | None, expected: str | None) -> None:
    assert code(name) == expected
