"""The questions of docs/sql.md, asked of both databases and in Datasette.

`python -m tests.store.test_sql` puts them, and what the tables hold, into docs/datasette.json.
"""

from __future__ import annotations

import asyncio
import json
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import psycopg
import pytest

from ondit.records import Article, Document, Mention, MentionType, Reading, Span
from ondit.resolve.resolver import resolve
from ondit.store.archive import Archive
from ondit.store.schema import metadata
from tests.store.conftest import new
from tests.store.samples import documents, vectors

DOCS = Path(__file__).parents[2] / "docs"
ABOUT = (DOCS / "archive.md").read_text("utf-8").partition("| view |")[2].partition("```")[0]
SECTION = re.compile(r"## ([^\n]*)\n[^#]*?```sql\n(.*?)```", re.DOTALL)
QUESTIONS = dict(SECTION.findall((DOCS / "sql.md").read_text("utf-8")))
"""The query of each question."""

VIEWS = dict(re.findall(r"^\| `(\w+)` \| (\w.*?) \|$", ABOUT, re.MULTILINE))
INNER = ("said", "links", "codes", "fetches")
"""Tables that readers have the views for, or need not at all."""

NAMES = ("Ada Lund", "Lund")

Rows = list[tuple[object, ...]]


def changed(one: Document) -> Document:
    """Return a document as its outlet tells it later."""
    article = one.reading.article
    longer = replace(article, text=f"{article.text}\n\nMore is not known.")
    return replace(one, reading=replace(one.reading, article=longer))


def named_twice() -> Document:
    """Return a document that calls somebody by two names."""
    text = "Ada Lund opened the bridge in Osten on Monday. Then Lund left."
    spans = (Span(text.rindex(name), text.rindex(name) + len(name)) for name in NAMES)
    mentions = tuple(Mention(span, MentionType.PERSON) for span in spans)
    article = Article(text, outlet="Osten Post", language="en", published="2031-05-03")
    return Document(resolve(Reading(article, mentions)), (), vectors((), "osten", 0))


def fill(where: str | Path) -> None:
    with Archive(where) as archive:
        for one in (*documents(60), named_twice(), changed(next(documents(1)))):
            archive.add(one, "sample")


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    found = tmp_path_factory.mktemp("sql") / "ondit.db"
    fill(found)
    return found


@pytest.fixture(scope="module")
def server(request: pytest.FixtureRequest, path: Path) -> str:
    url = new("postgresql", request, path.parent)
    fill(url)
    return url


def on_sqlite(path: Path, query: str) -> Rows:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(query).fetchall()


def test_there_are_ten() -> None:
    assert len(QUESTIONS) == 10


@pytest.mark.parametrize("question", QUESTIONS)
def test_each_is_answered(path: Path, question: str) -> None:
    assert on_sqlite(path, QUESTIONS[question])


@pytest.mark.parametrize("question", QUESTIONS)
def test_both_databases_answer_the_same(path: Path, server: str, question: str) -> None:
    with psycopg.connect(server) as connection:
        found = connection.execute(QUESTIONS[question].encode()).fetchall()
    assert found == on_sqlite(path, QUESTIONS[question])


def slug(question: str) -> str:
    """Return what a question is called in an address."""
    return "-".join(re.findall(r"[a-z]+", question.lower()))


def described() -> dict[str, Any]:
    """Return what Datasette is told of an archive."""
    tables: dict[str, Any] = {
        one.name: {
            "description": one.comment,
            "columns": {column.name: column.comment for column in one.columns},
        }
        | ({"hidden": True} if one.name in INNER else {})
        for one in metadata.sorted_tables
    }
    views = {name: {"description": f"a row for each {what}"} for name, what in VIEWS.items()}
    queries = {
        slug(question): {"title": question, "sql": query} for question, query in QUESTIONS.items()
    }
    return {
        "title": "Ondit",
        "description": "Who said what, according to whom",
        "databases": {"ondit": {"tables": views | tables, "queries": queries}},
    }


def told() -> str:
    return json.dumps(described(), indent=1, ensure_ascii=False) + "\n"


def test_datasette_is_told_what_there_is_now() -> None:
    assert (DOCS / "datasette.json").read_text("utf-8") == told()


def asked(path: Path, *addresses: str) -> Iterator[Any]:
    """Yield what Datasette answers."""
    datasette = pytest.importorskip("datasette.app", reason="not installed: pip install datasette")
    served = datasette.Datasette([str(path)], metadata=json.loads(told()))

    async def answers() -> list[Any]:
        return [await served.client.get(one) for one in addresses]

    yield from asyncio.run(answers())


def test_datasette_answers_each_question_as_a_page(path: Path) -> None:
    addresses = [f"/ondit/{slug(one)}.json?_shape=arrays" for one in QUESTIONS]
    for question, answer in zip(QUESTIONS, asked(path, *addresses), strict=True):
        rows = [tuple(row) for row in answer.json()["rows"]]
        assert rows == on_sqlite(path, QUESTIONS[question])


def test_datasette_shows_what_was_said_and_takes_sql(path: Path) -> None:
    page, row, typed = asked(
        path,
        "/ondit/chains",
        "/ondit/who_said_what.json?_shape=array&act=deny&_size=1",
        "/ondit.json?sql=select+count(*)+from+articles&_shape=arrays",
    )
    assert "a row for each hand an attribution came through" in page.text
    assert row.json()[0]["act"] == "deny"
    assert typed.json()["rows"] == [[61]]


if __name__ == "__main__":
    (DOCS / "datasette.json").write_text(told(), encoding="utf-8")
