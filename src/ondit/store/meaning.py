"""Finds the contents whose meaning comes nearest to a sentence's, in any language."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection

from ondit.records.archived import Selection
from ondit.store import queries
from ondit.store.vectors import ROW, Vectors, likeness

BATCH = 5_000
"""Articles compared at once: some 5 MB of vectors."""

Keys = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Near:
    """A content, by the key of its attribution, and its cosine with what was asked for."""

    key: int
    cosine: float


def nearest(connection: Connection, vector: Vectors, selection: Selection) -> list[Near]:
    """Return the contents that are meant and come nearest, the nearest first; as many as the
    selection's limit. Every content is compared."""
    allowed = _allowed(connection, selection)
    keys, cosines = np.empty(0, np.int64), np.empty(0, np.float32)
    for found, packed in _batches(connection, selection):
        kept = slice(None) if allowed is None else np.isin(found, allowed)
        keys = np.concatenate([keys, found[kept]])
        cosines = np.concatenate([cosines, likeness(packed, vector)[kept]])
        order = np.lexsort((keys, -cosines))[: selection.limit]
        keys, cosines = keys[order], cosines[order]
    # What is kept in few bits may seem a little nearer than anything can be.
    cosines = np.minimum(cosines, 1)
    return [Near(int(key), float(cosine)) for key, cosine in zip(keys, cosines, strict=True)]


def _allowed(connection: Connection, selection: Selection) -> Keys | None:
    """Return the keys of the contents that are meant, None if all of the articles meant are."""
    if not queries.asks_for_attributions(selection):
        return None
    return np.array(connection.scalars(queries.keys(connection, selection)).all(), np.int64)


def _batches(connection: Connection, selection: Selection) -> Iterator[tuple[Keys, bytes]]:
    """Yield vectors of contents, and the keys of the attributions that they are of."""
    rows = connection.execute(queries.meanings(selection))
    for part in rows.partitions(BATCH):
        firsts, packed = zip(*part, strict=True)
        counts = np.fromiter(map(len, packed), np.int64) // ROW
        ends = np.cumsum(counts)
        places = np.arange(ends[-1]) - np.repeat(ends - counts, counts)
        yield np.repeat(np.array(firsts, np.int64), counts) + places, b"".join(packed)
