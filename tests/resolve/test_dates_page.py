"""Every rule of docs/dates.md holds for its own example."""

from __future__ import annotations

from pathlib import Path

import pytest

from ondit.records import Article
from ondit.resolve.timex import timexes

PAGE = Path(__file__).parents[2] / "docs" / "dates.md"
ROWS = [
    [cell.strip() for cell in line.strip("| \n").split(" | ")]
    for line in PAGE.read_text("utf-8").split("## Rules by example")[1].splitlines()
    if line.startswith("| ")
][1:]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_each_rule_holds_for_its_example(row: list[str]) -> None:
    _, language, published, words, value = row
    text = words.replace("**", "")
    begin = words.index("**")
    article = Article(text, language=language, published=published.strip("-") or None)
    found = [one for one in timexes(article) if one.span.begin == begin]
    assert [one.value for one in found] == [value]
