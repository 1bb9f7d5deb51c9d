"""Networks of outlets, opened again as Gephi and its like open them."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import networkx as nx
import pytest
from click.testing import CliRunner

from ondit.cli import main
from ondit.export.network import UNNAMED, network, write
from ondit.records import Document
from ondit.records.archived import Format
from ondit.records.trace import Tracing
from ondit.store.archive import Archive
from ondit.trace.tracer import trace
from tests.trace.samples import FIRST, OTHER, SECOND

DOCUMENTS = {one.reading.article.id: one for one in (FIRST, SECOND, OTHER)}
READERS: dict[Format, Callable[[str], nx.Graph[str]]] = {
    Format.GRAPHML: nx.parse_graphml,
    Format.GEXF: lambda text: nx.read_gexf(io.BytesIO(text.encode())),
}


@pytest.fixture(scope="module")
def tracing() -> Tracing:
    return trace(DOCUMENTS.values())


def opened(found: nx.DiGraph[str], form: Format) -> nx.Graph[str]:
    """Return a network as another program has it."""
    stream = io.StringIO()
    write(found, form, stream)
    return READERS[form](stream.getvalue())


@pytest.mark.parametrize("form", READERS)
def test_an_edge_leads_to_who_has_it_from_whom(tracing: Tracing, form: Format) -> None:
    found = opened(network(tracing.trails, DOCUMENTS), form)
    (edge,) = found.edges(data=True)
    assert edge[:2] == ("Harbour Post", "Речной вестник")
    assert edge[2]["weight"] == 2
    assert edge[2]["changed"] == 1
    origin = found.nodes["Harbour Post"]
    assert (origin["articles"], origin["languages"], origin["absent"]) == (1, "en", False)


@pytest.mark.parametrize("form", READERS)
def test_names_of_any_characters_go_through(tracing: Tracing, form: Format) -> None:
    hostile = {name: renamed(one, 'A\x07"<&>\n\uffffB') for name, one in DOCUMENTS.items()}
    found = opened(network(tracing.trails, hostile), form)
    assert 'A "<&> B' in found.nodes
    unnamed = {name: renamed(one, None) for name, one in DOCUMENTS.items()}
    assert UNNAMED in opened(network(tracing.trails, unnamed), form)


def renamed(document: Document, outlet: str | None) -> Document:
    """Return a document as another outlet has it."""
    reading = document.reading
    article = replace(reading.article, outlet=outlet)
    return replace(document, reading=replace(reading, article=article))


def test_the_command_writes_all_claims_or_one(tmp_path: Path) -> None:
    path = str(tmp_path / "news.db")
    with Archive(path) as archive:
        for one in DOCUMENTS.values():
            archive.add(one, "sample")
    command = ["export", "--archive", path, "--format", "gexf"]
    every = CliRunner().invoke(main, command).stdout
    assert every == CliRunner().invoke(main, command).stdout
    assert len(READERS[Format.GEXF](every).edges) == 1
    one_claim = CliRunner().invoke(main, [*command, "--claim", "no such words at all"])
    assert len(READERS[Format.GEXF](one_claim.stdout).edges) == 1
    refused = CliRunner().invoke(main, [*command, "--language", "en"])
    assert refused.exit_code == 2
    assert "a network (gexf) shows claims" in refused.stderr


def test_without_its_library_it_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = str(tmp_path / "news.db")
    with Archive(path) as archive:
        archive.add(FIRST, "sample")
    monkeypatch.delitem(sys.modules, "ondit.export.network")
    monkeypatch.setitem(sys.modules, "networkx", None)
    done = CliRunner().invoke(main, ["export", "--archive", path, "--format", "gexf"])
    assert done.exit_code == 2
    assert 'pip install "ondit[graph]"' in done.stderr
