"""Writes nodes as one document of JSON-LD 1.1, however many there are."""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import TextIO

from ondit.export.node import Node


def write(nodes: Iterable[Node], stream: TextIO) -> None:
    """Write a document with its context in it, a node a line: no program needs to fetch one."""
    stream.write(f'{{"@context": {json.dumps(context())},\n"@graph": [')
    for at, one in enumerate(nodes):
        stream.write(",\n" if at else "\n")
        stream.write(json.dumps(one, ensure_ascii=False))
    stream.write("\n]}\n")


@cache
def context() -> dict[str, object]:
    """Return the terms that the documents use, each with the IRI that it stands for."""
    found = json.loads((files("ondit.export") / "context.jsonld").read_text("utf-8"))
    terms: dict[str, object] = found["@context"]
    return terms
