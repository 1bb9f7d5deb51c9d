import io
import json

from rich.console import Console

from ondit.records import Act, Standing
from ondit.records.position import Position, Stand
from ondit.records.trace import Ref
from ondit.show.positions import position_line, show_positions

NO = Position(
    Ref("a", 0), Act.SAY, "taxes will\nnot rise", "", Standing.ON_RECORD, "2034-03-01", ("Post",)
)
YES = Position(
    Ref("b", 0),
    Act.COMMIT,
    "taxes rise if the budget fails",
    "if the budget fails",
    Standing.RELAYED,
    "2034-05-09T08:00:00Z",
    ("Post", "Bote"),
)
STANDS = (
    Stand(NO),
    Stand(YES, ("the Harbour Wire",), ("20 October = 2034-10-20",), (NO.ref,), (NO.ref,)),
)


def shown(*stands: Stand) -> list[str]:
    stream = io.StringIO()
    show_positions(Console(file=stream, width=80), stands)
    return stream.getvalue().splitlines()


def test_a_position_has_its_condition_its_deadline_and_what_it_turns_from() -> None:
    assert shown(*STANDS) == [
        "2034-03-01  say  on-record  Post",
        "  “taxes will not rise”",
        "2034-05-09T08:00:00Z  commit  relayed  Post, Bote  through the Harbour Wire",
        "  “taxes rise if the budget fails”",
        "  condition: if the budget fails",
        "  by: 20 October = 2034-10-20",
        "  turns from 2034-03-01: “taxes will not rise”",
        "  contradicts 2034-03-01: “taxes will not rise”",
    ]


def test_nothing_is_said_to_be_nothing() -> None:
    assert shown() == ["Nothing found."]


def test_json_has_the_position_and_how_it_stands_in_one_record() -> None:
    record = json.loads(position_line(STANDS[1]))
    assert record["act"] == "commit"
    assert record["turns_from"] == [{"article": "a", "place": 0}]
    assert record["deadlines"] == ["20 October = 2034-10-20"]
    assert "position" not in record
