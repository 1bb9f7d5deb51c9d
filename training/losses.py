"""What the network is trained to minimise, head by head."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional

from training.batches import Batch
from training.examples import UNKNOWN, Target
from training.model import Conditional, Main, Reader

WEIGHTS = {
    "anchor": 1.0,
    "role": 0.2,
    "condition": 0.5,
    "valid": 0.5,
    "act": 0.8,
    "via": 0.8,
    "name": 0.5,
    "identity": 0.2,
}
MOST_ANCHORS = 40
"""Annotated anchors of a batch that go through the conditional layers, at random if more."""

NEGATIVES = 0.25
"""False anchors that go through them too, for each true one: those the encoder falls for."""

CROPS = ((48, 80), (48, 80), (48, 80), (80, 144))
"""Tokens before and after an anchor that its conditional layers see, one drawn for a batch."""


IDENTITY_SCALE = 8.0
"""Logit per unit of cosine; two sources are one from a cosine of 0.5."""


@dataclass(frozen=True)
class Chosen:
    """The anchors of one pass through the conditional layers; false ones have no target."""

    row: Tensor
    place: Tensor
    targets: tuple[Target | None, ...]


def crf_loss(emission: Tensor, transition: Tensor, roles: Tensor, mask: Tensor) -> Tensor:
    """Return the negative log-likelihood of each row of `roles` in a linear-chain CRF.

    Shapes: emission (rows, tokens, roles), roles and mask (rows, tokens); masked tokens
    stand at the end only.
    """
    rows = torch.arange(len(roles))
    alpha = emission[:, 0]
    for at in range(1, emission.shape[1]):
        step = torch.logsumexp(alpha.unsqueeze(2) + transition, dim=1) + emission[:, at]
        alpha = torch.where(mask[:, at, None], step, alpha)
    gold = (emission.gather(2, roles.unsqueeze(2)).squeeze(2) * mask).sum(1)
    steps = transition[roles[:, :-1], roles[:, 1:]] * mask[:, 1:]
    return torch.logsumexp(alpha, dim=1)[rows] - gold - steps.sum(1)


def losses(
    reader: Reader, words: Tensor, batch: Batch, random: np.random.Generator
) -> dict[str, Tensor]:
    """Return the unweighted loss of every head on a batch."""
    attention = batch.mask[:, None, None, :] if not bool(batch.mask.all()) else None
    main = reader.encoder(words, batch.boundary, attention)
    found = {"anchor": _anchor_loss(main.anchor.float(), batch)}
    if bool((batch.names != UNKNOWN).any()):
        found["name"] = _name_loss(main.name.float(), batch)
    chosen = _choose(main.anchor.detach().float(), batch, random)
    if chosen is None:
        return found
    found |= _conditional_losses(reader, main, batch, chosen, random)
    return found | _identity_loss(main.identity.float(), batch)


def _anchor_loss(logits: Tensor, batch: Batch) -> Tensor:
    known = batch.anchor != UNKNOWN
    every = functional.binary_cross_entropy_with_logits(
        logits, (batch.anchor == 1).float(), reduction="none"
    )
    return (every * known).sum() / (batch.anchor == 1).sum().clamp(min=4)


def _name_loss(logits: Tensor, batch: Batch) -> Tensor:
    """Return the loss per token of a name: per token of the text, names would weigh a tenth of
    what attributions weigh in the encoder, and stay unlearned."""
    every = functional.cross_entropy(
        logits.flatten(0, 1), batch.names.flatten(), ignore_index=UNKNOWN, reduction="sum"
    )
    return every / (batch.names > 0).sum().clamp(min=8)


def _choose(logits: Tensor, batch: Batch, random: np.random.Generator) -> Chosen | None:
    """Choose true anchors, and the false ones with the highest scores."""
    order = random.permutation(len(batch.targets))[:MOST_ANCHORS]
    if not len(order):
        return None
    true = [batch.targets[i] for i in order]
    count = max(1, int(NEGATIVES * len(true)))
    false = torch.where(batch.anchor == 0, logits, -1e9).flatten().topk(count).indices
    row = torch.cat([torch.tensor([row for row, _ in true]), false // logits.shape[1]])
    place = torch.cat([torch.tensor([one.anchor for _, one in true]), false % logits.shape[1]])
    return Chosen(row, place, (*(one for _, one in true), *[None] * count))


def _conditional_losses(
    reader: Reader, main: Main, batch: Batch, chosen: Chosen, random: np.random.Generator
) -> dict[str, Tensor]:
    before, after = CROPS[random.integers(len(CROPS))]
    length = batch.mask.sum(1)[chosen.row]
    size = min(before + after, batch.mask.shape[1])
    start = (chosen.place - before).clamp(min=0).minimum((length - size).clamp(min=0))
    index = start.unsqueeze(1) + torch.arange(size)
    mask = index < length.unsqueeze(1)
    index = index.clamp(max=batch.mask.shape[1] - 1)
    lower = main.lower[chosen.row.unsqueeze(1), index]
    attention = None if bool(mask.all()) else mask[:, None, None, :]
    read = reader.conditioner(lower, chosen.place - start, attention)
    return _role_losses(reader.transition, read, chosen, index, mask)


def _role_losses(
    transition: Tensor, read: Conditional, chosen: Chosen, index: Tensor, mask: Tensor
) -> dict[str, Tensor]:
    """Return the losses of the heads on conditional layers; index (anchors, tokens)."""
    true = [one for one in chosen.targets if one is not None]
    count = len(true)
    labels = _cropped([one.role for one in true], index[:count], 0)
    conditions = _cropped([one.condition for one in true], index[:count], UNKNOWN)
    nll = crf_loss(read.role[:count].float(), transition, labels, mask[:count])
    valid = torch.tensor([float(one is not None) for one in chosen.targets])
    found = {
        "role": nll.mean(),
        "valid": functional.binary_cross_entropy_with_logits(read.valid.float(), valid),
    }
    known = (labels == 3) & (conditions != UNKNOWN)
    if bool(known.any()):
        logits, gold = read.condition[:count].float()[known], (conditions[known] == 1).float()
        found["condition"] = functional.binary_cross_entropy_with_logits(logits, gold)
    for head, values in (("act", [t.act for t in true]), ("via", [t.via for t in true])):
        gold_classes = torch.tensor(values)
        if bool((gold_classes != UNKNOWN).any()):
            found[head] = functional.cross_entropy(
                getattr(read, head)[:count].float(),
                gold_classes,
                ignore_index=UNKNOWN,
                label_smoothing=0.05,
            )
    return found


def _cropped(arrays: list[NDArray[np.int64]], index: Tensor, fill: int) -> Tensor:
    """Return each array at its row of `index`, with `fill` beyond its end."""
    rows = index.numpy()
    cut = [
        np.where(at < len(one), one[np.minimum(at, len(one) - 1)], fill)
        for one, at in zip(arrays, rows, strict=True)
    ]
    return torch.from_numpy(np.stack(cut))


def _identity_loss(vectors: Tensor, batch: Batch) -> dict[str, Tensor]:
    """Tell apart pairs of sources of one window that are the same `who` and those that aren't."""
    known = [(row, one) for row, one in batch.targets if one.who and (one.role == 1).any()]
    if len(known) < 2:
        return {}
    pooled = torch.stack(
        [
            vectors[row, torch.from_numpy(np.flatnonzero(one.role == 1))].mean(0)
            for row, one in known
        ]
    )
    pooled = functional.normalize(pooled, dim=1)
    scores = IDENTITY_SCALE * (pooled @ pooled.T - 0.5)
    left, right, same = _pairs(known)
    if not left:
        return {}
    return {
        "identity": functional.binary_cross_entropy_with_logits(
            scores[left, right], torch.tensor(same)
        )
    }


def _pairs(known: list[tuple[int, Target]]) -> tuple[list[int], list[int], list[float]]:
    """Return the pairs of one window with different source tokens, and whether they agree."""
    left, right, same = [], [], []
    for i, (row, one) in enumerate(known):
        for j, (other_row, other) in enumerate(known[:i]):
            if row == other_row and not np.array_equal(one.role == 1, other.role == 1):
                left.append(i)
                right.append(j)
                same.append(float(one.who == other.who))
    return left, right, same
