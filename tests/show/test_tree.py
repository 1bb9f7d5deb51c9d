import io

import numpy as np
from rich.console import Console

from ondit.records import Article, Document, Reading, Span, Statement
from ondit.records.trace import (
    Claim,
    Evidence,
    Flag,
    Origin,
    Ref,
    Relay,
    RelayKind,
    Shift,
    ShiftKind,
    Step,
    Trail,
)
from ondit.show.trail import show_claims, trail_line
from ondit.show.tree import Tree

FIRST = Article("300 tonnes could leak.", outlet="Islander", language="en", published="2034-02-12")
THEN = Article("3000 Tonnen treten aus.", outlet="Bote", language="de", published="2034-02-13")


def document(article: Article) -> Document:
    statement = Statement((Span(0, len(article.text)),), None)
    return Document(Reading(article), (statement,), np.zeros((1, 384), np.float32))


A, B = Ref(FIRST.id, 0), Ref(THEN.id, 0)
DOCUMENTS = {one.id: document(one) for one in (FIRST, THEN)}
RELAY = Relay(
    B.article,
    A.article,
    None,
    RelayKind.TRANSLATED,
    (Evidence(RelayKind.TRANSLATED, (Span(0, 4),)),),
    0.9,
)
SHIFT = Shift(ShiftKind.NUMBER, A, B, (Span(0, 3),), (Span(0, 4),), "number: 300 -> 3000", 0.8)
TRAIL = Trail(
    claim=Claim("c1", (A, B)),
    origins=(Origin(A, ("the coastguard",), unnamed=False),),
    steps=(Step(B, A, RELAY, (SHIFT,)),),
    carriers=2,
    outlets=2,
    languages=2,
    depth=1,
    flags=(Flag.CIRCULAR,),
)


def shown(*, why: bool = False) -> list[str]:
    stream = io.StringIO()
    Tree(Console(file=stream, width=80), DOCUMENTS, why=why).show(TRAIL)
    return stream.getvalue().splitlines()


def test_a_retelling_hangs_under_what_it_was_made_from() -> None:
    assert shown() == [
        "“300 tonnes could leak.”",
        "2 carriers · 2 outlets · 2 languages · 1 origin · depth 1",
        "! circular: many carry it, and all have it from one",
        "└ 2034-02-12  Islander  en",
        "  │ “300 tonnes could leak.”",
        "  │ origin: the coastguard",
        "  └ 2034-02-13  Bote  de  translated  p = 0.90",
        "      “3000 Tonnen treten aus.”",
        "      changed: number: 300 -> 3000",
    ]


def test_why_shows_the_words_that_a_step_rests_on() -> None:
    assert "      because translated: “3000”" in shown(why=True)


def test_a_list_of_claims_has_their_counts_and_first_words() -> None:
    stream = io.StringIO()
    show_claims(Console(file=stream, width=80), (TRAIL,), DOCUMENTS)
    assert stream.getvalue().splitlines() == [
        "c1  2 carriers, 1 origin, depth 1, 1 changed  ! circular",
        "  “300 tonnes could leak.”",
    ]


def test_a_trail_in_json_has_the_words_of_each_carrier() -> None:
    line = trail_line(TRAIL, DOCUMENTS)
    assert "\n" not in line
    assert '"text": "3000 Tonnen treten aus."' in line
    assert '"words": "number: 300 -> 3000"' in line
