import io
import json

from rich.console import Console

from ondit.records.difference import Difference, Fate, Pair
from ondit.records.trace import Match, Relation
from ondit.show.comparison import difference_line, show_difference
from tests.show.journeys import (
    BOTE,
    DOCUMENTS,
    FIRST,
    HEDGE,
    ISLANDER,
    MATCHES,
    NUMBER,
    SECOND,
    TRANSLATED,
)

CHANGED = Pair(Fate.CHANGED, FIRST, SECOND, MATCHES[SECOND], (NUMBER, HEDGE))
DENIED = Pair(Fate.DISPUTED, FIRST, SECOND, Match(FIRST, SECOND, 0.1, Relation.DENIES, ()))
ALONE = Pair(Fate.DROPPED, FIRST, None), Pair(Fate.ADDED, None, SECOND)


def shown(*pairs: Pair, full: bool = False) -> list[str]:
    stream = io.StringIO()
    found = Difference(DOCUMENTS[ISLANDER.id], DOCUMENTS[BOTE.id], pairs, TRANSLATED)
    show_difference(Console(file=stream, width=70), found, full=full)
    return [line.rstrip() for line in stream.getvalue().splitlines()]


def test_both_stand_side_by_side_with_what_was_changed() -> None:
    assert shown(CHANGED) == [
        "1 changed",
        "the second is made from the first: translated, p = 0.90",
        "",
        "   Islander                          Hafenbote",
        "   2034-02-12 05:30  en              2034-02-13  de",
        "",
        "~  “300 tonnes of oil could leak,    “3000 Tonnen Öl treten aus,",
        "   said Ruth Pennerack.”             schreibt der Islander.”",
        "   on-record                         own-voice",
        "                                     number: 300 -> 3000",
        "                                     hedge: could -> nothing",
    ]


def test_what_is_denied_left_out_and_new_is_told_apart() -> None:
    lines = shown(DENIED, *ALONE)
    assert lines[0] == "1 disputed, 1 dropped, 1 added"
    assert [line[0] for line in lines[5:] if line[:1] in "!-+" and line] == ["!", "-", "+"]
    assert "                                     denies" in lines


def test_json_has_the_words_of_both() -> None:
    found = Difference(DOCUMENTS[ISLANDER.id], DOCUMENTS[BOTE.id], (CHANGED, *ALONE), None)
    record = json.loads(difference_line(found))
    changed, dropped, added = record["pairs"]
    assert changed["before"]["text"] == ISLANDER.text
    assert changed["match"]["relation"] == "shifted"
    assert [one["kind"] for one in changed["shifts"]] == ["number", "hedge"]
    assert (dropped["after"], added["before"]) == (None, None)
    assert (dropped["fate"], added["fate"]) == ("dropped", "added")
