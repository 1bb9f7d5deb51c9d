"""Makes the package's weights from a checkpoint: `python -m training.publish --data ../shared`.

Exports the averaged network, calibrates it on the held-out texts, measures it on the standard
sets as it will run, and writes the model card with these figures.
"""

from __future__ import annotations

import argparse
import json
import os
from dataclasses import replace
from pathlib import Path
from string import Template

from benchmarks.quality import measure, standard_sets
from benchmarks.scoring import Tally
from ondit.read.encoder import Encoder
from ondit.read.reader import WEIGHTS, Parameters, Reader
from ondit.read.vocabulary import load as load_vocabulary
from training.calibrate import calibrate
from training.export import export
from training.scorer import load, parameters

CARD = Path(__file__).parent / "card.md"
COLUMNS = ("f1", "sourced", "strict", "joint", "nested", "act", "via", "names", "ece")


def publish(checkpoint: Path, data: Path, folder: Path) -> None:
    """Write graphs, embeddings, vocabulary, parameters and card to `folder`."""
    reader = load(checkpoint)[0]
    export(reader, folder)
    sets = standard_sets(data)
    threads = os.cpu_count() or 1
    vocabulary, encoder = load_vocabulary(folder), Encoder(folder, threads)
    held_out = sets["held-out real"] + sets["held-out synthetic"]
    first = parameters(reader)
    fitted = calibrate(held_out, vocabulary, encoder, first)
    save(replace(first, calibration=fitted), folder / "model.json")
    write_card(data, folder)


def write_card(data: Path, folder: Path) -> None:
    """Measure the weights in `folder` on the standard sets, and write their card with it."""
    reader = Reader(weights=folder)
    sets = standard_sets(data)
    figures = {name: measure(texts, reader.read) for name, texts in sets.items()}
    card = Template(CARD.read_text(encoding="utf-8")).substitute(
        figures=_table({name: tallies["all"] for name, tallies in figures.items()}),
        languages=_table(
            {key: tally for key, tally in figures["held-out synthetic"].items() if key != "all"}
        ),
        real_languages=_table(
            {key: tally for key, tally in figures["held-out real"].items() if key != "all"}
        ),
    )
    (folder / "README.md").write_text(card, encoding="utf-8")


def save(fitted: Parameters, path: Path) -> None:
    """Write what was fitted after training."""
    row = {
        "anchor_floor": fitted.anchor_floor,
        "transition": fitted.transition.tolist(),
        "weights": fitted.calibration.weights,
        "bias": fitted.calibration.bias,
        "threshold": fitted.calibration.threshold,
    }
    path.write_text(json.dumps(row, indent=1) + "\n", encoding="utf-8")


def _table(tallies: dict[str, Tally]) -> str:
    """Return figures as a Markdown table, a row for each tally."""
    lines = ["| | texts | gold | " + " | ".join(COLUMNS) + " |", "|---" * (3 + len(COLUMNS)) + "|"]
    for name, tally in tallies.items():
        row = tally.row()
        cells = [f"{row[key]:.3f}" if key in row else "" for key in COLUMNS]
        gold = tally.gold or tally.names_gold
        lines.append(f"| {name} | {tally.texts} | {gold} | " + " | ".join(cells) + " |")
    return "\n".join(lines)


def main() -> None:
    """Publish from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared"))
    parser.add_argument("--checkpoint", type=Path, default=Path("build/training/checkpoint.pt"))
    parser.add_argument("--folder", type=Path, default=WEIGHTS)
    given = parser.parse_args()
    publish(given.checkpoint, given.data, given.folder)


if __name__ == "__main__":
    main()
