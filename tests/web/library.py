"""An archive to look into: articles in many languages, one with two texts, one hostile."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from starlette.testclient import TestClient

from ondit.config import Service, Settings
from ondit.pipeline.serving import Library
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
from ondit.store.archive import Archive
from ondit.web.app import app
from tests.store.samples import document, vectors
from tests.trace.samples import FIRST, SECOND

NAMES = ("en/en-1", "en/en-2", "en/en-3", "ru/ru-a1", "ru/ru-a2", "zh/zh-1", "ar/ar-1", "de/de-1")
HOST = "http://127.0.0.1"

ATTACKS = (
    "=HYPERLINK(1)",
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "javascript:alert(1)",
    "</textarea></title></style><svg/onload=alert(1)>",
    "{{ 7 * 7 }}{% include 'x' %}",
    "<!--<b>--!><b>",
)
ATTACK = " ".join(ATTACKS)
"""All of them in one field."""


def fill(archive: Archive) -> None:
    """Add the articles; the first of them gets another text later."""
    for name in NAMES:
        archive.add(document(name), name)
    archive.add(hostile(), "hostile")
    archive.add(hostile("2025-08-19", "https://retold.example/1"), "retold")
    archive.add(FIRST, "first")
    archive.add(SECOND, "second")
    first = document(NAMES[0])
    article = first.reading.article
    text = article.text + "\n\nMore is not known."
    changed = replace(first.reading, article=replace(article, text=text))
    fewer = replace(changed, attributions=changed.attributions[:-1], chains=changed.chains[:-1])
    told = first.statements[:-1]
    archive.add(Document(fewer, told, vectors(told, NAMES[0], 0)), "changed")


def hostile(day: str = "2025-08-18", url: str = "javascript:alert(1)//") -> Document:
    """Return an article whose every field is an attack; two of them carry one claim."""
    words = f"{ATTACK} "
    text = words * 4 + day
    source, cue, content, condition = (
        (Span(at * len(words), at * len(words) + len(ATTACK)),) for at in range(4)
    )
    said = Attribution(
        1, None, source, cue, content, condition, Act.DENY, Via.NAMED, Form.MIXED, 0.5
    )
    article = Article(
        text,
        title=ATTACK,
        outlet=f"{ATTACK}{day}",
        url=f"{url}{ATTACK}",
        language=ATTACK,
        published=f"{day}{ATTACK}",
        byline=ATTACK,
        canonical=ATTACK,
    )
    named = (Mention(source[0], MentionType.PERSON),)
    told = (Statement(content, 1),)
    return Document(resolve(Reading(article, named, (said,))), told, vectors(told, "attack", 0))


@contextmanager
def visiting(path: Path, service: Service | None = None) -> Iterator[TestClient]:
    """Give a browser at the pages of an archive, as a visitor on this machine."""
    with (
        Archive(path) as archive,
        TestClient(
            app(Library(archive, str(path), Settings()), service or Service()), HOST
        ) as client,
    ):
        yield client
