"""Which earlier mention a source takes up: "he" -> "Keir Starmer", "the paper" -> "the Telegraph".

The model gives every token a vector; sources that are one have vectors that point one way.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from ondit.read.scores import Floats, sigmoid
from ondit.read.tokens import Tokens
from ondit.records import Coreference, Span

SCALE = 8.0
"""Logit for each unit of cosine, as in training, where the logit is 0 at a cosine of 0.5."""

REACH = 200
"""Earlier mentions that are compared: some 3,000 tokens of news in the annotated corpus."""


def coreferences(
    tokens: Tokens, vectors: Floats, sources: Iterable[Span], names: Iterable[Span]
) -> tuple[Coreference, ...]:
    """Return for each source the earlier source or name that it most likely takes up.

    `vectors` (tokens, width). Sources before which nothing stands are left out; whether a
    coreference holds is for its probability to say.
    """
    sought = set(sources)
    spans = sorted(sought.union(names))
    if not spans:
        return ()
    directions = np.stack([_direction(tokens, vectors, span) for span in spans])
    found = (_best(spans, directions, at) for at, span in enumerate(spans) if span in sought)
    return tuple(one for one in found if one)


def _direction(tokens: Tokens, vectors: Floats, span: Span) -> Floats:
    """Return the mean vector of a span's tokens at length 1."""
    first = int(np.searchsorted(tokens.end, span.begin, side="right"))
    last = int(np.searchsorted(tokens.begin, span.end, side="left"))
    mean = vectors[first : max(last, first + 1)].mean(0)
    return np.asarray(mean / max(float(np.linalg.norm(mean)), 1e-9), np.float32)


def _best(spans: Sequence[Span], directions: Floats, at: int) -> Coreference | None:
    span = spans[at]
    earlier = [i for i in range(max(0, at - REACH), at) if spans[i].end <= span.begin]
    if not earlier:
        return None
    cosines = directions[earlier] @ directions[at]
    best = int(cosines.argmax())
    chance = float(sigmoid(SCALE * (cosines[best : best + 1] - 0.5))[0])
    return Coreference(span, spans[earlier[best]], round(chance, 3))
