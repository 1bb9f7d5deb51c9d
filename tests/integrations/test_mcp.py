"""`ondit mcp`, asked by the protocol's own client: in the process, over pipes, over a port."""

from __future__ import annotations

import json
import re
import signal
import subprocess
import sys
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path
from typing import Any

import anyio
import pytest
from click.testing import CliRunner

from ondit.cli import main
from ondit.config import READ_BYTES, Settings
from ondit.show.record import from_line
from ondit.store.archive import Archive
from tests.trace.samples import FIRST, OTHER, SECOND

pytest.importorskip("mcp", reason='not installed: pip install "ondit[mcp]"')

from mcp import Client, MCPError, StdioServerParameters

from ondit.integrations.mcp.desk import Desk
from ondit.integrations.mcp.server import ArchiveServer

Asking = Callable[[Client], Awaitable[Any]]

MINISTER = "Harbour minister Lena Aspegren"
BRIDGE = "The mayor of Osten, Ada Lund, said on Tuesday that the old bridge is safe."


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return an archive in which a Russian report retells an English one."""
    path = tmp_path_factory.mktemp("mcp") / "news.db"
    with Archive(path) as opened:
        for one in (FIRST, SECOND, OTHER):
            opened.add(one, "sample")
    return str(path)


@pytest.fixture(scope="module")
def first(archive: str) -> str:
    """Return the id of the English report."""
    with Archive(archive) as opened:
        return next(row.id for row in opened.list() if row.outlet == "Harbour Post")


def ask(archive: str, asking: Asking) -> Any:
    async def asked() -> Any:
        async with Client(ArchiveServer(Desk(archive, Settings()))) as client:
            return await asking(client)

    return anyio.run(asked)


def call(archive: str, tool: str, **arguments: object) -> Any:
    """Return what a tool answers; fail if it says that it failed."""
    done = ask(archive, lambda client: client.call_tool(tool, arguments))
    assert not done.is_error, done.content
    found = done.structured_content
    return found.get("result", found)


def refused(archive: str, tool: str, **arguments: object) -> str:
    """Return what a tool says that failed."""
    done = ask(archive, lambda client: client.call_tool(tool, arguments))
    assert done.is_error
    return str(done.content[0].text)


def unreadable(archive: str, address: str) -> str:
    """Return why a resource cannot be read."""

    async def asked(client: Client) -> str:
        with pytest.raises(MCPError) as caught:
            await client.read_resource(address)
        return str(caught.value)

    return str(ask(archive, asked))


def test_all_tools_say_what_they_do_and_only_read(archive: str) -> None:
    tools = ask(archive, lambda client: client.list_tools()).tools
    assert {one.name for one in tools} == {
        "read", "search", "articles", "article", "claims", "trace", "positions", "timeline",
    }  # fmt: skip
    assert all(one.annotations.read_only_hint for one in tools)
    assert all(one.description and one.output_schema for one in tools)


def test_a_claim_is_traced_to_where_it_began(archive: str, first: str) -> None:
    trails = call(archive, "trace", what=first)
    (trail,) = (one for one in trails if any("oil" in of["content"] for of in one["carriers"]))
    assert {one["article"]["language"] for one in trail["carriers"]} == {"en", "ru"}
    assert [one["article"] for one in trail["starts"]] == [first]
    (hop,) = trail["hops"]
    assert hop["parent"] == first
    assert any("300 -> 3000" in one for one in hop["changed"])


def test_what_travelled_is_listed(archive: str) -> None:
    claims = call(archive, "claims")
    assert claims[0]["carriers"] == 2
    (path,) = call(archive, "trace", what=claims[0]["claim"])
    assert len(path["carriers"]) == claims[0]["carriers"]


def test_words_are_found_with_who_said_them_and_where(archive: str, first: str) -> None:
    (hit,) = call(archive, "search", words="tugs")
    assert hit["source"] == MINISTER
    assert hit["article"]["id"] == first
    text = call(archive, "article", id=first)["text"]
    ((begin, end),) = hit["spans"]
    assert text[begin:end] == hit["content"]


def test_an_actor_has_positions(archive: str) -> None:
    stands = call(archive, "positions", name="Lena Aspegren")
    assert "Harbour Post" in stands[0]["outlets"]
    assert stands[0]["content"] in call(archive, "article", id=stands[0]["article"])["text"]
    assert call(archive, "positions", name="Nobody At All") == []


def test_what_happens_is_told_in_its_order(archive: str) -> None:
    entries = call(archive, "timeline")
    assert entries == sorted(entries, key=lambda one: one["when"])
    assert any("Harbour Post" in one["outlets"] and one["chain"] for one in entries)
    (first, *_) = call(archive, "timeline", about="Lena Aspegren")
    assert first["content"] in call(archive, "article", id=first["article"])["text"]


def test_articles_are_listed_narrowed_and_shown(archive: str) -> None:
    assert len(call(archive, "articles")) == 3
    (german,) = call(archive, "articles", language="de")
    shown = call(archive, "article", id=german["id"])
    assert [one["chain"][-1] for one in shown["said"]] == ["Trainer Rolf Hanke"]


def test_a_text_is_read_and_not_kept(archive: str) -> None:
    read = call(archive, "read", text=BRIDGE, outlet="Osten Post", language="en")
    (said,) = read["said"]
    ((begin, end),) = said["spans"]
    assert BRIDGE[begin:end] == said["content"]
    assert "Ada Lund" in said["chain"][-1]
    assert len(call(archive, "articles")) == 3


def test_articles_are_resources(archive: str, first: str) -> None:
    listed = ask(archive, lambda client: client.list_resources()).resources
    addresses = {str(one.uri) for one in listed}
    assert len(addresses) == 3
    assert f"ondit://article/{first}" in addresses
    read = ask(archive, lambda client: client.read_resource(f"ondit://article/{first}"))
    with Archive(archive) as opened:
        assert from_line(read.contents[0].text) == opened.get(first)


def test_what_fails_is_said_in_one_line(archive: str) -> None:
    assert "no such article" in refused(archive, "article", id="0000")
    assert "not a date" in refused(archive, "search", since="yesterday")
    assert "no words in it" in refused(archive, "read", text="12 34")
    assert "KiB" in refused(archive, "read", text="a" * (READ_BYTES.default + 1))
    assert "no such article" in unreadable(archive, "ondit://article/0000")


def test_over_pipes(archive: str) -> None:
    arguments = ["-m", "ondit", "mcp", "--archive", archive]

    async def asked() -> Any:
        async with Client(StdioServerParameters(command=sys.executable, args=arguments)) as client:
            return await client.call_tool("search", {"words": "tugs"})

    assert json.loads(anyio.run(asked).content[0].text)["source"] == MINISTER


@pytest.fixture(scope="module")
def address(archive: str) -> Iterator[str]:
    """Return where an archive is served on a port of this machine, as the command says it."""
    arguments = [sys.executable, "-m", "ondit", "mcp", "--archive", archive, "--http", "--port=0"]
    with subprocess.Popen(arguments, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr
        found = re.search(r"http://127\.0\.0\.1:\d+/mcp", process.stderr.readline())
        assert found
        yield found[0]
        process.send_signal(signal.SIGINT)
        assert process.wait(30) == 0
        assert "Traceback" not in process.stderr.read()


def test_over_a_port(address: str) -> None:
    async def asked() -> Any:
        async with Client(address) as client:
            return await client.call_tool("claims", {"limit": 1})

    assert anyio.run(asked).structured_content["result"][0]["carriers"] == 2


@pytest.mark.parametrize("strange", [{"Host": "evil.example"}, {"Origin": "https://evil.example"}])
def test_strangers_pages_are_kept_out(address: str, strange: dict[str, str]) -> None:
    import httpx2  # noqa: PLC0415 - the tests' own, as starlette's client needs it

    body = {"jsonrpc": "2.0", "id": 1, "method": "tools/list"}
    accept = {"Accept": "application/json, text/event-stream"}
    answer = httpx2.post(address, json=body, headers=accept | strange)
    assert answer.status_code in {403, 421}


def test_no_archive_is_an_error_in_one_line(tmp_path: Path) -> None:
    done = CliRunner().invoke(main, ["mcp", "--archive", str(tmp_path / "none.db")])
    assert done.exit_code == 1
    assert "none.db" in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_without_its_library_it_says_what_to_install(
    archive: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delitem(sys.modules, "ondit.integrations.mcp.server")
    monkeypatch.setitem(sys.modules, "mcp.server", None)
    done = CliRunner().invoke(main, ["mcp", "--archive", archive])
    assert done.exit_code == 2
    assert 'pip install "ondit[mcp]"' in done.stderr
