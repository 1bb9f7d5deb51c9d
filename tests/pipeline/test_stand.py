from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from ondit.pipeline.stand import stands
from ondit.records import Document, Reading
from ondit.records.archived import Selection
from ondit.records.position import Stand
from ondit.resolve.resolver import resolve
from ondit.store.archive import Archive
from tests.trace.samples import document


def said(
    words: str, meaning: str, published: str, act: str = "say", outlet: str = "Post"
) -> Document:
    """Return an article in which Lena Holm says something."""
    return document(
        f"<s1>Lena Holm</s1> <c1>said</c1> that <q1>{words}</q1>.\n"
        f"---\n1 | {act} | Lena Holm | named\n",
        meaning,
        outlet,
        "en",
        published,
    )


PROMISE = said("income taxes will not rise before the election", "tax", "2034-03-01", act="commit")
BRIDGE = said("the old bridge will be rebuilt", "bridge", "2034-03-02")
RISE = said("income taxes have to rise in January", "tax", "2034-05-09")
REFUSED = said("put up income taxes in January", "tax", "2034-05-09", act="refuse")
UNCLEAR = said("income taxes would not rise", "tax", "2034-06-01", act="deny")
ALSO = said("income taxes would never be higher", "tax", "2034-02-01")
DEADLINE = document(
    "<s1>Lena Holm</s1> <c1>promised</c1> that <q1>the tunnel will be open <k1>by 20 March"
    "</k1></q1>.\n---\n1 | commit | Lena Holm | named\n",
    "tunnel",
    "Post",
    "en",
    "2034-03-05",
)
FLAT = document(
    "<c1>According to</c1> <s1>the Harbour Wire</s1>, <q1><s2>Lena Holm</s2> <c2>said</c2> that"
    " <q2>schools stay shut</q2></q1>.\n---\n1 | say | the Harbour Wire | outlet\n"
    "2 | say | Lena Holm | named\n",
    "schools schools",
    "Post",
    "en",
    "2034-03-07",
)
OUTER, INNER = FLAT.reading.attributions
THROUGH = replace(
    FLAT,
    reading=resolve(Reading(FLAT.reading.article, (), (OUTER, replace(INNER, parent=OUTER.id)))),
)


def held(folder: Path, *documents: Document) -> list[Stand]:
    """Return how Lena Holm's positions in an archive of these articles stand to each other."""
    path = str(folder / "ondit.db")
    with Archive(path) as archive:
        for one in documents:
            archive.add(one, "article")
    return list(stands(path, Selection(source="Lena Holm"), None))


def test_a_later_position_turns_from_the_one_that_it_takes_back(tmp_path: Path) -> None:
    promise, bridge, rise = held(tmp_path, RISE, BRIDGE, PROMISE)
    assert rise.turns_from == (promise.position.ref,)
    assert (promise.turns_from, bridge.turns_from, rise.contradicts) == ((), (), ())


def test_what_does_not_agree_on_one_day_contradicts(tmp_path: Path) -> None:
    first, second = held(tmp_path, RISE, REFUSED)
    assert second.contradicts == (first.position.ref,)
    assert second.turns_from == ()


@pytest.mark.parametrize("later", [UNCLEAR, ALSO, BRIDGE])
def test_what_agrees_is_unclear_or_about_something_else_turns_from_nothing(
    tmp_path: Path, later: Document
) -> None:
    found = held(tmp_path, PROMISE, later)
    assert all(one.turns_from == one.contradicts == () for one in found)


def test_a_promise_has_its_deadline_with_its_date(tmp_path: Path) -> None:
    (one,) = held(tmp_path, DEADLINE)
    assert one.position.condition == "by 20 March"
    assert one.deadlines == ("20 March = 2034-03-20",)


def test_what_came_through_another_says_through_whom(tmp_path: Path) -> None:
    (one,) = held(tmp_path, THROUGH)
    assert one.through == ("Harbour Wire",)
    assert one.position.outlets == ("Post",)


def test_positions_are_in_the_order_of_time(tmp_path: Path) -> None:
    found = held(tmp_path, RISE, DEADLINE, PROMISE, UNCLEAR)
    stamps = [one.position.published or "" for one in found]
    assert all(before <= after for before, after in pairwise(stamps))
