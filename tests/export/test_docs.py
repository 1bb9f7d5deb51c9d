"""docs/terms.md has every term of the context, and docs/export.md's query answers."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path

import pytest

from ondit.export.jsonld import context
from ondit.export.provenance import of_reading
from ondit.store.exchange import Told
from tests.export.graph import graph
from tests.store.samples import document

DOCS = Path(__file__).parents[2] / "docs"
PREFIXES = ("ondit", "prov", "oa", "schema", "xsd")


def test_every_term_is_described_with_what_it_stands_for() -> None:
    shown = (DOCS / "terms.md").read_text("utf-8")
    described = dict(
        re.findall(r'^\| <a id="\w+"></a>`(\w+)` \| `([\w:]+)` \| \w', shown, re.MULTILINE)
    )
    terms = {name: given for name, given in context().items() if name not in PREFIXES}
    del terms["@version"]
    assert described == {
        name: given["@id"] if isinstance(given, dict) else given for name, given in terms.items()
    }
    for prefix in PREFIXES:
        assert f"| `{prefix}` | `{context()[prefix]}` |" in shown


def test_the_tables_columns_are_described_in_their_order() -> None:
    shown = (DOCS / "export.md").read_text("utf-8").partition("## Tables")[2].partition("##")[0]
    described = re.findall(r"^\| `(\w+)` \| \w", shown, re.MULTILINE)
    assert described == [field.name for field in fields(Told)]


@pytest.mark.parametrize(
    "query", re.findall(r"```sparql\n(.*?)```", (DOCS / "export.md").read_text("utf-8"), re.DOTALL)
)
def test_the_query_answers(query: str) -> None:
    reading = document("en/en-1").reading
    answer = graph(of_reading("n1", reading)).query(query)
    assert answer.bindings
    for row in answer.bindings:
        found = {str(name): str(held) for name, held in row.items()}
        assert found["words"]
        assert found["outlet"] == reading.article.outlet
