"""`ondit watch`: what is new is told once, in feeds that a feed reader takes."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from pathlib import Path

import feedparser
import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from ondit.cli import main
from ondit.export.feed import atom, json_feed
from ondit.pipeline.watching import alerts
from ondit.pipeline.watchlist import run
from ondit.records import Document
from ondit.records.watch import Alert, AlertKind, Noticed, Subject, Watch, Watched
from ondit.store.archive import Archive
from tests.trace.samples import FIRST, OTHER, SECOND, document

MINISTER = "Lena Aspegren"

PROMISE = document(
    "<s1>Harbour minister Lena Aspegren</s1> <c1>promised</c1> <q1>to close the port</q1>"
    " <k1>by 20 February 2034</k1>.\n---\n1 | commit | Lena Aspegren | named\n",
    "port",
    "Harbour Post",
    "en",
    "2034-02-14T05:30:00Z",
)

DENIAL = document(
    "<s1>The shipping company</s1> <c1>denied</c1> that <q1>about 300 tonnes of oil could leak"
    "</q1>.\n---\n1 | deny | shipping company | office\n",
    "oil",
    "Windward Mail",
    "en",
    "2034-02-13T05:30:00Z",
)


class Desk:
    """An archive and a folder of watches, used as a user uses them."""

    def __init__(self, folder: Path) -> None:
        self.archive, self.folder = str(folder / "news.db"), folder / "watches"

    def add(self, *given: Document) -> None:
        with Archive(self.archive) as archive:
            for one in given:
                archive.add(one, "sample")

    def __call__(self, *arguments: str) -> Result:
        where = ["--folder", str(self.folder)]
        if arguments[0] in {"add", "run"}:
            where += ["--archive", self.archive]
        return CliRunner().invoke(main, ["watch", *arguments, *where])

    def lines(self) -> list[str]:
        """Return what a run tells."""
        done = self("run")
        assert done.exit_code == 0, done.output
        return done.stdout.splitlines()


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    found = Desk(tmp_path)
    found.add(FIRST)
    return found


def test_what_was_there_is_not_told_and_what_is_new_is_told_once(desk: Desk) -> None:
    assert desk("add", "--actor", MINISTER, "--name", "minister").exit_code == 0
    assert desk.lines() == []
    desk.add(PROMISE, OTHER)
    assert any(
        line.startswith(f"minister  said  {MINISTER}: commit (Harbour Post)")
        for line in desk.lines()
    )
    assert desk.lines() == []


def test_a_feed_reader_takes_both_feeds(desk: Desk) -> None:
    desk("add", "--outlet", "Der Anstoß")
    desk.add(OTHER)
    (line,) = desk.lines()
    feed = feedparser.parse((desk.folder / "der-anstoß.atom").read_bytes())
    assert not feed.bozo
    (entry,) = feed.entries
    assert entry.title in line
    assert entry.tags[0].term == "article"
    items = json.loads((desk.folder / "der-anstoß.feed.json").read_text("utf-8"))["items"]
    assert [one["id"] for one in items] == [entry.id]


def test_words_are_watched_in_any_language(desk: Desk) -> None:
    desk("add", "--query", "буксира")
    desk.add(SECOND)
    (line,) = desk.lines()
    assert "said" in line
    assert "Речной вестник" in line


def test_a_claim_is_told_when_others_carry_change_or_deny_it(desk: Desk) -> None:
    desk.add(SECOND)
    claims = CliRunner().invoke(main, ["claims", "--archive", desk.archive, "--json"]).stdout
    oil = next(json.loads(one) for one in claims.splitlines() if "oil" in one)
    assert desk("add", "--claim", oil["claim"]["id"], "--name", "oil").exit_code == 0
    assert desk.lines() == []
    desk.add(DENIAL)
    lines = desk.lines()
    assert [line.split("  ")[1] for line in lines] == ["denial"], lines
    assert desk.lines() == []


def test_a_changed_number_is_a_shift(desk: Desk) -> None:
    desk.add(SECOND)
    text, (said, *_) = FIRST.reading.article.text, FIRST.statements
    watch = Watch("oil", Subject.CLAIM, said.of(text))
    shifts = [
        one for one in alerts(desk.archive, watch, date(2034, 3, 1)) if one.kind is AlertKind.SHIFT
    ]
    assert any("300 -> 3000" in one.title for one in shifts)


def test_a_deadline_is_told_the_day_after(desk: Desk) -> None:
    desk.add(PROMISE)
    watch = Watch("minister", Subject.ACTOR, MINISTER)
    kinds = {
        day: [one.kind for one in alerts(desk.archive, watch, date(2034, 2, day))]
        for day in (20, 21)
    }
    assert AlertKind.DEADLINE not in kinds[20]
    assert kinds[21].count(AlertKind.DEADLINE) == 1


def test_watches_are_listed_and_taken_away_with_their_feeds(desk: Desk) -> None:
    desk("add", "--actor", MINISTER)
    desk("add", "--outlet", "Harbour Post", "--name", "The Post")
    assert desk("list").stdout.splitlines() == [
        f"{MINISTER}  actor  {MINISTER}",
        "The Post  outlet  Harbour Post",
    ]
    assert desk("remove", "The Post").exit_code == 0
    assert {path.name for path in desk.folder.iterdir()} == {
        "watches.json",
        "lena-aspegren.atom",
        "lena-aspegren.feed.json",
    }


@pytest.mark.parametrize(
    ("arguments", "reason", "code"),
    [
        (["run"], "nothing is watched", 2),
        (["remove", "nobody"], "nobody: no such watch", 2),
        (["add"], "not one thing to watch", 2),
        (["add", "--actor", "A", "--outlet", "B"], "not one thing to watch", 2),
        (["add", "--claim", "oil"], "no claim in the archive", 1),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(
    desk: Desk, arguments: list[str], reason: str, code: int
) -> None:
    done = desk(*arguments)
    assert done.exit_code == code
    assert reason in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_two_watches_have_two_names(desk: Desk) -> None:
    desk("add", "--actor", MINISTER)
    assert "there is a watch named" in desk("add", "--query", "lena aspegren").stderr


def test_a_damaged_file_is_said(desk: Desk) -> None:
    desk.folder.mkdir()
    (desk.folder / "watches.json").write_text('[{"watch": 1}]')
    done = desk("run")
    assert done.exit_code == 1
    assert "not a file of watches" in done.stderr


def test_runs_of_the_same_moment_write_the_same_feeds(desk: Desk) -> None:
    now = datetime(2034, 3, 1, tzinfo=UTC)
    desk("add", "--outlet", "Harbour Post")
    desk.add(PROMISE)
    assert len(list(run(desk.archive, desk.folder, now))) == 1
    first = (desk.folder / "harbour-post.atom").read_text("utf-8")
    assert list(run(desk.archive, desk.folder, now)) == []
    assert (desk.folder / "harbour-post.atom").read_text("utf-8") == first


ANY = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)


@given(st.lists(st.builds(Alert, ANY, st.sampled_from(AlertKind), ANY, ANY, ANY, ANY), max_size=3))
def test_words_of_any_kind_make_feeds_that_can_be_read(told: list[Alert]) -> None:
    noticed = tuple(Noticed(one, "2034-03-01T00:00:00Z") for one in told)
    watched = Watched(Watch("any", Subject.QUERY, "any"), frozenset(), noticed)
    feed = feedparser.parse(atom(watched).encode())
    assert not feed.bozo
    assert len(feed.entries) == len(json.loads(json_feed(watched))["items"]) == len(told)
