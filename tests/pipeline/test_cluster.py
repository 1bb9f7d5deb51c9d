from collections.abc import Iterator
from pathlib import Path

import pytest

from ondit.config import Settings
from ondit.errors import UsageError
from ondit.pipeline.engine import Task
from ondit.records import Article
from ondit.records.item import Item
from tests.pipeline.workers import work

pytest.importorskip("ray", reason="Ray is not installed (the extra ondit[ray])")

from ondit.pipeline.cluster import Cluster


@pytest.fixture(scope="module")
def engine() -> Iterator[Cluster]:
    cluster = Cluster("", 2, Settings(), work)
    yield cluster
    cluster.close()


def task(text: str) -> Task:
    article = Article(text)
    return Task(Item(text, article), article)


def test_a_worker_that_is_killed_in_the_middle_loses_nothing(
    engine: Cluster, tmp_path: Path
) -> None:
    texts = [f"article {number}" for number in range(20)]
    texts.insert(7, f"stumble {tmp_path / 'once'}")
    found = list(engine.read(map(task, texts)))
    assert [one.document.reading.article.text for one in found if one.document] == texts


def test_a_fault_of_one_article_is_its_own(engine: Cluster) -> None:
    found = list(engine.read(map(task, ["one", "fail here", "two"])))
    assert [one.task.item.source for one in found] == ["one", "fail here", "two"]
    assert [one.document is None for one in found] == [False, True, False]
    assert "fault of its own" in str(found[1].error)


def test_what_needs_no_reading_keeps_its_place(engine: Cluster) -> None:
    known = Task(Item("known"), None)
    found = list(engine.read([task("one"), known, None, task("two")]))
    assert [one.task.item.source for one in found] == ["one", "known", "two"]


def test_a_cluster_that_is_not_there_is_said(engine: Cluster) -> None:
    engine.close()
    with pytest.raises(UsageError, match=r"no Ray cluster at 127\.0\.0\.1:1"):
        Cluster("127.0.0.1:1", 2, Settings(), work)
