"""What tracing keeps as few bytes, and back without a loss."""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TypeVar

from ondit.records.bond import Bond, Card, Cell, Followed, Kin, Lead
from ondit.records.trace import Relay, Trail
from ondit.store.packing import Layout

T = TypeVar("T")

HELD = 8192
"""Of each kind that are held unpacked, some 3 kB each: those around an article are asked for again
with each that comes near it, and unpacking takes a fifth of a millisecond."""


@dataclass(frozen=True, slots=True)
class Shared:
    """A bond without its articles."""

    cells: tuple[Cell, ...]
    disputes: tuple[tuple[int, int], ...]
    back: Lead | None
    forth: Lead | None


@dataclass(frozen=True, slots=True)
class Own:
    """What is kept of an article, packed."""

    card: Card
    kin: Kin
    relays: tuple[Relay, ...]


def pack_bond(bond: Bond) -> bytes | None:
    """Return what two articles have in common, None if that is nothing."""
    shared = Shared(bond.cells, bond.disputes, bond.back, bond.forth)
    return None if shared == Shared((), (), None, None) else _pack(shared)


@lru_cache(HELD)
def unpack_bond(packed: bytes | None, one: str, other: str) -> Bond:
    """Return the bond of two articles that `pack_bond` packed."""
    if packed is None:
        return Bond(one, other)
    shared = _unpack(packed, Shared)
    return Bond(one, other, shared.cells, shared.disputes, shared.back, shared.forth)


def pack_followed(one: Followed) -> bytes:
    """Return what is kept of an article, but for its floor."""
    return _pack(Own(one.card, one.kin, one.relays))


@lru_cache(HELD)
def unpack_followed(packed: bytes, floor: int) -> Followed:
    """Return what `pack_followed` packed."""
    own = _unpack(packed, Own)
    return Followed(own.card, floor, own.kin, own.relays)


def pack_trail(trail: Trail) -> bytes:
    """Return a trail packed."""
    return _pack(trail)


def unpack_trail(packed: bytes) -> Trail:
    """Return what `pack_trail` packed."""
    return _unpack(packed, Trail)


def _pack(one: Shared | Own | Trail) -> bytes:
    return zlib.compress(_layouts()[type(one)].write(one).encode())


def _unpack(packed: bytes, kind: type[T]) -> T:
    found: T = _layouts()[kind].read(zlib.decompress(packed))
    return found


@cache
def _layouts() -> dict[type, Layout]:
    return {kind: Layout(kind) for kind in (Shared, Own, Trail)}
