"""A reading as the few bytes that an archive keeps beside its text, and back without a loss."""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from typing import Any, get_type_hints

from cattrs import Converter

from ondit.records import (
    Article,
    Attribution,
    Chain,
    Coreference,
    Credit,
    Entity,
    Mention,
    Naming,
    Reading,
    Statement,
    Timex,
)

LEVEL = 9
"""Of zlib: 2 % smaller than 6 and 0.2 ms slower an article, of 48 news texts in 10 languages."""


@dataclass(frozen=True, slots=True)
class _Packed:
    """What is packed: a reading without its article and summary, and what it states."""

    mentions: tuple[Mention, ...]
    attributions: tuple[Attribution, ...]
    coreferences: tuple[Coreference, ...]
    credits: tuple[Credit, ...]
    timexes: tuple[Timex, ...]
    entities: tuple[Entity, ...]
    namings: tuple[Naming, ...]
    chains: tuple[Chain, ...]
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Unpacked:
    """A reading and what it states, as they were packed."""

    reading: Reading
    statements: tuple[Statement, ...]


def pack(reading: Reading, statements: tuple[Statement, ...]) -> bytes:
    """Return what was found in an article, as JSON without names, packed with its text as the
    dictionary: that makes it 0.57 of the text's size, 0.64 without, of the texts above."""
    parts = {one.name: getattr(reading, one.name) for one in fields(_Packed)[:-1]}
    plain = _converter().unstructure(_Packed(**parts, statements=statements))
    line = json.dumps(plain, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    packer = zlib.compressobj(LEVEL, zdict=_dictionary(reading.article.text))
    return packer.compress(line.encode()) + packer.flush()


def unpack(packed: bytes, article: Article, summary: str) -> Unpacked:
    """Return what `pack` packed; `article` is the one that was read."""
    unpacker = zlib.decompressobj(zdict=_dictionary(article.text))
    plain = json.loads(unpacker.decompress(packed) + unpacker.flush())
    found = _converter().structure(plain, _Packed)
    parts = {one.name: getattr(found, one.name) for one in fields(_Packed)[:-1]}
    return Unpacked(Reading(article, **parts, summary=summary), found.statements)


def _dictionary(text: str) -> bytes:
    # zlib looks back 32 KiB at most, and takes no dictionary that is empty.
    return text.encode()[-(2**15) :] or b" "


@cache
def _converter() -> Converter:
    """Return what turns records into lists of their fields and back."""
    converter = Converter(detailed_validation=False)

    def listed(kind: type) -> Callable[[Any], list[object]]:
        names = tuple(get_type_hints(kind))
        return lambda one: [converter.unstructure(getattr(one, name)) for name in names]

    def built(kind: type) -> Callable[[Any, Any], object]:
        hints = tuple(get_type_hints(kind).values())
        return lambda values, _: kind(*map(converter.structure, values, hints))

    converter.register_unstructure_hook_factory(is_dataclass, listed)
    converter.register_structure_hook_factory(_is_record, built)
    return converter


def _is_record(kind: object) -> bool:
    return isinstance(kind, type) and is_dataclass(kind)
