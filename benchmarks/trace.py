"""What following claims costs as an archive grows: `python -m benchmarks.trace`.

Archives of generated rows: stories of 25 articles on one subject each, whose vectors are drawn near
the subject's centres, so that each article's nearest are those of its story. Their rows are written
as tracing leaves them; then articles on some of the stories are added, and what that costs is
measured, with the time in which a claim's trail is shown. Texts are the project's own samples,
annotated by hand, so that no model is needed.
"""

from __future__ import annotations

import argparse
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from sqlalchemy import insert, update

from ondit.pipeline import tracing
from ondit.records import Document
from ondit.records.bond import Followed, Kin, Meaning
from ondit.store import schema
from ondit.store import traceschema as tables
from ondit.store.archive import Archive
from ondit.store.entry import version_row
from ondit.store.identity import new_id
from ondit.store.rows import Row, said_rows
from ondit.store.schema import versions
from ondit.store.tracecoding import pack_followed
from ondit.store.traces import Traces
from ondit.store.vectors import shrink
from ondit.trace.card import card
from ondit.trace.follower import digest
from ondit.trace.index import nearness, points
from ondit.trace.sheet import sheet
from tests.store.samples import document

STORY = 25
"""Articles of a story: as many as one is compared with, and itself."""

TEXTS = ("en/en-1", "de/de-1", "fr/fr-1", "pl/pl-1", "es/es-1")

STATEMENTS = 6
"""Statements of an article that count."""

ATTRIBUTIONS = 100
"""More than a sample has."""

CLOSE = 0.5
"""Length of what sets a vector apart from its centre, of length one."""

WRITTEN = 1_000
"""Articles whose rows are written at once."""


@dataclass(frozen=True, slots=True)
class Sample:
    """A document that articles are made from, with all that is the same for each of them."""

    document: Document
    row: Row
    followed: Followed
    places: tuple[int, ...]


def samples() -> list[Sample]:
    """Return the samples."""
    found = []
    for name in TEXTS:
        whole = document(name)
        one = Document(whole.reading, whole.statements[:STATEMENTS], whole.vectors[:STATEMENTS])
        own = card(sheet(one))
        places = tuple(its.place for its in own.tellings)
        found.append(Sample(one, version_row(one), Followed(own, 0, Kin((), ()), ()), places))
    return found


def drawn(sample: Sample, number: int) -> Document:
    """Return the sample as article `number`, with an address and vectors of its own."""
    centres = np.random.default_rng(number // STORY)
    own = np.random.default_rng([number, 1])
    count = len(sample.document.statements)
    vector = _unit(centres.standard_normal((STATEMENTS, 384)))[:count] * 0.6
    vector = vector + CLOSE * _unit(own.standard_normal((count, 384)))
    reading = sample.document.reading
    article = replace(
        reading.article,
        url=f"https://site{number % 300}.example/{number}",
        outlet=f"Courier {number % 300}",
        published=f"2030-{1 + number % 12:02}-{1 + number % 28:02}T10:00:00Z",
    )
    return Document(replace(reading, article=article), sample.document.statements, _unit(vector))


def fill(where: Path, count: int, given: list[Sample]) -> None:
    """Write an archive of `count` articles that are followed."""
    with Archive(where) as archive:
        for sample in given:
            # So that their sources are there.
            archive.add(sample.document, "sample")
    with Traces(where, digest()) as archive:
        for begin in range(0, count, WRITTEN):
            rows = Rows(given)
            for number in range(begin, begin + WRITTEN):
                rows.add(number)
            rows.write(archive)


class Rows:
    """The rows of some stories."""

    def __init__(self, given: list[Sample]) -> None:
        """Begin without any; articles are made from `given`."""
        self._given = given
        self._rows: dict[str, list[Row]] = {
            name: [] for name in ("versions", "said", "followed", "pairs")
        }
        self._story: list[Meaning] = []
        self._count = 0

    def add(self, number: int) -> None:
        """Add an article; with the last one of a story the pairs of that."""
        sample = self._given[number % len(self._given)]
        one = drawn(sample, number)
        article = one.reading.article
        id_, key = new_id(article), number + 1 + len(self._given)
        own = replace(sample.followed.card, id=id_, outlet=article.outlet)
        places = [value for at in sample.places for value in (at, at + 1)]
        row = {"key": key, "article": id_, "number": 1, "current": True}
        row["first"] = key * ATTRIBUTIONS
        said = said_rows(one.reading, key, key * ATTRIBUTIONS)
        self._rows["said"] += said
        mine = {name: getattr(article, name) for name in ("url", "outlet", "published")}
        contents = {"contents": shrink(one.vectors), "moment": article.published}
        self._rows["versions"].append(sample.row | row | mine | contents)
        self._rows["followed"].append(
            {
                "number": number + 1, "article": id_, "version": key, "text": own.text, "floor": 0,
                "statements": np.array(places, "<i4").tobytes(),
                "kept": pack_followed(replace(sample.followed, card=own)),
            }
        )  # fmt: skip
        self._count += len(sample.places)
        self._story.append(Meaning(id_, article.language, one.vectors[list(sample.places)]))
        if len(self._story) == STORY:
            self._pair(number - STORY + 2)

    def write(self, archive: Traces) -> None:
        """Write what was added."""
        made = (versions, schema.said, tables.followed, tables.pairs)
        with archive._database.writing() as connection:  # noqa: SLF001 - what no verb writes
            for table in made:
                connection.execute(insert(table), self._rows[table.name])
            connection.execute(tables.untraced.delete())
            total = tables.tracing.c.statements + self._count
            last = self._rows["followed"][-1]["number"]
            connection.execute(update(tables.tracing).values(statements=total, last=last))

    def _pair(self, first: int) -> None:
        held = [points(one) for one in self._story]
        for at, one in enumerate(held):
            for other in range(at + 1, STORY):
                score = int(nearness(one, held[other], np.zeros(1, int))[0])
                ends = sorted((at, other), key=lambda place: self._story[place].article)
                self._rows["pairs"].append(
                    {
                        "one": first + ends[0], "other": first + ends[1], "score": score,
                        "back": 0.0, "forth": 0.0, "bond": None,
                    }
                )  # fmt: skip
        for row, lowest in zip(self._rows["followed"][-STORY:], _floors(self._rows), strict=True):
            row["floor"] = lowest
        self._story = []


def _floors(rows: dict[str, list[Row]]) -> Iterator[int]:
    """Yield how near the last of each article's nearest is, for the last story."""
    pairs = rows["pairs"][-STORY * (STORY - 1) // 2 :]
    for row in rows["followed"][-STORY:]:
        own = (pair for pair in pairs if row["number"] in (pair["one"], pair["other"]))
        yield min(pair["score"] for pair in own)


def _unit(rows: np.ndarray) -> np.ndarray:
    found: np.ndarray = (rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float32)
    return found


def say(what: str, value: float, unit: str) -> None:
    """Write one figure."""
    sys.stdout.write(f"{what}: {value:,.3g} {unit}\n")
    sys.stdout.flush()


def followed(where: Path, given: list[Sample], stories: list[int]) -> float:
    """Return how many seconds it takes to follow an article more on each of some stories."""
    with Archive(where) as archive:
        for story in stories:
            number = story * STORY + story % STORY
            one = drawn(given[number % len(given)], number)
            text = f"{one.reading.article.text}\n\n({story})"
            url = f"https://late.example/{story}"
            article = replace(one.reading.article, text=text, url=url)
            archive.add(replace(one, reading=replace(one.reading, article=article)), "new")
    began = time.perf_counter()
    tracing.follow(str(where))
    return time.perf_counter() - began


def shown(where: Path, claim: str) -> float:
    """Return in how many seconds a claim's trail is shown."""
    began = time.perf_counter()
    tracing.trails(str(where), claim)
    return time.perf_counter() - began


def measure(folder: Path, count: int, new: int) -> None:
    """Measure an archive of `count` articles to which `new` are added at once."""
    where, given = folder / f"{count}.db", samples()
    fill(where, count, given)
    first, second, *others = range(0, count // STORY, count // STORY // (new + 2))
    say(f"{count:,} articles: the first time", followed(where, given, [first]), "s")
    one = followed(where, given, [second])
    say(f"{count:,} articles: one more by itself", one, "s")
    more = followed(where, given, others)
    say(f"{count:,} articles: each of {len(others)} more", (more - one) / (len(others) - 1), "s")
    claims = tracing.claims(str(where), 20).trails
    times = [shown(where, its.claim.id) for its in claims]
    carriers = statistics.mean(its.carriers for its in claims)
    say(f"{count:,} articles: a trail of {carriers:.0f} carriers", statistics.median(times), "s")
    say("peak memory", resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, "MiB")


def main() -> None:
    """Measure from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="*", default=[1_000, 10_000, 100_000])
    parser.add_argument("--new", type=int, default=32, help="articles to add to each")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        for count in given.sizes:
            measure(Path(scratch), count, given.new)


if __name__ == "__main__":
    main()
