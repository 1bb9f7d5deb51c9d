"""Every language of the corpus has its words."""

from __future__ import annotations

from pathlib import Path

import pytest

from ondit.resolve.wordlist import rows

CORPUS = Path(__file__).parents[2] / "training" / "corpus" / "synthetic"
LANGUAGES = {one.name for one in CORPUS.iterdir()}


@pytest.mark.parametrize("kind", ["original", "translation", "republished", "photo"])
def test_every_language_has_its_wordings(kind: str) -> None:
    assert {row[0] for row in rows("credits.tsv") if row[1] == kind} == LANGUAGES


def test_every_language_has_words_of_publishing_and_of_signing() -> None:
    assert {row[1] for row in rows("retellings.tsv") if row[0] == "cue"} == LANGUAGES
    assert {row[0] for row in rows("signings.tsv")} == LANGUAGES
