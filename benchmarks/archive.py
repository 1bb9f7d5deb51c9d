"""How fast an archive takes in articles and finds them: `python -m benchmarks.archive`.

Articles are the project's own synthetic texts, or those in a folder, repeated with a number in
each so that none is another's copy. What is read is read by the model; for the large archives the
readings are made from the annotation, without it, so that only storing and searching are measured,
and their rows are copied. Absolute times depend on the machine; the ratios much less.
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
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from sqlalchemy import Connection, Table, func, insert, select, text

from ondit.records import Document
from ondit.records.archived import Selection
from ondit.store import fulltext, schema
from ondit.store.archive import Archive
from tests.store.samples import documents
from tests.store.server import server
from training.corpus import SYNTHETIC, parse

ADDED = 1000
"""Articles that are added one by one; of these a larger archive has copies."""

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


def texts(count: int, folder: Path | None) -> Iterator[tuple[str, str]]:
    """Yield `count` different articles with their languages, from FOLDER/LANGUAGE/*.txt."""
    paths = sorted((folder or SYNTHETIC).glob("??/*.txt"))
    for number in range(count):
        path = paths[(number * 37) % len(paths)]
        text = path.read_bytes().decode("utf-8")
        yield path.parent.name, f"{text if folder else parse(text)[0]}\n\n({number})\n"


def reading(folder: Path, given: Sequence[tuple[str, str]], jobs: int) -> None:
    """Measure `ondit add` as a user runs it: articles a second, memory, how busy the reader is."""
    count, source = len(given), folder / "articles.jsonl"
    with source.open("w", encoding="utf-8") as lines:
        for language, text in given:
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
    with Archive(archive, create=False) as opened:
        found = sum(row.attributions for row in opened.list())
    size = sum(len(text.encode("utf-8")) for _, text in given)
    say("attributions in 1,000 bytes", found / size * 1000, "")
    say("archive over text", archive.stat().st_size / size, "times")


def storing(where: str | Path, count: int) -> None:
    """Measure an archive of `count` articles whose readings were made without the model."""
    made = list(documents(min(count, ADDED)))
    size = sum(len(one.reading.article.text.encode("utf-8")) for one in made)
    found = sum(len(one.reading.attributions) for one in made)
    with Archive(where) as archive:
        seconds = timed(lambda: [archive.add(one, "benchmark") for one in made])
        say("storing an article", seconds / len(made) * 1000, "ms")
        times = count // len(made)
        seconds = timed(lambda: copy(archive, made, times))
        say(f"{len(made) * times:,} articles by copying rows", seconds, "s")
        say("attributions in 1,000 bytes", found / size * 1000, "")
        say("archive over text", _bytes(archive) / (size * times), "times")
        searching(archive)
    say("peak memory", resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, "MiB")


def copy(archive: Archive, made: Sequence[Document], times: int) -> None:
    """Copy an archive's rows until it holds everything `times` over, each article by itself."""
    with archive._database.writing() as connection:  # noqa: SLF001 - no verb copies
        keys = connection.scalar(select(func.max(schema.versions.c.key))) or 0
        told = connection.scalar(select(func.max(schema.said.c.key))) or 0
        firsts = connection.scalars(
            select(schema.versions.c.first).order_by(schema.versions.c.key)
        ).all()
        for turn in range(1, times):
            shifts = {"version": keys * turn, "first": told * turn}
            for table in (schema.versions, schema.said, schema.links, schema.entity_forms):
                key = told if table is schema.said else keys
                _copy(connection, table, turn, shifts | {"key": key * turn})
            for first, one in zip(firsts, made, strict=True):
                fulltext.add(connection, one.reading, first + told * turn)


def _copy(connection: Connection, table: Table, turn: int, shifts: Mapping[str, int]) -> None:
    """Copy the rows that were added, with their numbers shifted, for articles of their own."""
    added = shifts["version"] // turn
    more: dict[str, int | str] = {**shifts, "article": f"-{turn}"}
    columns = [one + more[one.name] if one.name in more else one for one in table.c]
    version = table.c.key if table is schema.versions else table.c.version
    rows = select(*columns).where(version <= added)
    connection.execute(insert(table).from_select([one.name for one in table.c], rows))


def _bytes(archive: Archive) -> int:
    """Return the space that an archive takes."""
    asked = "SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()"
    if archive._database.is_server:  # noqa: SLF001 - as above
        asked = "SELECT pg_database_size(current_database())"
    with archive._database.reading() as connection:  # noqa: SLF001 - as above
        return int(connection.scalar(text(asked)) or 0)


def searching(archive: Archive) -> None:
    """Measure how long searches take by words, by meaning, and of lists: the quickest of three."""
    slowest = max(
        best(lambda word=word: archive.search(Selection(words=word, limit=20)))  # type: ignore[misc]
        for word in WORDS
    )
    say(f"slowest of {len(WORDS)} searches by words", slowest * 1000, "ms")
    found = next(archive.list(Selection(limit=1)))
    vector = archive.document(found.id).vectors[0]
    say("search by meaning", best(lambda: archive.like(vector, Selection(limit=20))) * 1000, "ms")
    say("the latest articles", best(lambda: [*archive.list(Selection(limit=20))]) * 1000, "ms")


def best(work: Callable[[], object]) -> float:
    """Return how many seconds `work` takes when nothing else gets in its way."""
    return min(timed(work) for _ in range(3))


def main() -> None:
    """Measure from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--read", type=int, default=100, help="articles to read with the model")
    parser.add_argument("--texts", type=Path, help="a folder of texts by language to read")
    large = [1000, 10000, 100000]
    parser.add_argument("--store", type=int, nargs="*", default=large, help="sizes of archives")
    parser.add_argument(
        "--postgres", type=int, nargs="*", default=[], help="sizes of archives on PostgreSQL"
    )
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        for jobs in (1, 2) if given.read else ():
            reading(Path(scratch), [*texts(given.read, given.texts)], jobs)
        for count in given.store:
            storing(Path(scratch) / f"{count}.db", count)
    for count in given.postgres:
        with server() as url:
            storing(f"{url}postgres", count)


if __name__ == "__main__":
    main()
