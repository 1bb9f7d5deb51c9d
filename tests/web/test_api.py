"""Requests that are made from the description of the API, the odd ones too, get what it says."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis.checks import not_a_server_error
from schemathesis.schemas import BaseSchema
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from ondit.config import Service, Settings
from ondit.pipeline.serving import Library
from ondit.store.archive import Archive
from ondit.web.app import app
from ondit.web.openapi import openapi

CHECKS = [
    *(not_a_server_error, status_code_conformance),
    *(content_type_conformance, response_schema_conformance),
]
SERVICE = Service(host="0.0.0.0", read_rate=10**6)
"""By any name, and as often as it likes: who may not is tested elsewhere."""

SECONDS = 120
"""What a busy machine may take for an answer."""

PLACES = [
    (place, method)
    for place, methods in json.loads(openapi(SERVICE))["paths"].items()
    for method in methods
]


@pytest.fixture(scope="module")
def api(path: Path) -> Iterator[BaseSchema]:
    with Archive(path) as archive:
        served = app(Library(archive, str(path), Settings()), SERVICE)
        yield schemathesis.openapi.from_asgi("/openapi.json", served)


@pytest.mark.parametrize(("place", "method"), PLACES)
def test_every_request_gets_an_answer_as_described(api: Any, place: str, method: str) -> None:
    @settings(
        max_examples=4,
        derandomize=True,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(case=api[place][method].as_strategy())
    def ask(case: schemathesis.Case[Any]) -> None:
        case.call_and_validate(checks=CHECKS, timeout=SECONDS)

    ask()
