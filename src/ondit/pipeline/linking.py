"""From an archive to forms that link what was read: graphs of readings and trails."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TextIO

from ondit.errors import needing
from ondit.export.node import Node
from ondit.export.passage import of_trail
from ondit.export.place import Held
from ondit.export.provenance import of_reading
from ondit.late import late
from ondit.pipeline.tracing import Traced
from ondit.records import Reading
from ondit.records.archived import Format

Readings = Iterable[tuple[str, Reading]]


def carrying(traced: Traced) -> Iterator[tuple[str, Reading]]:
    """Yield the articles that carry the claims of trails by their ids in the archive, each once."""
    carriers = (ref.article for trail in traced.trails for ref in trail.claim.carriers)
    for name in dict.fromkeys(carriers):
        yield name, traced.documents[name].reading


def write_network(traced: Traced, form: Format, stream: TextIO) -> None:
    """Write which outlets have the claims from which. Raise UsageError without its library."""
    with needing("graph", "the networks' library"):
        network = late("ondit.export.network", "network")
    found = network(traced.trails, traced.documents)
    late("ondit.export.network", "write")(found, form, stream)


def nodes(readings: Readings, traced: Traced | None) -> Iterator[Node]:
    """Yield the nodes of readings, given with their ids in the archive, and of trails, whose
    articles are among them."""
    for id_, reading in readings:
        yield from of_reading(id_, reading)
    if traced:
        ids = {name: name for name in traced.documents}
        for trail in traced.trails:
            yield from of_trail(trail, Held(traced.documents, ids))
