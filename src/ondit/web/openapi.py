"""The description of the API for programs (OpenAPI 3.1), from openapi.json beside this module."""

from __future__ import annotations

import json
from importlib.metadata import version
from importlib.resources import files
from typing import Any

from ondit.config import Service
from ondit.show.record import schema

ADDING = "/add.json"
META = ("$schema", "$id")


def openapi(service: Service) -> str:
    """Return the document; without adding where the service does not allow it."""
    found: dict[str, Any] = json.loads((files("ondit.web") / "openapi.json").read_text("utf-8"))
    found["info"]["version"] = version("ondit")
    found["components"]["schemas"] |= _reading()
    if not service.allow_adding:
        del found["paths"][ADDING]
    return json.dumps(found, ensure_ascii=False)


def _reading() -> dict[str, Any]:
    """Return the schema of a reading and what it refers to, each by the name that it has here:
    within a document not every tool follows references to a schema's own parts."""
    text = json.dumps(schema()).replace('"#/$defs/', '"#/components/schemas/')
    found: dict[str, Any] = json.loads(text)
    parts: dict[str, Any] = found.pop("$defs")
    return parts | {"Reading": {name: one for name, one in found.items() if name not in META}}
