"""Batches: examples of like length together, padded to the longest."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from training.examples import UNKNOWN, Example, Target

_PAD = 1
_POOL = 2000
"""Examples sorted by length at a time; smaller pools pad more, larger ones mix less."""


@dataclass(frozen=True)
class Batch:
    """Windows as tensors (examples, tokens); `targets` are (row, attribution) pairs.

    `anchor` is 1 where an attribution is anchored, 0 elsewhere, UNKNOWN where not annotated.
    """

    ids: Tensor
    boundary: Tensor
    mask: Tensor
    anchor: Tensor
    names: Tensor
    targets: tuple[tuple[int, Target], ...]


def batches(
    examples: Sequence[Example], tokens: int, random: np.random.Generator
) -> Iterator[Batch]:
    """Yield all examples once in random order, at most `tokens` tokens in a batch."""
    groups: list[list[Example]] = []
    order = random.permutation(len(examples))
    for begin in range(0, len(order), _POOL):
        pool = sorted((examples[i] for i in order[begin : begin + _POOL]), key=_length)
        group: list[Example] = []
        for example in pool:
            if group and _length(example) * (len(group) + 1) > tokens:
                groups.append(group)
                group = []
            group.append(example)
        groups.append(group)
    for i in random.permutation(len(groups)):
        yield collate(groups[i])


def _length(example: Example) -> int:
    return len(example.ids)


def collate(group: Sequence[Example]) -> Batch:
    """Pad a group of examples to one length."""
    shape = (len(group), max(map(_length, group)))
    ids, boundary = np.full(shape, _PAD), np.zeros(shape, np.int64)
    anchor, names = np.full(shape, UNKNOWN), np.full(shape, UNKNOWN)
    targets = []
    for row, one in enumerate(group):
        length = _length(one)
        ids[row, :length] = one.ids
        boundary[row, :length] = one.boundary
        if one.names is not None:
            names[row, :length] = one.names
        if one.targets is not None:
            anchor[row, :length] = 0
            anchor[row, [target.anchor for target in one.targets]] = 1
            targets += [(row, target) for target in one.targets]
    return Batch(
        torch.from_numpy(ids),
        torch.from_numpy(boundary),
        torch.from_numpy(ids != _PAD),
        torch.from_numpy(anchor),
        torch.from_numpy(names),
        tuple(targets),
    )
