"""How well sources are named: `python -m benchmarks.resolve --data ../shared`.

On the held-out texts of the annotated corpus, for attributions that were found: is the name
given to the source the one that annotators wrote down (`who`)? Names agree if they are the same
words but for case, marks and inflection. Sources that are pronouns are reported apart.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from pathlib import Path

from benchmarks.quality import standard_sets
from benchmarks.scoring import align, from_gold, from_reading
from ondit.read.reader import Reader
from ondit.records import Article, Reading
from ondit.resolve.coreference import pronouns
from ondit.resolve.resolver import resolve
from training.corpus import Text

STEM = 4
"""Letters at least that two forms of a word share at their beginning, if it is as long."""

ENDING = 3
"""Letters at most in which they differ after that."""


def agree(one: str, other: str) -> bool:
    """Return whether two names are the same but for case, marks and inflection."""
    left, right = _words(one), _words(other)
    return len(left) == len(right) and all(map(_same_word, left, right))


def _words(name: str) -> list[str]:
    return "".join(c.casefold() if c.isalnum() else " " for c in name).split()


def _same_word(one: str, other: str) -> bool:
    if one == other:
        return True
    shared = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), None)
    shared = min(len(one), len(other)) if shared is None else shared
    return shared >= STEM and max(len(one), len(other)) - shared <= ENDING


def count(reading: Reading, gold: Text) -> tuple[Counter[str], list[str]]:
    """Return how many names were sought and right, by kind of source, and those that were not."""
    text, golds = gold.text, gold.attributions or ()
    found = reading.attributions
    names = {one.span: one.name for one in reading.namings}
    pairs = align([from_gold(text, g) for g in golds], [from_reading(text, a) for a in found])
    counts: Counter[str] = Counter()
    wrong = []
    for i, j in pairs:
        if not golds[i].who or not found[j].source:
            continue
        words = found[j].source[0].of(text)
        name, who = names[found[j].source[0]], str(golds[i].who)
        kind = "pronouns" if words.casefold() in pronouns() else "others"
        right = agree(name, who)
        counts.update({"all": 1, kind: 1, "all right": right, f"{kind} right": right})
        counts.update({"as written": agree(words, who)})
        if not right:
            wrong.append(f"{words} -> {name}, not {who}")
    return counts, wrong


def main() -> None:
    """Measure from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--weights", type=Path)
    parser.add_argument("--wrong", action="store_true", help="list the names that are not right")
    given = parser.parse_args()
    reader = Reader(weights=given.weights)
    sets = standard_sets(given.data)
    total: Counter[str] = Counter()
    for text in sets["held-out real"] + sets["held-out synthetic"]:
        reading = resolve(reader.read(Article(text.text, language=text.language)))
        counts, wrong = count(reading, text)
        total.update(counts)
        if given.wrong:
            sys.stdout.writelines(f"{text.id}: {line}\n" for line in wrong)
    for kind in ("all", "pronouns", "others"):
        share = total[f"{kind} right"] / max(1, total[kind])
        sys.stdout.write(f"{kind:10}{total[kind]:6}{share:8.3f}\n")
    sys.stdout.write(f"as written{total['all']:6}{total['as written'] / total['all']:8.3f}\n")


if __name__ == "__main__":
    main()
