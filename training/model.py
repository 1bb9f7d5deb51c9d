"""The reader's network in PyTorch: one encoder, and conditional layers for each anchor."""

from __future__ import annotations

import copy
from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional

from training.base import Base

ROLES = ("none", "source", "cue", "content")
"""What a token can be to an anchor; in the corpus two roles never share a token."""

ACTS, VIAS, NAMES = 13, 7, 7
"""Sizes of the act, via and name (O, then B and I of PER, ORG, LOC) heads."""

NEAR = 64
"""Distance in tokens from the anchor beyond which positions are no longer told apart."""

IDENTITY = 96
"""Width of the vectors that say whether two spans name the same source."""


@dataclass(frozen=True)
class Shape:
    """What has to be known to build the network: sizes, and how many layers are conditional."""

    hidden: int = 384
    layers: int = 12
    heads: int = 12
    inner: int = 1536
    positions: int = 512
    conditional: int = 4
    epsilon: float = 1e-12


class Attention(nn.Module):
    """Scaled dot-product attention written out: on CPUs its backward pass takes a third of
    the time of PyTorch's fused kernel (23 ms instead of 84 for 44 x 128 tokens in bfloat16)."""

    def __init__(self, heads: int) -> None:
        super().__init__()
        self.heads = heads

    def forward(self, query: Tensor, key: Tensor, value: Tensor, mask: Tensor | None) -> Tensor:
        """Map three (batch, tokens, hidden) to one; `mask` is true where there is a token."""
        query, key, value = (self._split(one) for one in (query, key, value))
        scores = (query * query.shape[-1] ** -0.5) @ key.transpose(-1, -2)
        if mask is not None:
            scores = scores.masked_fill(~mask, -1e4)
        seen = scores.softmax(-1).to(value.dtype) @ value
        return seen.transpose(1, 2).flatten(2)

    def _split(self, states: Tensor) -> Tensor:
        return states.unflatten(2, (self.heads, -1)).transpose(1, 2)


class Layer(nn.Module):
    """A BERT layer: attention and feed-forward, each followed by its layer norm."""

    def __init__(self, shape: Shape, dropout: float) -> None:
        super().__init__()
        self.attend = Attention(shape.heads)
        self.qkv = nn.Linear(shape.hidden, 3 * shape.hidden)
        self.ao = nn.Linear(shape.hidden, shape.hidden)
        self.fi = nn.Linear(shape.hidden, shape.inner)
        self.fo = nn.Linear(shape.inner, shape.hidden)
        self.aln = nn.LayerNorm(shape.hidden, eps=shape.epsilon)
        self.oln = nn.LayerNorm(shape.hidden, eps=shape.epsilon)
        self.drop = nn.Dropout(dropout)

    def forward(self, states: Tensor, mask: Tensor | None) -> Tensor:
        """Map (batch, tokens, hidden) to the same; `mask` is true where there is a token."""
        query, key, value = self.qkv(states).chunk(3, dim=2)
        seen = self.attend(query, key, value, mask)
        states = self.aln(states + self.drop(self.ao(seen)))
        inner = functional.gelu(self.fi(states))
        out: Tensor = self.oln(states + self.drop(self.fo(inner)))
        return out


@dataclass(frozen=True)
class Main:
    """What the encoder says of every token of a window."""

    lower: Tensor
    anchor: Tensor
    name: Tensor
    identity: Tensor


@dataclass(frozen=True)
class Conditional:
    """What the conditional layers say of the tokens around each anchor."""

    role: Tensor
    condition: Tensor
    valid: Tensor
    act: Tensor
    via: Tensor


class Encoder(nn.Module):
    """The base encoder with its word embeddings left outside, and the heads on every token."""

    def __init__(self, shape: Shape, dropout: float = 0.1) -> None:
        super().__init__()
        self.lower_layers = shape.layers - shape.conditional
        self.position = nn.Parameter(torch.zeros(shape.positions, shape.hidden))
        self.kind = nn.Parameter(torch.zeros(shape.hidden))
        self.boundary = nn.Parameter(torch.zeros(3, shape.hidden))
        self.norm = nn.LayerNorm(shape.hidden, eps=shape.epsilon)
        self.drop = nn.Dropout(dropout)
        self.layers = nn.ModuleList(Layer(shape, dropout) for _ in range(shape.layers))
        self.anchor = nn.Linear(shape.hidden, 1)
        self.name = nn.Linear(shape.hidden, NAMES)
        self.identity = nn.Linear(shape.hidden, IDENTITY)

    def forward(self, words: Tensor, boundary: Tensor, mask: Tensor | None = None) -> Main:
        """Read windows: `words` (batch, tokens, hidden) are rows of the embedding table."""
        states = lower = self._embed(words, boundary)
        for number, layer in enumerate(self.layers):
            if number == self.lower_layers:
                lower = states
            states = layer(states, mask)
        return Main(
            lower,
            self.anchor(states).squeeze(-1),
            self.name(states),
            self.identity(states),
        )

    def states(self, words: Tensor, boundary: Tensor) -> Tensor:
        """Return the last layer's states, (batch, tokens, hidden), of windows without padding."""
        states = self._embed(words, boundary)
        for layer in self.layers:
            states = layer(states, None)
        return states

    def _embed(self, words: Tensor, boundary: Tensor) -> Tensor:
        states = words + self.position[: words.shape[1]] + self.kind + self.boundary[boundary]
        out: Tensor = self.drop(self.norm(states))
        return out


class Conditioner(nn.Module):
    """The top layers run again for one anchor, and the heads that read its attribution."""

    def __init__(self, shape: Shape, dropout: float = 0.1) -> None:
        super().__init__()
        self.marker = nn.Parameter(torch.zeros(shape.hidden))
        self.distance = nn.Parameter(torch.zeros(2 * NEAR + 1, shape.hidden))
        self.layers = nn.ModuleList(Layer(shape, dropout) for _ in range(shape.conditional))
        self.role = nn.Linear(shape.hidden, len(ROLES))
        self.condition = nn.Linear(shape.hidden, 1)
        self.valid = nn.Linear(shape.hidden, 1)
        self.act = nn.Linear(2 * shape.hidden, ACTS)
        self.via = nn.Linear(2 * shape.hidden, VIAS)

    def forward(self, lower: Tensor, anchor: Tensor, mask: Tensor | None = None) -> Conditional:
        """Read crops: `lower` (anchors, tokens, hidden), `anchor` the anchor's place in each."""
        offset = torch.arange(lower.shape[1]).unsqueeze(0) - anchor.unsqueeze(1)
        states = lower + self.distance[offset.clamp(-NEAR, NEAR) + NEAR]
        states = states + (offset == 0).unsqueeze(-1).to(states.dtype) * self.marker
        for layer in self.layers:
            states = layer(states, mask)
        marked = states.gather(1, anchor[:, None, None].expand(-1, 1, states.shape[2])).squeeze(1)
        role = self.role(states)
        source, cue = _pooled(states, role, mask)
        return Conditional(
            role,
            self.condition(states).squeeze(-1),
            self.valid(marked).squeeze(-1),
            self.act(torch.cat([marked, cue], 1)),
            self.via(torch.cat([marked, source], 1)),
        )


def _pooled(states: Tensor, role: Tensor, mask: Tensor | None) -> tuple[Tensor, Tensor]:
    """Return the mean state of the source's and of the cue's tokens, each token as likely as
    its role; near zero where there is none."""
    chance = role.detach().float().softmax(-1)[..., 1:3]
    if mask is not None:
        chance = chance * mask.reshape(len(mask), -1, 1)
    weight = chance / chance.sum(1, keepdim=True).clamp(min=1.0)
    pooled = weight.to(states.dtype).transpose(1, 2) @ states
    return pooled[:, 0], pooled[:, 1]


class Reader(nn.Module):
    """All that is trained: encoder, conditional layers, and the roles' transition scores."""

    def __init__(self, shape: Shape, dropout: float = 0.1) -> None:
        super().__init__()
        self.shape = shape
        self.encoder = Encoder(shape, dropout)
        self.conditioner = Conditioner(shape, dropout)
        self.transition = nn.Parameter(torch.zeros(len(ROLES), len(ROLES)))

    @classmethod
    def from_base(cls, base: Base, conditional: int, dropout: float, seed: int) -> Reader:
        """Start from the base encoder; the conditional layers are copies of its top ones."""
        torch.manual_seed(seed)
        shape = Shape(
            hidden=base.hidden,
            layers=base.layers,
            heads=base.heads,
            conditional=conditional,
            epsilon=base.epsilon,
        )
        reader = cls(shape, dropout)
        encoder = reader.encoder
        _copy(encoder.position, base, "emb.pos")
        encoder.kind.data = torch.from_numpy(base.tensors["emb.type"][: shape.hidden])
        _copy(encoder.norm.weight, base, "emb.ln.w")
        _copy(encoder.norm.bias, base, "emb.ln.b")
        for number, layer in enumerate(encoder.layers):
            _copy_layer(layer, base, f"l{number}.")
        reader.conditioner.layers = copy.deepcopy(encoder.layers[-conditional:])
        nn.init.normal_(reader.conditioner.marker, std=0.2)
        return reader


def _copy(parameter: Tensor, base: Base, name: str) -> None:
    parameter.data = torch.from_numpy(base.tensors[name]).reshape(parameter.shape).clone()


def _copy_layer(layer: nn.Module, base: Base, prefix: str) -> None:
    """Fill a layer; query, key and value become one matrix."""
    for kind in ("w", "b"):
        parts = [torch.from_numpy(base.tensors[f"{prefix}{part}.{kind}"]) for part in "qkv"]
        target = layer.qkv.weight if kind == "w" else layer.qkv.bias
        target.data = torch.cat(parts).reshape(target.shape).clone()
        for part in ("ao", "fi", "fo", "aln", "oln"):
            module = getattr(layer, part)
            _copy(module.weight if kind == "w" else module.bias, base, f"{prefix}{part}.{kind}")
