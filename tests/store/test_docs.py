"""docs/archive.md says what the tables hold, in the words of their own comments, and runs."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import Table

from ondit.ingest.field import fields
from ondit.store.archive import Archive
from ondit.store.schema import metadata
from tests.store.samples import documents

DOCS = Path(__file__).parents[2] / "docs" / "archive.md"


def described(table: Table) -> str:
    """Return a table's section: what a row is, and what each column holds."""
    columns = "\n".join(f"| `{one.name}` | {one.comment} |" for one in table.columns)
    return (
        f"### {table.name}\n\n{table.comment}\n\n| column | what it holds |\n|---|---|\n{columns}\n"
    )


def test_the_names_of_fields_are_those_that_are_taken() -> None:
    for name, field in fields().items():
        names = " ".join(f"`{alias}`" for alias in field.aliases)
        assert f"| {name} | {names} |" in DOCS.read_text("utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", DOCS.read_text("utf-8"), re.DOTALL)


@pytest.fixture
def news(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    with Archive("ondit.db") as archive:
        for one in documents(20):
            archive.add(one, "a")
    return tmp_path / "ondit.db"


@pytest.mark.parametrize("table", metadata.sorted_tables, ids=lambda table: table.name)
def test_each_table_is_described(table: Table) -> None:
    assert described(table) in DOCS.read_text("utf-8")


def test_the_queries_answer(news: Path) -> None:
    with closing(sqlite3.connect(news)) as connection:
        for query in blocks("sql"):
            assert connection.execute(query).fetchall()


def test_the_program_runs(news: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for program in blocks("python"):
        exec(compile(program, str(DOCS), "exec"), {})
    assert "Der Talbote" in capsys.readouterr().out
