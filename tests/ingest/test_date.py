"""Dates keep the precision they were given with."""

from __future__ import annotations

import pytest

from ondit.ingest.date import iso


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2025", "2025"),
        ("2025-08", "2025-08"),
        ("2025-08-19", "2025-08-19"),
        ("20250819", "2025-08-19"),
        ("2025-08-19 10:15", "2025-08-19T10:15:00"),
        ("2025-08-19T10:15:00Z", "2025-08-19T10:15:00+00:00"),
        ("2025-08-19T10:15:00+0300", "2025-08-19T10:15:00+03:00"),
        ("2025-13", None),
        ("19 August 2025", None),
        ("", None),
    ],
)
def test_iso(value: str, expected: str | None) -> None:
    assert iso(value) == expected
