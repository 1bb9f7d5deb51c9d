"""Attributions as a Parquet file; the one module that needs pyarrow."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict, fields
from pathlib import Path

import pyarrow as pa
from pyarrow import parquet

from ondit.store.exchange import Told

NUMBERS = {
    "number": pa.int32(),
    "parent": pa.int32(),
    "hands": pa.int16(),
    "probability": pa.float64(),
}
GROUP = 10_000
"""Rows that are held at once."""

SCHEMA = pa.schema([(one.name, NUMBERS.get(one.name, pa.string())) for one in fields(Told)])


def write(articles: Iterable[Iterator[Told]], path: Path) -> None:
    """Write the rows of each article, in groups of at least `GROUP`."""
    with parquet.ParquetWriter(path, SCHEMA, compression="zstd") as writer:
        for rows in _groups(articles):
            writer.write_table(pa.Table.from_pylist([asdict(row) for row in rows], SCHEMA))


def _groups(articles: Iterable[Iterator[Told]]) -> Iterator[list[Told]]:
    rows: list[Told] = []
    for article in articles:
        rows.extend(article)
        if len(rows) >= GROUP:
            yield rows
            rows = []
    yield rows
