"""How fast an archive takes in articles and finds them: `python -m benchmarks.archive`.

Articles are the project's own synthetic texts, repeated with a number in each so that none is
another's copy. What is read is read by the model; for the large archives the readings are made
from the annotation, without it, so that only storing and searching are measured. Absolute times
depend on the machine; the ratios much less.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from ondit.records.archived import Selection
from ondit.store.archive import Archive
from tests.store.samples import documents
from training.corpus import SYNTHETIC, parse

WORDS = ("government", "правительство", "gobierno", "大臣", "talks minister")


def say(what: str, value: float, unit: str) -> None:
    """Write one figure."""
    sys.stdout.write(f"{what}: {value:,.3g} {unit}\n")
    sys.stdout.flush()


def timed(work: Callable[[], object]) -> float:
    """Return how many seconds `work` takes."""
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def texts(count: int) -> Iterator[tuple[str, str]]:
    """Yield `count` different articles with their languages."""
    paths = sorted(SYNTHETIC.glob("??/*.txt"))
    for number in range(count):
        path = paths[(number * 37) % len(paths)]
        text = parse(path.read_bytes().decode("utf-8"))[0]
        yield path.parent.name, f"{text}\n\n({number})\n"


def reading(folder: Path, count: int, jobs: int) -> None:
    """Measure `ondit add` as a user runs it: articles a second, memory, how busy the reader is."""
    source = folder / f"{count}.jsonl"
    with source.open("w", encoding="utf-8") as lines:
        for language, text in texts(count):
            lines.write(json.dumps({"text": text, "language": language}) + "\n")
    archive = folder / f"{count}-{jobs}.db"
    command = [sys.executable, "-m", "ondit", "add", str(source), "--archive", str(archive)]
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds = timed(
        lambda: subprocess.run([*command, "--jobs", str(jobs)], check=True)  # noqa: S603 - ours
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    busy = (after.ru_utime - before.ru_utime) / seconds / min(jobs, os.cpu_count() or 1)
    say(f"articles a second, {jobs} processes", count / seconds, "")
    say(f"processor time over wall time and processes, {jobs} processes", busy, "")
    say("peak memory of one process", after.ru_maxrss / 1024, "MiB")


def storing(folder: Path, count: int) -> None:
    """Measure an archive of `count` articles whose readings were made without the model."""
    path = folder / f"stored-{count}.db"
    size = 0
    with Archive(path) as archive:
        began = time.perf_counter()
        for document in documents(count):
            archive.add(document, "benchmark")
            size += len(document.reading.article.text.encode("utf-8"))
        say(f"storing, {count:,} articles", (time.perf_counter() - began) / count * 1000, "ms each")
        searching(archive, count)
    say(f"archive over text, {count:,} articles", path.stat().st_size / size, "times")
    say("peak memory", resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, "MiB")


def searching(archive: Archive, count: int) -> None:
    """Measure how long searches take by words, by name, and by meaning."""
    slowest = max(
        timed(lambda word=word: archive.search(Selection(words=word, limit=20)))  # type: ignore[misc]
        for word in WORDS
    )
    say(f"slowest of {len(WORDS)} searches by words, {count:,} articles", slowest * 1000, "ms")
    found = next(archive.list(Selection(limit=1)))
    vector = archive.document(found.id).vectors[0]
    meaning = timed(lambda: archive.like(vector, Selection(limit=20)))
    say(f"search by meaning, {count:,} articles", meaning * 1000, "ms")
    latest = timed(lambda: list(archive.list(Selection(limit=20))))
    say(f"the latest articles, {count:,} articles", latest * 1000, "ms")


def main() -> None:
    """Measure from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--read", type=int, default=100, help="articles to read with the model")
    parser.add_argument(
        "--store", type=int, nargs="*", default=[1000, 10000], help="sizes of stored archives"
    )
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        for jobs in (1, 2):
            reading(Path(scratch), given.read, jobs)
        for count in given.store:
            storing(Path(scratch), count)


if __name__ == "__main__":
    main()
