"""How well the reader reads: `python -m benchmarks.quality GOLD...` or `--data ../shared`.

GOLD is a file of JSON lines in the format of the public development sets (`attributions`)
or of the names (`mentions`), or a folder of inline-annotated texts, one folder a language.
With `--data` the standard sets are measured: the held-out texts of the annotated corpus
(real and synthetic), `polnear-dev`, `german-news-dev` and the held-out names.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

from benchmarks.scoring import Tally, compare
from ondit.read.reader import Reader
from ondit.records import Article, Reading
from training import corpus
from training.corpus import Text

FIGURES = "precision recall f1 sourced strict joint nested act via names ece"
COLUMNS = tuple(FIGURES.split())

Read = Callable[[Article], Reading]


def standard_sets(data: Path) -> dict[str, list[Text]]:
    """Return the standard sets by name."""
    held_out = [text for text in corpus.annotated(data) if text.held_out]
    names = corpus.names(data / "mentions" / "mentions.jsonl")
    benchmarks = data / "benchmarks"
    return {
        "held-out real": [text for text in held_out if text.kind == "real"],
        "held-out synthetic": [text for text in held_out if text.kind == "synthetic"],
        "polnear-dev": corpus.records(benchmarks / "polnear-dev.jsonl", "real"),
        "german-news-dev": corpus.records(benchmarks / "german-news-dev.jsonl", "real"),
        "names": [text for text in names if text.held_out],
    }


def load(path: Path) -> list[Text]:
    """Read gold from a file or folder; raises ValueError if it is of no known format."""
    if path.is_dir():
        return [
            Text(one.stem, one.parent.name, "real", *corpus.parse(one.read_bytes().decode("utf-8")))
            for one in sorted(path.rglob("*.txt"))
        ]
    with path.open(encoding="utf-8") as lines:
        first = json.loads(next(lines))
    return corpus.names(path) if "mentions" in first else corpus.records(path, "real")


def measure(texts: Iterable[Text], read: Read) -> dict[str, Tally]:
    """Return a tally for each language, and `all`."""
    tallies: dict[str, Tally] = {}
    for text in texts:
        reading = read(Article(text.text, language=text.language))
        tally = compare(reading, text)
        for key in (text.language, "all"):
            tallies.setdefault(key, Tally()).add(replace(tally, confidence=list(tally.confidence)))
    return tallies


def table(tallies: dict[str, Tally]) -> str:
    """Return the figures as aligned text, a line for each language."""
    lines = [f"{'':6}{'texts':>6}{'gold':>6}" + "".join(f"{name:>10}" for name in COLUMNS)]
    for key in sorted(tallies, key=lambda key: (key == "all", key)):
        row = tallies[key].row()
        cells = (f"{row[name]:10.3f}" if name in row else f"{'':10}" for name in COLUMNS)
        gold = tallies[key].gold or tallies[key].names_gold
        lines.append(f"{key:6}{tallies[key].texts:6}{gold:6}" + "".join(cells))
    return "\n".join(lines)


def main() -> None:
    """Measure from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", nargs="*", type=Path)
    parser.add_argument("--data", type=Path, help="the folder with the standard sets")
    parser.add_argument("--weights", type=Path, help="another folder of weights")
    parser.add_argument("--json", type=Path, help="write the figures here too")
    given = parser.parse_args()
    sets = {str(path): load(path) for path in given.gold}
    if given.data:
        sets |= standard_sets(given.data)
    if not sets:
        parser.error("name a GOLD file or folder, or --data")
    reader = Reader(weights=given.weights)
    figures = {}
    for name, texts in sets.items():
        tallies = measure(texts, reader.read)
        sys.stdout.write(f"\n{name}\n{table(tallies)}\n")
        figures[name] = {key: tally.row() for key, tally in tallies.items()}
    if given.json:
        given.json.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
