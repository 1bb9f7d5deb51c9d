"""The JSON and CSV of each page: true to the archive, and described in openapi.json."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from starlette.routing import Route
from starlette.testclient import TestClient

from ondit.config import Service, Settings
from ondit.pipeline.serving import Library
from ondit.records.archived import Selection
from ondit.show.record import from_line
from ondit.store.archive import Archive
from ondit.web.app import app
from tests.web.library import ATTACK, hostile, visiting

NO_TWIN = {
    *("/", "/index", "/articles", "/search", "/source", "/actor", "/outlet", "/about", "/add"),
    *(
        "/claims",
        "/claim",
        "/claim/{id}",
        "/compare",
        "/timeline",
        "/article/{id}",
        "/article/{id}/versions",
    ),
}
"""Pages: they are for readers."""


@pytest.fixture(scope="module")
def document(path: Path) -> Iterator[dict[str, Any]]:
    with visiting(path, Service(allow_adding=True)) as client:
        yield client.get("/openapi.json").json()


def addresses(client: TestClient, ids: list[str]) -> dict[str, str]:
    claim = client.get("/claims.json").json()["claims"][0]["claim"]["id"]
    return {
        "/claims.json": "/claims.json?limit=2",
        "/claim/{id}.json": f"/claim/{claim}.json",
        "/index.json": "/index.json",
        "/articles.json": "/articles.json?limit=3",
        "/search.json": "/search.json?q=the&limit=3",
        "/article/{id}.json": f"/article/{ids[0]}.json",
        "/article/{id}/versions.json": f"/article/{ids[-1]}/versions.json",
        "/source.json": "/source.json?name=Marrick",
        "/compare.json": f"/compare.json?one={ids[0]}&other={ids[1]}",
        "/timeline.json": "/timeline.json?limit=5",
        "/actor.json": "/actor.json?name=Aspegren",
        "/outlet.json": "/outlet.json?name=Post",
    }


def test_the_description_names_every_address_and_no_other(
    path: Path, document: dict[str, Any]
) -> None:
    with Archive(path) as archive:
        served = app(Library(archive, str(path), Settings()), Service(allow_adding=True))
    routes = {one.path for one in served.routes if isinstance(one, Route)}
    assert routes - NO_TWIN == set(document["paths"])
    assert document["openapi"] == "3.1.0"


def test_a_server_that_takes_nothing_in_does_not_offer_it(client: TestClient) -> None:
    assert "/add.json" not in client.get("/openapi.json").json()["paths"]


def test_every_answer_is_as_described(
    client: TestClient, ids: list[str], document: dict[str, Any]
) -> None:
    for place, address in addresses(client, ids).items():
        found = client.get(address)
        assert found.status_code == 200, found.text
        assert found.headers["content-type"] == "application/json"
        response = document["paths"][place]["get"]["responses"]["200"]
        schema = response["content"]["application/json"]["schema"]
        Draft202012Validator(document | schema).validate(found.json())


def test_what_is_refused_has_one_shape(client: TestClient, document: dict[str, Any]) -> None:
    schema = document | {"$ref": "#/components/schemas/Problem"}
    refused = {
        "/articles.json?since=yesterday": 400,
        "/articles.json?after=x": 400,
        "/search.json?act=shout": 400,
        "/search.csv?limit=1000": 400,
        "/search.json?limit=²": 400,
        "/source.json": 400,
        "/outlet.json?name=%00": 400,
        f"/search.json?q={'a' * 1001}": 400,
        "/article/none.json": 404,
        "/nothing.json": 404,
        "/claim/none.json": 404,
        "/claim.json": 400,
        "/claims.csv?limit=0": 400,
        "/read": 405,
    }
    for address, status in refused.items():
        found = client.get(address)
        assert found.status_code == status, address
        assert found.headers["content-type"] == "application/problem+json"
        Draft202012Validator(schema).validate(found.json())
        assert found.json()["status"] == status


def test_an_articles_twin_is_the_record_that_the_command_writes(
    client: TestClient, path: Path, ids: list[str]
) -> None:
    with Archive(path) as archive:
        for id_ in ids:
            assert from_line(client.get(f"/article/{id_}.json").text) == archive.get(id_)


def test_pages_of_the_list_join_without_a_gap(client: TestClient, ids: list[str]) -> None:
    seen: list[str] = []
    cursors: list[str | None] = [""]
    while cursors[-1] is not None:
        found = client.get("/articles.json", params={"limit": 2, "after": cursors[-1]}).json()
        seen += [row["id"] for row in found["articles"]]
        cursors.append(found["next"])
    assert seen == ids


def test_tables_have_a_header_and_rows_of_its_length(client: TestClient, ids: list[str]) -> None:
    for address in (
        "/articles.csv",
        "/claims.csv",
        "/search.csv",
        "/source.csv?name=a",
        "/outlet.csv?name=Post",
    ):
        found = client.get(address)
        assert found.headers["content-type"].startswith("text/csv")
        rows = list(csv.reader(io.StringIO(found.text)))
        assert len({len(row) for row in rows}) == 1
    rows = list(csv.reader(io.StringIO(client.get(f"/article/{ids[0]}.csv").text)))
    assert len(rows) - 1 == len(client.get(f"/article/{ids[0]}.json").json()["attributions"])


def test_no_cell_of_a_table_runs_in_a_spreadsheet(client: TestClient) -> None:
    found = client.get("/articles.csv", params={"outlet": ATTACK}).text
    assert "HYPERLINK" in found
    for row in csv.reader(io.StringIO(found)):
        assert not any(cell.startswith(("=", "+", "-", "@")) for cell in row)


def test_what_has_not_changed_is_not_sent_again(client: TestClient, ids: list[str]) -> None:
    for address in ("/", f"/article/{ids[0]}", "/articles.json", "/articles.csv"):
        first = client.get(address)
        again = client.get(address, headers={"If-None-Match": f'W/{first.headers["etag"]}, "x"'})
        assert again.status_code == 304
        assert not again.content
        assert client.get(address, headers={"If-None-Match": '"x"'}).status_code == 200


def test_a_new_article_changes_the_name_of_the_state(tmp_path: Path) -> None:
    with Archive(tmp_path / "news.db") as archive, visiting(tmp_path / "news.db") as client:
        before = client.get("/articles.json")
        archive.add(hostile(), "x")
        known = {"If-None-Match": before.headers["etag"]}
        assert client.get("/articles.json", headers=known).status_code == 200
        assert archive.count(Selection()) == 1
