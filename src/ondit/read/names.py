"""Names of persons, organisations and places, read off the tags of tokens."""

from __future__ import annotations

import numpy as np

from ondit.read.candidate import viterbi
from ondit.read.labels import NAME_TAGS
from ondit.read.pieces import trim
from ondit.read.scores import Floats
from ondit.read.tokens import Tokens
from ondit.records import Mention, MentionType

_FORBIDDEN = -1e6


def _transitions() -> Floats:
    """Return scores that let a name go on only after a token of its own type."""
    scores = np.zeros((len(NAME_TAGS), len(NAME_TAGS)), np.float32)
    for before, left in enumerate(NAME_TAGS):
        for after, right in enumerate(NAME_TAGS):
            if right.startswith("I-") and left[2:] != right[2:]:
                scores[before, after] = _FORBIDDEN
    return scores


_TRANSITIONS = _transitions()


def mentions(text: str, tokens: Tokens, scores: Floats) -> tuple[Mention, ...]:
    """Return the names in `text`; `scores` (tokens, tags) are logits."""
    if not len(tokens):
        return ()
    logs = scores - np.logaddexp.reduce(scores, axis=1, keepdims=True)
    path = viterbi(logs[None], _TRANSITIONS)[0]
    found: list[Mention] = []
    at = 0
    while at < len(path):
        tag, first = NAME_TAGS[path[at]], at
        at += 1
        if tag == "O":
            continue
        while at < len(path) and NAME_TAGS[path[at]] == f"I-{tag[2:]}":
            at += 1
        span = trim(text, int(tokens.begin[first]), int(tokens.end[at - 1]))
        if span:
            found.append(Mention(span, MentionType(tag[2:])))
    return tuple(found)
