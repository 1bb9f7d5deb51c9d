"""Documents whose statements have known meanings: an annotated text, and a word for each content.

Statements of one meaning get vectors close to each other, those of two are far apart.
"""

from __future__ import annotations

import numpy as np

from ondit.records import (
    Act,
    Article,
    Attribution,
    Document,
    Form,
    Mention,
    MentionType,
    Reading,
    Span,
    Statement,
    Via,
)
from ondit.resolve.resolver import resolve
from ondit.trace.centre import means
from training.corpus import Pairs, parse


def document(
    annotated: str,
    meanings: str,
    outlet: str,
    language: str,
    published: str | None,
    names: tuple[str, ...] = (),
) -> Document:
    """Return a document; `meanings` has a word for each attribution, `names` are organisations."""
    text, golds = parse(annotated)
    attributions = tuple(
        Attribution(
            number,
            None,
            spans(one.source),
            spans(one.cue),
            spans(one.content),
            spans(one.condition),
            one.act or Act.SAY,
            one.via or Via.NAMED,
            Form.INDIRECT,
            0.9,
        )
        for number, one in enumerate(golds, 1)
    )
    mentions = tuple(
        Mention(Span(text.index(name), text.index(name) + len(name)), MentionType.ORGANISATION)
        for name in names
    )
    article = Article(text, outlet=outlet, language=language, published=published)
    told = tuple(Statement(one.content, one.id) for one in attributions)
    rows = [vector(word, text) for word in meanings.split()]
    held = np.array(rows, np.float32) * 0.5 + means()[language]
    return Document(resolve(Reading(article, mentions, attributions)), told, held)


def spans(pairs: Pairs) -> tuple[Span, ...]:
    """Return pairs of offsets as spans."""
    return tuple(Span(*pair) for pair in pairs)


def vector(meaning: str, text: str) -> np.ndarray:
    """Return a vector for a meaning, a little different in each text."""
    own = np.random.default_rng(int.from_bytes(meaning.encode()) % 2**32).standard_normal(384)
    turn = np.random.default_rng(len(text)).standard_normal(384)
    mixed: np.ndarray = own + 0.4 * turn
    unit: np.ndarray = mixed / np.linalg.norm(mixed)
    return unit


FIRST = document(
    "<s1>Harbour minister Lena Aspegren</s1> <c1>told</c1> the Harbour Post that <q1>about 300"
    " tonnes of oil could leak if the hull breaks</q1>.\n"
    "<s2>She</s2> <c2>said</c2> <q2>two tugs would try to pull the ship off on Thursday</q2>.\n"
    "---\n1 | say | Lena Aspegren | named\n2 | say | Lena Aspegren | named\n",
    "oil tugs",
    "Harbour Post",
    "en",
    "2034-02-12T05:30:00Z",
)

SECOND = document(
    "<q1><q2>Если корпус сломается, могут вытечь 3000 тонн мазута</q2></q1>,"
    " <c1>пишет</c1> <s1>газета Harbour Post</s1> <c2>со ссылкой на</c2> <s2>министра Лену"
    " Аспегрен</s2>. <q3>Два буксира попытаются снять судно с рифа в четверг</q3>,"
    " <c3>сообщила</c3> <s3>она</s3>.\n"
    "---\n1 | say | Harbour Post | outlet\n2 | say | Лена Аспегрен | named\n"
    "3 | say | Лена Аспегрен | named\n",
    "oil oil tugs",
    "Речной вестник",
    "ru",
    "2034-02-12T12:00:00Z",
    ("Harbour Post",),
)

OTHER = document(
    "<s1>Trainer Rolf Hanke</s1> <c1>sagte</c1>, <q1>der Stürmer habe in dieser Saison 19 Tore"
    " geschossen</q1>.\n---\n1 | say | Rolf Hanke | named\n",
    "goals",
    "Der Anstoß",
    "de",
    "2034-02-12T09:00:00Z",
)
