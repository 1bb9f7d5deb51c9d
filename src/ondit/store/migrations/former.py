"""What the first version of the archive's tables kept packed, back as it was.

There a reading was a JSON list of its records, each the list of its fields, packed with the text
as the dictionary; and the vectors of contents had 4 bits a dimension.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from typing import Any, get_type_hints

import numpy as np
from cattrs import Converter

from ondit.records import (
    Article,
    Attribution,
    Chain,
    Coreference,
    Credit,
    Document,
    Entity,
    Mention,
    Naming,
    Reading,
    Statement,
    Timex,
)
from ondit.store.vectors import DIMENSIONS, Vectors, centre, grow

FINE = DIMENSIONS // 2 + 2
"""Bytes of a vector with 4 bits a dimension: its steps, after their size as half a float."""

MIDDLE = np.float32(7.5)
"""The step of 16 that stands for nothing."""


@dataclass(frozen=True, slots=True)
class _Packed:
    mentions: tuple[Mention, ...]
    attributions: tuple[Attribution, ...]
    coreferences: tuple[Coreference, ...]
    credits: tuple[Credit, ...]
    timexes: tuple[Timex, ...]
    entities: tuple[Entity, ...]
    namings: tuple[Naming, ...]
    chains: tuple[Chain, ...]
    statements: tuple[Statement, ...]


def document(
    article: Article, summary: str, packed: bytes, contents: bytes, own: bytes
) -> Document:
    """Return what was kept of an article."""
    unpacker = zlib.decompressobj(zdict=article.text.encode()[-(2**15) :] or b" ")
    plain = json.loads(unpacker.decompress(packed) + unpacker.flush())
    found = _converter().structure(plain, _Packed)
    parts = {one.name: getattr(found, one.name) for one in fields(_Packed)[:-1]}
    vectors = np.empty((len(found.statements), DIMENSIONS), np.float32)
    told = np.array([one.attribution is not None for one in found.statements], bool)
    # Without statements there was no row of vectors; imported readings have none.
    if len(told):
        vectors[told], vectors[~told] = _fine(contents), grow(own)
    return Document(Reading(article, **parts, summary=summary), found.statements, vectors)


def _fine(packed: bytes) -> Vectors:
    rows = np.frombuffer(packed, np.uint8).reshape(-1, FINE)
    sizes = np.ascontiguousarray(rows[:, :2]).view("<f2").astype(np.float32)
    steps = np.empty((len(rows), DIMENSIONS), np.float32)
    steps[:, ::2], steps[:, 1::2] = rows[:, 2:] & 15, rows[:, 2:] >> 4
    found: Vectors = (steps - MIDDLE) * sizes + centre()
    return found


@cache
def _converter() -> Converter:
    converter = Converter(detailed_validation=False)

    def built(kind: type) -> Callable[[Any, Any], object]:
        hints = tuple(get_type_hints(kind).values())
        return lambda values, _: kind(*map(converter.structure, values, hints))

    converter.register_structure_hook_factory(_is_record, built)
    return converter


def _is_record(kind: object) -> bool:
    return isinstance(kind, type) and is_dataclass(kind)
