"""How often a content finds its translation: `python -m benchmarks.parallel --data DIR`.

DIR has a folder for each language with the same texts, line by line, annotated as the corpus is.
Each content of a language is compared, as tracing does it before anything else, with all contents
of another; it is found if the nearest stands in the same line of the same text.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import permutations
from pathlib import Path

import numpy as np

from ondit.read.sentence import SentenceEncoder
from ondit.trace.centre import Floats, centred
from training.corpus import parse

LANGUAGES = ("ar", "es", "fr", "it", "pl", "pt", "tr", "zh")
"""Those of the parallel treebanks (Universal Dependencies, PUD) in the corpus."""


@dataclass(frozen=True, slots=True, eq=False)
class Contents:
    """The contents of a language: the text and line of each, and centred vectors."""

    lines: tuple[tuple[str, int], ...]
    vectors: Floats


def contents(folder: Path, encoder: SentenceEncoder) -> Contents:
    """Return the contents of the parallel texts in a folder."""
    lines, words = [], []
    for path in sorted(folder.glob("pud-*.txt")):
        text, golds = parse(path.read_text("utf-8"))
        for one in golds:
            lines.append((path.stem, text.count("\n", 0, one.content[0][0])))
            words.append(" ".join(text[begin:end] for begin, end in one.content))
    return Contents(tuple(lines), centred(encoder.vectors(words), folder.name))


def recall(own: Contents, other: Contents) -> tuple[int, int]:
    """Return how many contents were found in another language, of how many that are there."""
    nearest = np.argmax(own.vectors @ other.vectors.T, axis=1)
    there = set(other.lines)
    asked = [at for at, line in enumerate(own.lines) if line in there]
    return sum(other.lines[nearest[at]] == own.lines[at] for at in asked), len(asked)


def report(found: Sequence[Contents], languages: Sequence[str]) -> None:
    """Write the recall of each language and of all."""
    right = dict.fromkeys(languages, 0)
    asked = dict.fromkeys(languages, 0)
    for one, other in permutations(range(len(languages)), 2):
        hits, count = recall(found[one], found[other])
        right[languages[one]] += hits
        asked[languages[one]] += count
    for name in languages:
        sys.stdout.write(f"{name}: {right[name] / asked[name]:.3f} of {asked[name]}\n")
    total = sum(right.values()) / sum(asked.values())
    sys.stdout.write(f"all: {total:.3f} of {sum(asked.values())}\n")


def main() -> None:
    """Measure from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    data = parser.parse_args().data
    encoder = SentenceEncoder()
    report([contents(data / name, encoder) for name in LANGUAGES], LANGUAGES)


if __name__ == "__main__":
    main()
