import re
from xml.etree import ElementTree as ET

from hypothesis import given

from ondit.records import Document
from ondit.records.trace import Trail
from ondit.show.graph import NAMESPACE, dot, graph, graphml
from tests.show.journeys import COUNTRIES, DOCUMENTS, TRAIL, trails

FOUND = graph([TRAIL], DOCUMENTS, COUNTRIES)


def data(graph_ml: str, kind: str) -> list[dict[str, str]]:
    """Return what GraphML holds for each node or edge, as a program reads it."""
    root = ET.fromstring(graph_ml)
    names = {one.get("id"): str(one.get("attr.name")) for one in root.iter(f"{{{NAMESPACE}}}key")}
    return [
        {names[one.get("key")]: one.text or "" for one in element}
        for element in root.iter(f"{{{NAMESPACE}}}{kind}")
    ]


def test_graphml_holds_all_that_is_known_of_carriers_and_ways() -> None:
    nodes, edges = data(graphml(FOUND), "node"), data(graphml(FOUND), "edge")
    assert [one["label"] for one in nodes][:2] == ["Islander", "Hafenbote"]
    assert nodes[0]["country"] == "GB"
    assert nodes[0]["sources"] == "Ruth Pennerack"
    assert [one["origin"] for one in nodes] == ["true", "false", "false", "false", "true"]
    assert [one["absent"] for one in nodes] == ["false", "false", "false", "true", "false"]
    assert [one["relay"] for one in edges] == ["translated", "named", "named"]
    assert edges[0]["shifts"] == "number: 300 -> 3000; hedge: could -> nothing"
    assert float(edges[1]["probability"]) == 0.45


def test_dot_draws_each_way_with_its_kind_and_what_was_changed() -> None:
    lines = dot(FOUND).splitlines()
    assert lines[0] == "digraph ondit {"
    assert '  "n0" [label="Islander\\n2034-02-12T05:30:00Z\\nen", shape=doublecircle];' in lines
    assert '  "n3" [label="Морской газеты", shape=box, style=dashed];' in lines
    way = '  "n0" -> "n1" [label="translated\\nnumber: 300 -> 3000\\nhedge: could -> nothing"];'
    assert way in lines
    assert lines[-1] == "}"


@given(trails())
def test_every_node_of_an_edge_is_there_and_strings_are_closed(
    found: tuple[Trail, dict[str, Document]],
) -> None:
    made = graph([found[0], found[0]], found[1], {})
    ids = [one.id for one in made.nodes]
    assert len(ids) == len(set(ids))
    assert {end for one in made.edges for end in (one.source, one.target)} <= set(ids)
    assert len(data(graphml(made), "node")) == len(ids)
    for line in dot(made).splitlines()[2:-1]:
        bare = re.sub(r'"(?:[^"\\]|\\.)*"', "S", line)
        assert re.fullmatch(r"  S( -> S)? \[label=S[^\"\\]*\];", bare)
