"""What a process that reads does: an article in, all that the archive keeps of it out."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from functools import cache

from ondit.config import Settings
from ondit.pipeline.reading import names
from ondit.read.reader import Reader
from ondit.read.sentence import SentenceEncoder
from ondit.read.statement import statements
from ondit.records import Article, Document, Reading
from ondit.resolve.resolver import resolve


def prepare() -> None:
    """Leave stopping to the process that gives out the work, and end when that one does."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_outlive_nobody, daemon=True).start()


def _outlive_nobody() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


@cache
def _reader() -> Reader:
    return Reader(threads=1)


@cache
def _encoder() -> SentenceEncoder:
    return SentenceEncoder(threads=1)


def document(article: Article, settings: Settings) -> Document:
    """Read one article on one core."""
    return embedded(resolve(_reader().read(article), names(settings.names)))


def embedded(reading: Reading) -> Document:
    """Add to a reading what it states, and what that means."""
    found = statements(reading)
    vectors = _encoder().vectors([one.of(reading.article.text) for one in found])
    return Document(reading, found, vectors)
