from collections.abc import Iterator
from pathlib import Path

import pytest

from ondit.config import Settings
from ondit.pipeline.engine import Task
from ondit.pipeline.processes import Processes
from ondit.records import Article
from ondit.records.item import Item
from tests.pipeline.workers import work


@pytest.fixture
def engine() -> Iterator[Processes]:
    processes = Processes(2, Settings(), work)
    yield processes
    processes.close()


def task(text: str) -> Task:
    article = Article(text)
    return Task(Item(text, article), article)


def outcomes(engine: Processes, *texts: str) -> list[str]:
    """Return the texts that were read, and in brackets those that were not."""
    found = list(engine.read(map(task, texts)))
    assert [one.task.item.source for one in found] == list(texts)
    return [
        one.document.reading.article.text if one.document else f"[{one.task.item.source}]"
        for one in found
    ]


def test_articles_come_back_in_their_order(engine: Processes) -> None:
    texts = [f"article {number}" for number in range(40)]
    assert outcomes(engine, *texts) == texts


def test_what_needs_no_reading_keeps_its_place(engine: Processes) -> None:
    known = Task(Item("known"), None)
    found = list(engine.read([task("one"), known, None, task("two")]))
    assert [one.task.item.source for one in found] == ["one", "known", "two"]
    assert found[1].document is None
    assert found[1].error is None


def test_a_fault_of_one_article_is_its_own(engine: Processes) -> None:
    assert outcomes(engine, "one", "fail here", "two") == ["one", "[fail here]", "two"]


def test_an_article_that_kills_its_process_takes_no_other_with_it(engine: Processes) -> None:
    texts = ["one", "two", "die", "three", "die again", *(f"more {n}" for n in range(20))]
    expected = [f"[{text}]" if text.startswith("die") else text for text in texts]
    assert outcomes(engine, *texts) == expected


def test_a_process_that_dies_by_chance_loses_nothing(engine: Processes, tmp_path: Path) -> None:
    texts = ["one", f"stumble {tmp_path / 'once'}", "two"]
    assert outcomes(engine, *texts) == texts
