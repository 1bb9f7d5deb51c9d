"""Documents for archives, many and quickly: the annotated texts of the corpus, without a model."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

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
from ondit.store.vectors import DIMENSIONS, centre
from training.corpus import SYNTHETIC, Gold, Pairs, parse

OUTLETS = ("Kurier Nadbrzeżny", "Вестник Долины", "The Harbour Post", "河谷时报", "Der Talbote")
SPREAD = 0.46
"""Length of what sets a sentence's vector apart from the centre of all, as in the real ones."""


def documents(count: int) -> Iterator[Document]:
    """Yield `count` documents, all different; after the corpus's last text it begins anew, each
    text with a line more."""
    paths = sorted(SYNTHETIC.glob("??/*.txt"), key=lambda path: (path.stem, path.parent.name))
    for number in range(count):
        turn, at = divmod(number, len(paths))
        path = paths[at]
        yield document(f"{path.parent.name}/{path.stem}", turn)


def document(name: str, turn: int = 0) -> Document:
    """Return the document of one text of the corpus, "pl/pl-1"; `turn` tells copies apart."""
    reading = _reading(name)
    article = reading.article
    if turn:
        text = f"{article.text}\n\n({turn})"
        article = replace(article, text=text, url=f"{article.url}-{turn}")
    told = tuple(Statement(one.content, one.id) for one in reading.attributions)
    return Document(replace(reading, article=article), told, vectors(told, name, turn))


def vectors(statements: tuple[Statement, ...], name: str, turn: int) -> np.ndarray:
    """Return vectors of length one, different for each statement, spread like the real ones."""
    seed = int.from_bytes(f"{name}{turn}".encode()) % 2**32
    apart = np.random.default_rng(seed).standard_normal((len(statements), DIMENSIONS))
    found = centre() + SPREAD / DIMENSIONS**0.5 * apart
    unit: np.ndarray = (found / np.linalg.norm(found, axis=1, keepdims=True)).astype(np.float32)
    return unit


@cache
def _reading(name: str) -> Reading:
    language, _, stem = name.partition("/")
    text, golds = parse((SYNTHETIC / f"{name}.txt").read_text("utf-8"))
    day = 1 + sum(map(ord, stem)) % 28
    outlet = OUTLETS[sum(map(ord, name)) % len(OUTLETS)]
    article = Article(
        text,
        title=text.strip().partition("\n")[0],
        outlet=outlet,
        url=f"https://www.{language}.example/news/2025/08/{stem}",
        language=language,
        published=f"2025-08-{day:02}T09:30:00+02:00",
        byline="Irena Holt",
    )
    attributions = tuple(_attribution(n, one, golds, text) for n, one in enumerate(golds, 1))
    return resolve(Reading(article, _mentions(golds, text), attributions))


def _attribution(number: int, gold: Gold, golds: tuple[Gold, ...], text: str) -> Attribution:
    content = _spans(gold.content)
    return Attribution(
        number,
        _parent(number, golds),
        _spans(gold.source),
        _spans(gold.cue),
        content,
        _spans(gold.condition),
        gold.act or Act.SAY,
        gold.via or Via.NONE,
        Form.DIRECT if content[0].of(text)[0] in '"„“«»「' else Form.INDIRECT,
        round(0.7 + number % 30 / 100, 3),
    )


def _parent(number: int, golds: tuple[Gold, ...]) -> int | None:
    """Return the shortest attribution in whose content this one's cue lies."""
    anchor = golds[number - 1].anchor
    around = [
        (end - begin, other)
        for other, gold in enumerate(golds, 1)
        for begin, end in gold.content
        if other < number and begin <= anchor < end
    ]
    return min(around)[1] if around else None


def _mentions(golds: tuple[Gold, ...], text: str) -> tuple[Mention, ...]:
    found = set()
    for gold in golds:
        if gold.via is Via.NAMED and gold.who and gold.who in text:
            begin = text.index(gold.who)
            found.add(Mention(Span(begin, begin + len(gold.who)), MentionType.PERSON))
    return tuple(sorted(found, key=lambda one: one.span))


def _spans(pairs: Pairs) -> tuple[Span, ...]:
    return tuple(Span(begin, end) for begin, end in pairs)
