"""The reader: an article in, its names and attributions out."""

from __future__ import annotations

import json
import os
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from ondit.errors import WeightsError
from ondit.read.antecedent import coreferences
from ondit.read.candidate import Candidate, Crops, candidates
from ondit.read.decode import Calibration, decode
from ondit.read.encoder import Encoder
from ondit.read.labels import NAME_TAGS
from ondit.read.names import mentions
from ondit.read.pieces import Page
from ondit.read.scores import Floats, MainScores, Scorer, sigmoid
from ondit.read.tokens import Tokens, Window, tokenize, windows
from ondit.read.vocabulary import Vocabulary, load
from ondit.records import Article, Mention, Reading

WEIGHTS = Path(__file__).parent.parent / "weights"

BEFORE, AFTER = 80, 144
"""Tokens before and after an anchor that the conditional layers see, as in training."""

_BEGIN, _END = 0, 2
"""Ids of `<s>` and `</s>`."""


@dataclass(frozen=True, slots=True)
class Parameters:
    """What was fitted after training: `anchor_floor` is the probability from which a token is
    tried as an anchor, `transition` scores one role after another."""

    anchor_floor: float
    transition: Floats
    calibration: Calibration

    @classmethod
    def load(cls, path: Path) -> Parameters:
        """Read `model.json`; raise WeightsError if it is missing or damaged."""
        try:
            row = json.loads(path.read_text(encoding="utf-8"))
            first, second, third = row["weights"]
            calibration = Calibration((first, second, third), row["bias"], row["threshold"])
            transition = np.array(row["transition"], np.float32)
            return cls(row["anchor_floor"], transition, calibration)
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise WeightsError(f"{path} can't be read ({error})", "reinstall ondit") from error


class Reader:
    """Reads articles with one model, loaded once."""

    def __init__(self, threads: int | None = None, weights: Path | None = None) -> None:
        """Load the model in the folder `weights` (by default the one that comes with Ondit).

        `threads` is how many threads compute, by default as many as there are cores; the
        results don't depend on it. Raises WeightsError if there is no usable model.
        """
        folder = weights or WEIGHTS
        self._parameters = Parameters.load(folder / "model.json")
        with ThreadPoolExecutor(1) as beside:
            # The vocabulary takes longer than the network, and lets other threads run meanwhile.
            vocabulary = beside.submit(load, folder)
            self._scorer = Encoder(folder, threads or os.cpu_count() or 1)
            self._vocabulary = vocabulary.result()

    def read(self, article: Article) -> Reading:
        """Return the names and attributions of an article."""
        return read(article, self._vocabulary, self._scorer, self._parameters)


def read(
    article: Article, vocabulary: Vocabulary, scorer: Scorer, parameters: Parameters
) -> Reading:
    """Return the names and attributions of an article by the scores of `scorer`."""
    seen = scan(article, vocabulary, scorer, parameters)
    attributions = decode(seen.page, seen.candidates, parameters.calibration)
    sources = (one.source[0] for one in attributions if one.source)
    names = (one.span for one in seen.mentions)
    taken_up = coreferences(seen.page.tokens, seen.identity, sources, names)
    return Reading(article, seen.mentions, attributions, taken_up)


@dataclass(frozen=True, slots=True)
class Scan:
    """What the model sees in an article, before it is decided what of it holds.

    `identity` (tokens, width) are the vectors that tell who is who.
    """

    page: Page
    candidates: tuple[Candidate, ...]
    mentions: tuple[Mention, ...]
    identity: Floats


def scan(article: Article, vocabulary: Vocabulary, scorer: Scorer, parameters: Parameters) -> Scan:
    """Score an article window by window."""
    tokens = tokenize(article.text, article.language, vocabulary)
    tags = [np.zeros((0, len(NAME_TAGS)), np.float32)]
    identity: list[Floats] = []
    found: list[Candidate] = []
    for window in windows(tokens):
        scores = _main(tokens, window, scorer)
        decided = slice(window.first - window.begin + 1, window.last - window.begin + 1)
        tags.append(scores.name[decided])
        identity.append(scores.identity[decided])
        found += _candidates(window, scores, scorer, parameters)
    page = Page.of(article.text, tokens)
    names = mentions(article.text, tokens, np.concatenate(tags))
    vectors = np.concatenate(identity) if identity else np.zeros((0, 1), np.float32)
    return Scan(page, tuple(found), names, vectors)


def _main(tokens: Tokens, window: Window, scorer: Scorer) -> MainScores:
    """Score a window with `<s>` before and `</s>` after it."""
    inside = tokens.ids[window.begin : window.end].astype(np.int64)
    ids = np.concatenate([[_BEGIN], inside, [_END]])
    boundary = np.pad(tokens.boundary[window.begin : window.end].astype(np.int64), 1)
    return scorer.main(ids, boundary)


def _candidates(
    window: Window, scores: MainScores, scorer: Scorer, parameters: Parameters
) -> list[Candidate]:
    """Try every likely anchor that the window decides."""
    places = np.arange(window.first - window.begin + 1, window.last - window.begin + 1)
    likely = sigmoid(scores.anchor[places]) >= parameters.anchor_floor
    places = places[likely]
    if not len(places):
        return []
    count = len(scores.anchor)
    size = min(BEFORE + AFTER, count)
    starts = np.clip(places - BEFORE, 0, count - size)
    seen = starts[:, None] + np.arange(size)
    shift = window.begin - 1
    crops = Crops(
        places + shift, starts + shift, scores.anchor[places], (seen > 0) & (seen < count - 1)
    )
    read_off = scorer.conditional(scores.lower[seen], places - starts)
    return candidates(read_off, crops, parameters.transition)
