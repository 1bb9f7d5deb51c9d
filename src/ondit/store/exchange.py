"""What an archive holds, in tables that other programs read: a row for each attribution."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import astuple, dataclass, fields
from pathlib import Path
from typing import TextIO

from ondit.errors import needing
from ondit.late import late
from ondit.records import Attribution, Chain, Reading, Span, wording
from ondit.store.names import SourceName
from ondit.store.rows import source_names


@dataclass(frozen=True, slots=True)
class Told:
    """One attribution as a row; `number` counts an article's from 1.

    `source` is the fullest name that the text has, `entity` the id of the one so named.
    """

    article: str
    title: str | None
    outlet: str | None
    url: str | None
    language: str | None
    published: str | None
    number: int
    parent: int | None
    source: str
    entity: str | None
    act: str
    via: str
    form: str
    standing: str | None
    hands: int | None
    probability: float
    cue: str
    content: str
    condition: str


def told(id_: str, reading: Reading) -> Iterator[Told]:
    """Yield a row for each attribution of an article."""
    chains: Sequence[Chain | None] = reading.chains or [None] * len(reading.attributions)
    for one, chain, name in zip(reading.attributions, chains, source_names(reading), strict=True):
        yield _told(id_, reading, one, chain, name)


def write_csv(readings: Iterable[tuple[str, Reading]], stream: TextIO) -> None:
    """Write the attributions of articles, given with their ids, as CSV (RFC 4180)."""
    writer = csv.writer(stream)
    writer.writerow(field.name for field in fields(Told))
    for id_, reading in readings:
        writer.writerows(astuple(one) for one in told(id_, reading))


def write_parquet(readings: Iterable[tuple[str, Reading]], path: Path) -> None:
    """Write the attributions of articles, given with their ids, as a Parquet file.

    Raise UsageError if pyarrow is not installed.
    """
    with needing("parquet", "Parquet's library"):
        write = late("ondit.store.parquet", "write")
    write((told(id_, reading) for id_, reading in readings), path)


def _told(
    id_: str, reading: Reading, one: Attribution, chain: Chain | None, name: SourceName
) -> Told:
    article = reading.article
    return Told(
        article=id_,
        title=article.title,
        outlet=article.outlet,
        url=article.url,
        language=article.language,
        published=article.published,
        number=one.id,
        parent=one.parent,
        source=name.name,
        entity=name.entity,
        act=one.act.value,
        via=one.via.value,
        form=one.form.value,
        standing=chain.standing.value if chain else None,
        hands=chain.hands if chain else None,
        probability=one.probability,
        cue=_words(one.cue, reading),
        content=_words(one.content, reading),
        condition=_words(one.condition, reading),
    )


def _words(spans: Sequence[Span], reading: Reading) -> str:
    return wording(spans, reading.article.text)
