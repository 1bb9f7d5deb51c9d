"""How well sources are named: `python -m benchmarks.resolve --data ../shared`.

On the held-out texts of the annotated corpus, for attributions that were found: is the name
given to the source the one that annotators wrote down (`who`)? `benchmarks/naming.py` says which
names agree. Sources that are pronouns are reported apart; so are those that the reader found where
annotators have them ("well read"): with another source, its name cannot be the right one.

Wrong names on the held-out texts were read while the rules were written, so its figures are
somewhat too good for new texts.

On the relay families: how many outlets that an article is from, and names, its chains or credits
give (recall), and how many of those that they give are outlets of the family (precision).
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from pathlib import Path

from benchmarks import outlets
from benchmarks.naming import agree, holds
from benchmarks.quality import standard_sets
from benchmarks.scoring import ALIGNED, align, from_gold, from_reading, overlap
from ondit.read.reader import Reader
from ondit.records import Article, Naming, Reading, Via
from ondit.resolve.resolver import resolve
from ondit.resolve.vocabulary import pointing
from training.corpus import Gold, Text


def count(reading: Reading, gold: Text) -> tuple[Counter[str], list[str]]:
    """Return how many names were sought and right, by kind of source, and those that were not."""
    text, golds = gold.text, gold.attributions or ()
    found = reading.attributions
    names = {one.span: one for one in reading.namings}
    marked = [from_gold(text, one) for one in golds]
    read = [from_reading(text, one) for one in found]
    pairs = align(marked, read)
    counts: Counter[str] = Counter()
    wrong = []
    for i, j in pairs:
        if not golds[i].who or not found[j].source:
            continue
        words = found[j].source[0].of(text)
        name, who = names[found[j].source[0]], str(golds[i].who)
        kind = "pronouns" if pointing(words, gold.language) else "others"
        right = agree(name.name, who, gold.language) or _says_more(name, golds[i], gold.language)
        counts.update({"all": 1, kind: 1, "all right": right, f"{kind} right": right})
        if overlap(marked[i].source, read[j].source) >= ALIGNED:
            counts.update({"well read": 1, "well read right": right})
        counts.update({"as written": agree(words, who, gold.language)})
        if not right:
            wrong.append(f"{words} -> {name.name}, not {who}")
    return counts, wrong


def _says_more(name: Naming, gold: Gold, language: str) -> bool:
    """Return whether a source that nothing names stands for itself, in more words than `who`."""
    nameless = gold.via in {Via.GROUP, Via.ANONYMOUS, Via.DOCUMENT}
    alone = name.antecedent is None and name.entity is None and name.resolved
    return nameless and alone and holds(name.name, str(gold.who), language)


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
    for kind in ("all", "pronouns", "others", "well read"):
        share = total[f"{kind} right"] / max(1, total[kind])
        sys.stdout.write(f"{kind:10}{total[kind]:6}{share:8.3f}\n")
    sys.stdout.write(f"as written{total['all']:6}{total['as written'] / total['all']:8.3f}\n")
    families = outlets.reports(given.data / "relays" / "families")
    found = outlets.count(lambda article: resolve(reader.read(article)), families)
    for kind, part, whole in (("recall", "recalled", "named"), ("precision", "right", "given")):
        share = found[part] / max(1, found[whole])
        sys.stdout.write(f"relay {kind:10}{found[whole]:6}{share:8.3f}\n")


if __name__ == "__main__":
    main()
