"""How fast the pages answer, one visitor and many at once: `python -m benchmarks.web`.

The archive is of generated articles, as in `benchmarks.archive`; it is kept in --folder, so that it
is made once. Visitors ask for pages of all kinds, one after the other, without a pause. Times are
those of a whole answer, as a client on the same machine waits for it.
"""

from __future__ import annotations

import argparse
import http.client
import re
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote

from ondit.config import Service
from ondit.records import Document
from ondit.records.archived import Selection
from ondit.records.trace import Claim, Origin, Ref, Relay, RelayKind, Step, Trail
from ondit.store.archive import Archive
from ondit.web.carrier import carriers
from ondit.web.claim import Claim as Page
from ondit.web.holdings import Travelled
from ondit.web.template import render
from tests.store.samples import documents

NODES = 200
FIRST = 20
"""Times that a page is asked for by one visitor."""


@dataclass(slots=True)
class Visits:
    """What visitors met: seconds of each answer by kind of page, and what failed."""

    seconds: dict[str, list[float]] = field(default_factory=dict)
    failures: list[str] = field(default_factory=list)

    def note(self, kind: str, seconds: float, status: int) -> None:
        """Count an answer."""
        self.seconds.setdefault(kind, []).append(seconds)
        if status != http.HTTPStatus.OK:
            self.failures.append(f"{kind}: {status}")


def archive(folder: Path, count: int) -> Path:
    """Return an archive of `count` articles, made if it is not there."""
    path = folder / f"web-{count}.db"
    with Archive(path) as opened:
        if opened.count(Selection()) < count:
            for document in documents(count):
                opened.add(document, "benchmark")
    return path


@contextmanager
def served(path: Path) -> Iterator[str]:
    """Serve an archive as a user does; give the host and port."""
    command = [sys.executable, "-m", "ondit", "serve", "--archive", str(path), "--port", "0"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:  # noqa: S603 - ours
        assert process.stderr  # noqa: S101 - it was asked for
        found = re.search(r"http://([^/]+)/", process.stderr.readline())
        if found is None:
            raise RuntimeError("not served")
        try:
            yield found[1]
        finally:
            process.terminate()


def addresses(path: Path) -> list[tuple[str, str]]:
    """Return kinds of pages and an address of each."""
    with Archive(path) as opened:
        rows = list(opened.list(Selection(limit=10)))
        hit = next(one for one in opened.search(Selection(limit=50)) if one.source)
    outlet = quote(rows[0].outlet or "")
    return [
        ("front", "/"),
        ("articles", "/articles"),
        ("search", "/search?q=government"),
        ("source", f"/source?name={quote(hit.source)}"),
        ("outlet", f"/outlet?name={outlet}"),
        *(("article", f"/article/{row.id}") for row in rows),
    ]


def ask(connection: http.client.HTTPConnection, address: str) -> int:
    """Return the status of an answer, after all of it came."""
    connection.request("GET", address)
    found = connection.getresponse()
    found.read()
    return found.status


def alone(host: str, places: list[tuple[str, str]]) -> Visits:
    """Return what one visitor meets."""
    visits = Visits()
    connection = http.client.HTTPConnection(host, timeout=600)
    for kind, address in places:
        for _ in range(FIRST):
            began = time.perf_counter()
            status = ask(connection, address)
            visits.note(kind, time.perf_counter() - began, status)
    return visits


def together(host: str, places: list[tuple[str, str]], clients: int, seconds: float) -> Visits:
    """Return what `clients` meet who ask at once for some time."""
    visits, end = Visits(), time.perf_counter() + seconds

    def visit(number: int) -> None:
        connection = http.client.HTTPConnection(host, timeout=600)
        while time.perf_counter() < end:
            kind, address = places[number % len(places)]
            number += 1
            began = time.perf_counter()
            try:
                status = ask(connection, address)
            except (OSError, http.client.HTTPException) as error:
                visits.failures.append(repr(error))
                connection.close()
                continue
            visits.note(kind, time.perf_counter() - began, status)

    threads = [threading.Thread(target=visit, args=(one,)) for one in range(clients)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    return visits


def tree(count: int) -> Travelled:
    """Return a claim that `count` articles carry, each made from the one at half its number."""
    told: list[Document] = [one for one in documents(2 * count) if one.statements][:count]
    refs = [Ref(one.reading.article.id, 0) for one in told]
    steps = tuple(
        Step(
            refs[at],
            refs[at // 2],
            Relay(refs[at].article, refs[at // 2].article, None, RelayKind.COPIED, (), 0.9),
        )
        for at in range(1, count)
    )
    origin = Origin(refs[0], ("the ministry",), unnamed=False)
    claim = Claim("0" * 12, tuple(sorted(refs)))
    trail = Trail(claim, (origin,), steps, count, count, 3, 8, ())
    return Travelled((trail,), {one.reading.article.id: one for one in told}, {}, {})


def drawn(found: Travelled) -> int:
    """Return the bytes of a claim's page."""
    (trail,) = found.trails
    page = Page(found, trail, tuple(carriers(trail, found)), ())
    html = render(page.template, view=page, title=page.title, service=Service(), twins=())
    return len(html.encode("utf-8"))


def say(visits: Visits) -> None:
    """Write how long each kind of page took."""
    for kind, seconds in visits.seconds.items():
        ordered = sorted(seconds)
        middle, last = statistics.median(ordered), ordered[int(len(ordered) * 0.99)]
        line = f"  {kind}: {len(ordered):,} answers, median {middle * 1000:,.0f} ms"
        sys.stdout.write(f"{line}, p99 {last * 1000:,.0f} ms, most {ordered[-1] * 1000:,.0f} ms\n")


def main() -> None:
    """Measure and write the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--clients", type=int, default=50)
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--folder", type=Path, default=Path(tempfile.gettempdir()))
    given = parser.parse_args()
    path = archive(given.folder, given.articles)
    found = tree(NODES)
    times = []
    for _ in range(FIRST):
        began = time.perf_counter()
        size = drawn(found)
        times.append(time.perf_counter() - began)
    sys.stdout.write(
        f"a claim's page of {NODES} articles: {statistics.median(times) * 1000:,.0f} ms, "
        f"{size / 1024:,.0f} KiB\n"
    )
    places = addresses(path)
    with served(path) as host:
        sys.stdout.write(f"one visitor, {given.articles:,} articles:\n")
        say(alone(host, places))
        visits = together(host, places, given.clients, given.seconds)
    whole = sorted(one for seconds in visits.seconds.values() for one in seconds)
    sys.stdout.write(
        f"{given.clients} visitors for {given.seconds:g} s: {len(whole):,} answers, "
        f"p99 {whole[int(len(whole) * 0.99)]:.2f} s, {len(visits.failures)} failed\n"
    )
    say(visits)
    for one in sorted(set(visits.failures)):
        sys.stdout.write(f"  failed: {one}\n")


if __name__ == "__main__":
    main()
