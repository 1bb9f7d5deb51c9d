"""What tracing keeps in an archive, on both databases."""

from __future__ import annotations

import multiprocessing
import os
import random
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import pytest
from sqlalchemy import text

from ondit.pipeline import tracing
from ondit.records import Document
from ondit.records.trace import Relay, Tracing, Trail
from ondit.store.archive import Archive
from ondit.store.traces import Traces
from ondit.trace.follower import Follower, digest
from ondit.trace.index import Whole, meaning, nearest, points
from ondit.trace.match import comparison
from ondit.trace.model import models
from ondit.trace.sheet import sheet
from ondit.trace.tracer import tracing as all_at_once
from tests.store.test_structure import FIRST as OLD
from tests.trace.samples import FIRST, OTHER, SECOND, document
from tests.trace.test_relation import DENIAL

COPY = document(
    "<s1>Harbour minister Lena Aspegren</s1> <c1>told</c1> the Harbour Post that <q1>about 300"
    " tonnes of oil could leak if the hull breaks</q1>.\n---\n1 | say | Lena Aspegren | named\n",
    "oil",
    "Skerry Times",
    "en",
    "2034-02-12T08:10:00Z",
    ("Harbour Post",),
)
ALL = (FIRST, SECOND, OTHER, DENIAL, COPY)


def at(url: str, one: Document) -> Document:
    article = replace(one.reading.article, url=url)
    return replace(one, reading=replace(one.reading, article=article))


def add(where: str, documents: Sequence[Document]) -> None:
    with Archive(where) as archive:
        for one in documents:
            archive.add(one, "a")


def kept(where: str) -> tuple[list[Relay], list[Trail]]:
    """Return all relays and trails of an archive."""
    tracing.follow(where)
    with Traces(where, digest()) as archive:
        names = sorted(row.id for row in archive.list())
        relays = [relay for one in archive.followed(names) for relay in one.relays]
        return relays, archive.told(sorted(set(archive.homes(names).values())))


def scratch(where: str) -> Tracing:
    """Return what comes of comparing all articles of an archive at once."""
    with Archive(where) as archive:
        names = sorted(row.id for row in archive.list())
        sheets = {name: replace(sheet(archive.document(name)), id=name) for name in names}
    index = Whole()
    for name, one in sheets.items():
        index.add(name, points(meaning(one)))
    near = {name: set(nearest(index.scores(name, index.points(name)))) for name in names}
    pairs = [(a, b) for a, b in combinations(names, 2) if a in near[b] or b in near[a]]
    return all_at_once(sheets, [comparison(sheets[a], sheets[b]) for a, b in pairs], models())


def check(where: str) -> None:
    relays, trails = kept(where)
    found = scratch(where)
    assert sorted(relays, key=repr) == sorted(found.relays, key=repr)
    assert trails == list(found.trails)
    assert trails


@pytest.mark.parametrize("seed", range(3))
def test_what_is_followed_step_by_step_is_what_all_at_once_gives(where: str, seed: int) -> None:
    order = random.Random(seed).sample(ALL, len(ALL))
    for one in order:
        add(where, [one])
        tracing.follow(where)
    check(where)


def test_what_goes_leaves_no_trace(where: str) -> None:
    add(where, ALL)
    _, before = kept(where)
    with Archive(where) as archive:
        gone = next(row.id for row in archive.list() if row.outlet == "Skerry Times")
        archive.delete(gone)
    check(where)
    assert not any(ref.article == gone for one in kept(where)[1] for ref in one.claim.carriers)
    add(where, [COPY])
    assert kept(where)[1] == before


def test_another_text_of_an_article_takes_the_place_of_the_first(where: str) -> None:
    add(where, [at("https://post.example/1", FIRST), SECOND, at("https://mail.example/2", OTHER)])
    tracing.follow(where)
    add(where, [at("https://mail.example/2", COPY)])
    check(where)


def test_a_version_that_came_after_another_went_is_not_taken_for_it(where: str) -> None:
    add(where, [FIRST, SECOND])
    with Archive(where) as archive:
        last = archive.add(OTHER, "a").id
    tracing.follow(where)
    with Archive(where) as archive:
        archive.delete(last or "")
    add(where, [COPY])
    check(where)


def test_of_two_that_follow_at_once_one_writes(where: str) -> None:
    add(where, ALL)
    with Traces(where, digest()) as one, Traces(where, digest()) as other:
        came = one.waiting().came
        assert other.waiting().came == came
        first = Follower(one, Whole(), models()).come(came)
        second = Follower(other, Whole(), models()).come(came)
        assert first == second
        assert one.write(first)
        assert not other.write(second)
        assert other.waiting() == one.waiting()
    check(where)


def test_an_article_that_changes_while_it_is_compared_is_compared_again(where: str) -> None:
    add(where, [at("https://post.example/1", FIRST), SECOND])
    with Traces(where, digest()) as archive:
        made = Follower(archive, Whole(), models()).come(archive.waiting().came)
        add(where, [at("https://post.example/1", COPY)])
        assert not archive.write(made)
    check(where)


def test_other_models_begin_anew(where: str) -> None:
    add(where, ALL)
    tracing.follow(where)
    with Traces(where, "others") as archive:
        assert len(archive.waiting().came) == len(ALL)
        assert archive.homes(row.id for row in archive.list()) == {}


def _die_after_the_first(where: str) -> None:
    whole = Traces.write

    def write(archive: Traces, made: object) -> bool:
        written = whole(archive, made)  # type: ignore[arg-type]
        os._exit(9 if written else 1)

    Traces.write = write  # type: ignore[method-assign, assignment]
    tracing.BATCH = 2
    tracing.follow(where)


def test_a_kill_in_the_middle_costs_nothing_but_time(where: str) -> None:
    add(where, ALL)
    killed = multiprocessing.get_context("spawn").Process(
        target=_die_after_the_first, args=(where,)
    )
    killed.start()
    killed.join()
    assert killed.exitcode == 9
    with Traces(where, digest()) as archive:
        assert len(archive.waiting().came) == len(ALL) - 2
    check(where)


def test_people_can_query_claims(where: str) -> None:
    add(where, ALL)
    tracing.follow(where)
    asked = text(
        "SELECT claim, count(DISTINCT outlet) AS outlets FROM claim_carriers GROUP BY claim"
        " ORDER BY 2 DESC"
    )
    with Archive(where) as archive, archive._database.reading() as connection:  # noqa: SLF001
        rows = connection.execute(asked).all()
        origins = connection.execute(text("SELECT sources FROM origins WHERE independent")).all()
    assert rows[0].outlets == 4
    assert all("Lena Aspegren" in row.sources for row in origins)


def test_an_archive_of_before_tracing_is_traced(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "old.db")) as connection:
        connection.executescript(OLD.read_text("utf-8"))
    with Traces(str(tmp_path / "old.db"), digest()) as archive:
        assert len(archive.waiting().came) == 1
