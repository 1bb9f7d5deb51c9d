"""One anchor's attribution as the model sees it: roles on tokens, an act, a via, scores."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ondit.read.labels import ACTS, VIAS, Role
from ondit.read.scores import ConditionalScores, Floats, sigmoid
from ondit.records import Act, Via

_NEVER = -1e6

CONDITION_FLOOR = 0.5
"""Probability from which a token of the content belongs to the condition."""


CONDITION_GAP = 4
"""Tokens that are closed over within a condition: of 1,194 annotated conditions 35 are in pieces,
half of these at a line break or comma, so what is left out in between was only doubted."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """What one anchor governs: `[begin, end)` token ranges of the text by role.

    `evidence` are the figures from which the probability is calibrated: the logits of
    anchor and validity, and how clear the roles of its tokens are.
    """

    anchor: int
    source: tuple[tuple[int, int], ...]
    cue: tuple[tuple[int, int], ...]
    content: tuple[tuple[int, int], ...]
    condition: tuple[tuple[int, int], ...]
    act: Act
    via: Via
    evidence: tuple[float, float, float]


def viterbi(emission: Floats, transition: Floats) -> NDArray[np.int64]:
    """Return the best path of each row: emission (rows, tokens, roles) -> (rows, tokens)."""
    rows, tokens, _ = emission.shape
    best = emission[:, 0].astype(np.float64)
    back = np.zeros(emission.shape, np.int64)
    for at in range(1, tokens):
        steps = best[:, :, None] + transition[None]
        back[:, at] = steps.argmax(1)
        best = steps.max(1) + emission[:, at]
    path = np.zeros((rows, tokens), np.int64)
    path[:, -1] = best.argmax(1)
    every = np.arange(rows)
    for at in range(tokens - 1, 0, -1):
        path[:, at - 1] = back[every, at, path[:, at]]
    return path


@dataclass(frozen=True, slots=True)
class Crops:
    """Which tokens of the text some crops show: each one's anchor and first token, the logits
    of the anchors, and whether a token of a crop is one of the text (anchors, tokens)."""

    anchors: NDArray[np.int64]
    starts: NDArray[np.int64]
    logits: Floats
    inside: NDArray[np.bool_]


def candidates(scores: ConditionalScores, crops: Crops, transition: Floats) -> list[Candidate]:
    """Read the attributions off the scores of some crops; those without content are left out."""
    role = scores.role.copy()
    role[~crops.inside, Role.NONE + 1 :] = _NEVER
    paths = viterbi(role, transition)
    return [
        _candidate(scores, crops, row, path)
        for row, path in enumerate(paths)
        if (path == Role.CONTENT).any()
    ]


def _candidate(
    scores: ConditionalScores, crops: Crops, row: int, path: NDArray[np.int64]
) -> Candidate:
    start, role = int(crops.starts[row]), scores.role[row]
    held = (path == Role.CONTENT) & (sigmoid(scores.condition[row]) > CONDITION_FLOOR)
    source = _runs(path == Role.SOURCE, start)
    if len(source) > 1:
        source = (_strongest(source, role, start),)
    return Candidate(
        anchor=int(crops.anchors[row]),
        source=source,
        cue=_runs(path == Role.CUE, start),
        content=_runs(path == Role.CONTENT, start),
        condition=joined(_runs(held, start)),
        act=ACTS[int(scores.act[row].argmax())],
        via=VIAS[int(scores.via[row].argmax())],
        evidence=(float(crops.logits[row]), float(scores.valid[row]), _clarity(role, path)),
    )


def _runs(inside: NDArray[np.bool_], start: int) -> tuple[tuple[int, int], ...]:
    """Return the stretches of true values as ranges, counted from `start`."""
    edges = np.flatnonzero(np.diff(np.pad(inside.astype(np.int8), 1)))
    return tuple((int(b) + start, int(e) + start) for b, e in edges.reshape(-1, 2))


def joined(runs: tuple[tuple[int, int], ...]) -> tuple[tuple[int, int], ...]:
    """Return runs with small gaps closed, and without single tokens beside longer ones."""
    joined: list[tuple[int, int]] = []
    for begin, end in runs:
        if joined and begin - joined[-1][1] <= CONDITION_GAP:
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((begin, end))
    longer = [run for run in joined if run[1] - run[0] > 1]
    return tuple(longer or joined)


def _strongest(runs: tuple[tuple[int, int], ...], role: Floats, start: int) -> tuple[int, int]:
    """Return the run that is most clearly a source; of 4,303 annotated sources 4 have two."""
    margin = role[:, Role.SOURCE] - role[:, Role.NONE]
    return max(
        runs, key=lambda run: (float(margin[run[0] - start : run[1] - start].sum()), -run[0])
    )


def _clarity(role: Floats, path: NDArray[np.int64]) -> float:
    """Return the mean log-probability of the roles on the tokens that have one."""
    taken = path != Role.NONE
    shifted = role[taken] - role[taken].max(1, keepdims=True)
    logs = shifted - np.log(np.exp(shifted).sum(1, keepdims=True))
    return float(logs[np.arange(len(logs)), path[taken]].mean())
