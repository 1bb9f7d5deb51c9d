"""Trails to show: one written by hand that has everything in it, and any that hang together."""

from __future__ import annotations

import numpy as np
from hypothesis import strategies as st

from ondit.records import (
    Act,
    Article,
    Attribution,
    Chain,
    Document,
    Form,
    Link,
    LinkKind,
    Reading,
    Span,
    Standing,
    Statement,
    Via,
)
from ondit.records.trace import (
    Claim,
    Evidence,
    Flag,
    Match,
    Origin,
    Reason,
    Ref,
    Relation,
    Relay,
    RelayKind,
    Shift,
    ShiftKind,
    Step,
    Trail,
)


def document(article: Article, source: str = "") -> Document:
    """Return an article whose whole text is one statement, said by `source` if that is given."""
    whole = (Span(0, len(article.text)),)
    if not source:
        return Document(Reading(article), (Statement(whole, None),), vectors(1))
    at = Span(article.text.index(source), article.text.index(source) + len(source))
    told = Attribution(1, None, (at,), (), whole, (), Act.SAY, Via.NAMED, Form.INDIRECT, 0.9)
    link = Link(source, at, Via.NAMED, LinkKind.ATTRIBUTION, attribution=1)
    chain = Chain((link,), (link,), (), 0, Standing.ON_RECORD)
    reading = Reading(article, attributions=(told,), chains=(chain,))
    return Document(reading, (Statement(whole, 1),), vectors(1))


def vectors(count: int) -> np.ndarray:
    """Return rows that play no part in what is shown."""
    return np.zeros((count, 384), np.float32)


ISLANDER = Article(
    "300 tonnes of oil could leak, said Ruth Pennerack.",
    outlet="Islander",
    language="en",
    published="2034-02-12T05:30:00Z",
)
BOTE = Article(
    "3000 Tonnen Öl treten aus, schreibt der Islander.",
    outlet="Hafenbote",
    language="de",
    published="2034-02-13",
)
NAHAR = Article(
    "تسرب ثلاثة آلاف طن من النفط، وفق صحيفة Hafenbote.",
    outlet="النهار",
    language="ar",
)
LISTOK = Article(
    "По данным «Морской газеты», утечь могут 300 тонн.",
    outlet="Листок",
    language="ru",
    published="2034-02-12T09:00:00+03:00",
)
DOCUMENTS = {
    one.id: document(one, source)
    for one, source in ((ISLANDER, "Ruth Pennerack"), (BOTE, ""), (NAHAR, ""), (LISTOK, ""))
}
FIRST, SECOND, THIRD, FOURTH = (Ref(one.id, 0) for one in (ISLANDER, BOTE, NAHAR, LISTOK))

TRANSLATED = Relay(
    BOTE.id,
    ISLANDER.id,
    "Islander",
    RelayKind.TRANSLATED,
    (
        Evidence(RelayKind.TRANSLATED, (Span(0, 11),), (Span(0, 10),)),
        Evidence(RelayKind.NAMED, (Span(40, 48),)),
    ),
    0.9,
)
NAMED = Relay(
    NAHAR.id,
    BOTE.id,
    "Hafenbote",
    RelayKind.NAMED,
    (Evidence(RelayKind.NAMED, (Span(39, 48),)),),
    0.45,
    unordered=True,
)
ABSENT = Relay(
    LISTOK.id,
    None,
    "Морской газеты",
    RelayKind.NAMED,
    (Evidence(RelayKind.NAMED, (Span(11, 25),)),),
    1.0,
)
NUMBER = Shift(ShiftKind.NUMBER, FIRST, SECOND, (Span(0, 3),), (Span(0, 4),), "", 0.82)
HEDGE = Shift(ShiftKind.HEDGE, FIRST, SECOND, (Span(18, 23),), (), "", 0.6)
SOURCE = Shift(ShiftKind.UNSOURCED, SECOND, THIRD, (), (), "", 0.5)

TRAIL = Trail(
    claim=Claim("c1", tuple(sorted((FIRST, SECOND, THIRD, FOURTH)))),
    origins=(
        Origin(FIRST, ("Ruth Pennerack",), unnamed=False),
        Origin(FOURTH, (), unnamed=True, witnesses=(FIRST,), ghost="Морской газеты"),
    ),
    steps=(
        Step(SECOND, FIRST, TRANSLATED, (NUMBER, HEDGE)),
        Step(THIRD, SECOND, NAMED, (SOURCE,)),
        Step(FOURTH, None, ABSENT),
    ),
    carriers=4,
    outlets=4,
    languages=4,
    depth=2,
    flags=(Flag.CIRCULAR,),
    disputed=("c2",),
)
COUNTRIES = {ISLANDER.id: "GB"}
MATCHES = {
    SECOND: Match(
        min(FIRST, SECOND),
        max(FIRST, SECOND),
        0.97,
        Relation.SHIFTED,
        (Reason("both mean nearly the same", 2.1), Reason("their numbers differ", -0.7)),
    )
}
DENIED = document(Article("The tank holds no oil at all.", outlet="Mail", language="en"))
DOCUMENTS[DENIED.reading.article.id] = DENIED
DISPUTES = {
    ("c1", "c2"): Match(FIRST, Ref(DENIED.reading.article.id, 0), 0.2, Relation.CONTRADICTS, ())
}

STAMPS = st.none() | st.sampled_from(
    ["2034-02-12", "2034-02-12T05:30:00Z", "2034-02-13T01:00:00+09:00", "spring", "1998-01-01"]
)


@st.composite
def trails(draw: st.DrawFn) -> tuple[Trail, dict[str, Document]]:
    """Draw a trail of any shape, circles and outlets that are not there among them."""
    words = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=40)
    texts = draw(st.lists(words, min_size=1, max_size=7, unique=True))
    articles = [Article(one, outlet=draw(words), published=draw(STAMPS)) for one in texts]
    refs = [Ref(one.id, 0) for one in articles]
    steps = []
    for ref in refs:
        parent = draw(st.none() | st.sampled_from(["absent", *refs]))
        if parent is None or parent == ref:
            continue
        name = draw(st.sampled_from(["Sohu", "AP"])) if parent == "absent" else None
        its = parent if isinstance(parent, Ref) else None
        relay = Relay(
            ref.article,
            its.article if its else None,
            name,
            RelayKind.NAMED,
            (),
            0.9,
            late=draw(st.booleans()),
        )
        found = Shift(ShiftKind.DATE, its or ref, ref, (), (Span(0, 1),), "", 0.5)
        steps.append(Step(ref, its, relay, (found,) if its and draw(st.booleans()) else ()))
    left = {ref.article for ref in refs} - {one.child.article for one in steps if one.parent}
    begun = tuple(Origin(ref, (), unnamed=False) for ref in refs if ref.article in left)
    claim = Claim("c1", tuple(sorted(refs)))
    trail = Trail(claim, begun, tuple(steps), len(refs), len(refs), 1, 1, ())
    return trail, {one.id: document(one) for one in articles}
