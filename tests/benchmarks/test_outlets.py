"""Relays that are known against those that a reading gives."""

from __future__ import annotations

import json
from pathlib import Path

from benchmarks.outlets import count, reports
from ondit.records import Article, Reading
from ondit.resolve.resolver import resolve
from tests.resolve.samples import marked

TEXT = "The bridge, the Courier writes, was never inspected."


def family(folder: Path) -> Path:
    parts = {"language": "en", "published": "2031-03-02", "title": "Bridge"}
    documents = [
        {"id": "a", "outlet": "Courier", "text": "The bridge is closed.", "from": [], **parts},
        {"id": "b", "outlet": "Herald", "text": TEXT, "from": ["a"], **parts},
    ]
    (folder / "f.json").write_text(json.dumps({"documents": documents}), "utf-8")
    return folder


def read(article: Article) -> Reading:
    if article.text != TEXT:
        return Reading(article)
    words = "The bridge, **the Courier** _writes_, was never inspected."
    return resolve(marked(words, "outlet", "Herald", language="en"))


def test_an_origin_that_is_named_and_given_counts_as_both(tmp_path: Path) -> None:
    found = count(read, reports(family(tmp_path)))
    assert found == {"named": 1, "recalled": 1, "given": 1, "right": 1}


def test_an_origin_that_is_named_and_not_given_is_missed(tmp_path: Path) -> None:
    found = count(Reading, reports(family(tmp_path)))
    assert (found["named"], found["recalled"], found["given"]) == (1, 0, 0)
