"""What leaves an archive is what is in it, and comes back the same."""

from __future__ import annotations

import csv
import io
from dataclasses import fields
from pathlib import Path

import pyarrow.parquet
import pytest

from ondit.records import Act, Document
from ondit.records.archived import Selection
from ondit.records.outcome import State
from ondit.show.record import from_line, to_line
from ondit.store.archive import Archive
from ondit.store.exchange import Told, told, write_csv, write_parquet
from tests.store.samples import documents, vectors

REFUSED = Selection(act=Act.REFUSE)


@pytest.fixture
def full(archive: Archive) -> Archive:
    for one in documents(12):
        archive.add(one, "a")
    return archive


def test_lines_that_come_back_make_the_same_archive(full: Archive, tmp_path: Path) -> None:
    lines = [to_line(reading) for _, reading in full.readings()]
    with Archive(tmp_path / "copy.db") as copy:
        for line in lines[::-1]:
            reading = from_line(line)
            assert copy.add(Document(reading, (), vectors((), "", 0)), "a").state is State.ADDED
        assert dict(copy.readings()) == dict(full.readings())
        assert {to_line(reading) for _, reading in copy.readings()} == set(lines)


def test_only_what_is_meant_leaves(full: Archive) -> None:
    meant = [row.id for row in full.list(REFUSED)]
    assert 0 < len(meant) < 12
    assert [id_ for id_, _ in full.readings(REFUSED)] == meant


def test_csv_has_a_row_for_each_attribution(full: Archive) -> None:
    stream = io.StringIO(newline="")
    write_csv(full.readings(), stream)
    rows = list(csv.DictReader(io.StringIO(stream.getvalue(), newline="")))
    hits = full.search(Selection())
    assert [(row["content"], row["source"]) for row in rows] == [
        (hit.text, hit.source) for hit in hits
    ]
    assert list(rows[0]) == [field.name for field in fields(Told)]


def test_parquet_has_the_same_rows(full: Archive, tmp_path: Path) -> None:
    write_parquet(full.readings(), tmp_path / "told.parquet")
    rows = pyarrow.parquet.read_table(tmp_path / "told.parquet").to_pylist()
    expected = [one for id_, reading in full.readings() for one in told(id_, reading)]
    assert [Told(**row) for row in rows] == expected
