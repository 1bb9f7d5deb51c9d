import io
import json

from rich.console import Console

from ondit.records.chronicle import Chronicle, Entry
from ondit.show.timeline import show_timeline, timeline_lines
from tests.show.journeys import DOCUMENTS, FIRST, SECOND

CHRONICLE = Chronicle(
    (
        Entry("2034-02-09/2034-02-10", True, FIRST, 1, ("Islander", "Hafenbote"), "c1"),
        Entry("2034-02-12T05:30:00Z", False, SECOND, None, ("Hafenbote",)),
    ),
    DOCUMENTS,
)


def shown(chronicle: Chronicle, *, full: bool = True) -> list[str]:
    stream = io.StringIO()
    show_timeline(Console(file=stream, width=40), chronicle, full=full)
    return stream.getvalue().splitlines()


def test_each_entry_has_its_date_its_chain_and_who_carries_it() -> None:
    assert shown(CHRONICLE) == [
        "2034-02-09/2034-02-10  Ruth Pennerack  on-record  also Hafenbote  c1",
        "  “300 tonnes of oil could leak, said Ruth Pennerack.”",
        "2034-02-12 05:30  said  Hafenbote  own-voice",
        "  “3000 Tonnen Öl treten aus, schreibt der Islander.”",
    ]


def test_words_are_cut_to_the_width_and_nothing_is_said_to_be_nothing() -> None:
    assert shown(CHRONICLE, full=False)[1] == "  “300 tonnes of oil could leak, said…”"
    assert shown(Chronicle((), {})) == ["Nothing found."]


def test_json_has_the_chain_and_where_the_words_stand() -> None:
    first, second = map(json.loads, timeline_lines(CHRONICLE))
    assert (first["when"], first["dated"], first["chain"]) == (
        "2034-02-09/2034-02-10",
        True,
        ["Ruth Pennerack"],
    )
    assert second["chain"] == ["Hafenbote"]
    assert second["first"]["spans"] == [[0, 49]]
