"""Whether an article's chains and credits name the outlet that it has its story from.

In the relay families (`shared/relays`) it is known which report each one was made from. A report
that was made from another and has that outlet's name in its text must have it in its credits or
among the relays of a chain; what stands there besides and is no outlet of the family is wrong.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.naming import agree
from ondit.records import Article, CreditKind, Reading

ALIASES = Path(__file__).parent / "relay_names.tsv"


@dataclass(frozen=True, slots=True)
class Report:
    """A report of a family, the outlets that it was made from and those of the others."""

    article: Article
    origins: tuple[str, ...]
    others: tuple[str, ...]


def reports(folder: Path) -> Iterator[Report]:
    """Yield the reports of all families in `folder`."""
    for path in sorted(folder.glob("*.json")):
        documents = json.loads(path.read_text("utf-8"))["documents"]
        outlets = {one["id"]: str(one["outlet"]) for one in documents}
        yield from (_report(one, outlets) for one in documents)


def _report(one: Mapping[str, Any], outlets: Mapping[str, str]) -> Report:
    article = Article(
        one["text"],
        title=one["title"],
        outlet=one["outlet"],
        language=one["language"],
        published=one["published"],
    )
    others = tuple(name for name in outlets.values() if name != one["outlet"])
    return Report(article, tuple(outlets[key] for key in one["from"]), others)


def count(read: Callable[[Article], Reading], given: Iterable[Report]) -> Counter[str]:
    """Return how many origins the texts name, how many of them were found, how many outlets were
    given, and how many of these are a family's."""
    aliases = _aliases()
    total: Counter[str] = Counter()
    for one in given:
        language = str(one.article.language)
        named = [name for name in one.origins if _stands(name, aliases, one.article)]
        found = _found(read(one.article))
        total["named"] += len(named)
        total["recalled"] += sum(_any(found, name, aliases, language) for name in named)
        total["given"] += len(found)
        total["right"] += sum(
            any(_any([name], other, aliases, language) for other in one.others) for name in found
        )
    return total


def _found(reading: Reading) -> list[str]:
    credited = [one.outlet for one in reading.credits if one.kind is not CreditKind.PHOTO]
    relays = [name for one in reading.chains for name in one.relays]
    own = str(reading.article.outlet)
    names = [*credited, *relays]
    return [
        one for one in dict.fromkeys(names) if not agree(one, own, str(reading.article.language))
    ]


def _stands(name: str, aliases: Mapping[str, tuple[str, ...]], article: Article) -> bool:
    """Return whether a name stands in a text, whatever its case."""
    language = str(article.language)
    words = article.text.split()
    for form in (name, *aliases.get(name, ())):
        size = len(form.split())
        runs = (" ".join(words[at : at + size]) for at in range(len(words)))
        if form in article.text or any(agree(run, form, language) for run in runs):
            return True
    return False


def _any(
    found: Iterable[str], name: str, aliases: Mapping[str, tuple[str, ...]], language: str
) -> bool:
    forms = (name, *aliases.get(name, ()))
    return any(agree(one, form, language) for one in found for form in forms)


def _aliases() -> dict[str, tuple[str, ...]]:
    lines = ALIASES.read_text("utf-8").splitlines()
    rows = (line.split("\t") for line in lines if not line.startswith("#"))
    return {row[0]: tuple(row[1:]) for row in rows}
