"""Recognises files that are no text by how they begin, to say what they are and what to do."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from ondit.errors import SourceError
from ondit.ingest.raw import Raw


@dataclass(frozen=True, slots=True)
class Signature:
    """How a kind of file begins, what it is called, and what to do with one."""

    start: bytes
    name: str
    hint: str


@cache
def signatures() -> tuple[Signature, ...]:
    """Return the known signatures (signatures.json, from the formats' specifications)."""
    rows = json.loads((files("ondit.ingest") / "signatures.json").read_text("utf-8"))
    return tuple(Signature(bytes.fromhex(row["hex"]), row["name"], row["hint"]) for row in rows)


def refuse_binary(raw: Raw) -> None:
    """Raise SourceError if `raw` is a file of a known kind that is no text."""
    for signature in signatures():
        if raw.data.startswith(signature.start):
            raise SourceError(raw.source, f"{signature.name}, not text", signature.hint)
