import io
import json

from rich.console import Console

from ondit.show.trail import show_claims, trail_line
from ondit.show.tree import Tree
from tests.show.journeys import BOTE, COUNTRIES, DISPUTES, DOCUMENTS, MATCHES, TRAIL


def shown(*, why: bool = False) -> list[str]:
    stream = io.StringIO()
    tree = Tree(
        Console(file=stream, width=80), DOCUMENTS, COUNTRIES, matches=MATCHES if why else None
    )
    tree.show_all([TRAIL])
    return stream.getvalue().splitlines()


def test_a_retelling_hangs_under_what_it_was_made_from() -> None:
    assert shown() == [
        "“300 tonnes of oil could leak, said Ruth Pennerack.”",
        "4 carriers · 4 outlets · 4 languages · 2 origins · depth 2",
        "! circular: many carry it, and all have it from one",
        "! disputed by claim c2",
        "├ 2034-02-12T05:30:00Z  Islander  en  GB  on-record",
        "│ │ “300 tonnes of oil could leak, said Ruth Pennerack.”",
        "│ │ origin: Ruth Pennerack",
        "│ └ 2034-02-13  Hafenbote  de  translated  p = 0.90  own-voice",
        "│   │ “3000 Tonnen Öl treten aus, schreibt der Islander.”",
        "│   │ changed: number: 300 -> 3000",
        "│   │ changed: hedge: could -> nothing",
        "│   └ no date  النهار  ar  named  p = 0.45  own-voice",
        "│       “تسرب ثلاثة آلاف طن من النفط، وفق صحيفة Hafenbote.”",
        "│       changed: unsourced",
        "└ Морской газеты  not in the archive",
        "  └ 2034-02-12T09:00:00+03:00  Листок  ru  named  p = 1.00  own-voice",
        "      “По данным «Морской газеты», утечь могут 300 тонн.”",
        "      origin: no source named (unnamed)",
        "      also heard by Islander",
    ]


def test_why_shows_what_every_conclusion_rests_on() -> None:
    told = shown(why=True)
    assert "│   │ because made from it, named: “Islander” [40, 48)" in told
    assert "│   │ because number, p = 0.82: “300” [0, 3) became “3000” [0, 4)" in told


def test_what_disputes_a_claim_is_told_with_the_words_of_both() -> None:
    stream = io.StringIO()
    Tree(Console(file=stream, width=80), DOCUMENTS, {}, disputes=DISPUTES).show(TRAIL)
    assert stream.getvalue().splitlines()[3:5] == [
        "! disputed by claim c2",
        (
            "  because c2 contradicts: Mail “The tank holds no oil at all.” [0, 29), "
            "where the claim is told by "
            "Islander “300 tonnes of oil could leak, said Ruth Pennerack.” [0, 50)"
        ),
    ]


def test_a_list_of_claims_has_their_counts_and_first_words() -> None:
    stream = io.StringIO()
    show_claims(Console(file=stream, width=80), (TRAIL,), DOCUMENTS)
    assert stream.getvalue().splitlines() == [
        "c1  since 2034-02-12 05:30  4 carriers, 2 origins, depth 2, 3 changed  ! circular",
        "  “300 tonnes of oil could leak, said Ruth Pennerack.”",
    ]


def test_a_trail_in_json_has_the_words_of_each_carrier() -> None:
    line = trail_line(TRAIL, DOCUMENTS)
    assert "\n" not in line
    record = json.loads(line)
    carriers = {one["article"]: one for one in record["claim"]["carriers"]}
    assert carriers[BOTE.id]["text"] == BOTE.text
    assert record["steps"][0]["shifts"][0]["before"] == [{"begin": 0, "end": 3}]
    assert "matches" not in record


def test_a_trail_in_json_has_its_reasons_if_they_are_asked_for() -> None:
    (match,) = json.loads(trail_line(TRAIL, DOCUMENTS, MATCHES))["matches"]
    assert match["relation"] == "shifted"
    assert match["reasons"][0] == {"words": "both mean nearly the same", "weight": 2.1}
