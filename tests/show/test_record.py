"""Records are valid by their schema, one a line, and come back as what they were made from."""

from __future__ import annotations

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from ondit.errors import RecordError
from ondit.records import Article, Reading
from ondit.resolve.resolver import resolve
from ondit.show.record import from_line, schema, to_line
from tests.show.samples import readings, sample

VALIDATOR = Draft202012Validator(schema())


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(schema())


def test_the_fields_of_a_record() -> None:
    record = json.loads(to_line(sample()))
    VALIDATOR.validate(record)
    assert list(record) == schema()["required"]
    refusal = record["attributions"][2]
    assert refusal["parent"] == 2
    assert refusal["act"] == "refuse"
    assert refusal["text"] == {
        "source": "the US",
        "cue": "refuses",
        "content": "send troops unless a ceasefire holds",
    }
    (begin, end), *_ = refusal["condition"]
    assert record["text"][begin:end] == "unless a ceasefire holds"
    assert record["attributions"][3]["text"]["content"] == "“We are ready,” … “We always were.”"


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(readings())
def test_any_reading_comes_back(reading: Reading) -> None:
    line = to_line(reading)
    assert len(line.splitlines()) == 1
    line.encode()
    VALIDATOR.validate(json.loads(line))
    assert from_line(line) == reading


def test_what_was_resolved_comes_back() -> None:
    resolved = resolve(sample())
    line = to_line(resolved)
    VALIDATOR.validate(json.loads(line))
    assert from_line(line) == resolved
    assert json.loads(line)["attributions"][0]["chain"]["standing"] == "on-record"


def test_half_a_surrogate_pair_survives() -> None:
    reading = Reading(Article("a\ud83d b"))
    line = to_line(reading)
    line.encode()
    assert from_line(line) == reading


@given(st.text() | st.recursive(st.none() | st.integers() | st.text(), st.lists).map(json.dumps))
def test_anything_else_is_refused(line: str) -> None:
    with pytest.raises(RecordError):
        from_line(line)


@pytest.mark.parametrize(
    "change",
    [
        {"ondit": 2},
        {"id": "0" * 16},
        {"text": "another"},
        {"mentions": [{"span": [0, 9999], "type": "PER"}]},
        {"mentions": [{"span": [3, 3], "type": "PER"}]},
        {"mentions": [{"span": [0, 1], "type": "X"}]},
        {"attributions": [{"id": 1}]},
        {"attributions": None},
    ],
)
def test_a_damaged_record_is_refused(change: dict[str, object]) -> None:
    record = json.loads(to_line(sample())) | change
    with pytest.raises(RecordError):
        from_line(json.dumps(record))
