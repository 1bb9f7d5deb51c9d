import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from ondit.config import Settings
from ondit.errors import UsageError
from ondit.pipeline.adding import Adding, adding
from ondit.pipeline.processes import Processes
from ondit.records.outcome import Outcome, State
from ondit.store.archive import Archive
from tests.pipeline.workers import work


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with Archive(tmp_path / "news.db") as opened:
        yield opened


def add(archive: Archive, *sources: Path) -> list[Outcome]:
    engine = Processes(2, Settings(), work)
    try:
        return list(Adding(map(str, sources), archive, engine, Settings()))
    finally:
        engine.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder of twelve good articles, and four sources that hold none."""
    made = tmp_path / "articles"
    made.mkdir()
    for number in range(12):
        text = f"The minister spoke in town number {number}."
        (made / f"{number:02}.txt").write_text(text, encoding="utf-8")
    (made / "20.txt").write_text("fail in the reader", encoding="utf-8")
    (made / "21.txt").write_text("die in the reader", encoding="utf-8")
    (made / "22.json").write_text("{not json", encoding="utf-8")
    (made / "23.xyz").write_text("of no kind", encoding="utf-8")
    return made


def test_good_articles_are_stored_whatever_stands_beside_them(
    archive: Archive, folder: Path
) -> None:
    outcomes = add(archive, folder)
    assert Counter(one.state for one in outcomes) == {
        State.ADDED: 12,
        State.FAILED: 3,
        State.SKIPPED: 1,
    }
    assert archive.count() == 12
    added = [one for one in outcomes if one.state is State.ADDED]
    assert [Path(one.source).name for one in added] == [f"{n:02}.txt" for n in range(12)]
    for one in added:
        assert one.id is not None
        assert archive.get(one.id).article.text == Path(one.source).read_text("utf-8")
    assert all(
        one.message and one.source in one.message for one in outcomes if one.state is State.FAILED
    )


def test_the_same_again_adds_nothing_and_reads_nothing(archive: Archive, folder: Path) -> None:
    first = add(archive, folder)
    again = add(archive, folder)
    same = [one for one in again if one.state is State.SAME]
    assert [one.id for one in same] == [one.id for one in first if one.state is State.ADDED]
    assert archive.count() == 12


def test_another_text_at_a_url_is_a_new_version(archive: Archive, tmp_path: Path) -> None:
    for number, text in enumerate(("Ten ships left.", "Twelve ships left."), start=1):
        record = {"text": text, "url": "https://harbour.example/ships"}
        path = tmp_path / f"{number}.json"
        path.write_text(json.dumps(record), encoding="utf-8")
    outcomes = add(archive, tmp_path / "1.json", tmp_path / "2.json")
    assert [one.state for one in outcomes] == [State.ADDED, State.UPDATED]
    assert archive.count() == 1


def test_a_run_knows_how_much_it_has_taken_in(archive: Archive, folder: Path) -> None:
    engine = Processes(1, Settings(), work)
    run = Adding([str(folder)], archive, engine, Settings())
    assert len(list(run)) == run.taken == 16
    engine.close()


def test_an_unknown_engine_is_refused(tmp_path: Path) -> None:
    with (
        pytest.raises(UsageError, match="no engine 'steam'"),
        adding([], str(tmp_path / "news.db"), "steam", 1, Settings()),
    ):
        pass
