"""Reads an article that was handed over as a record, and keeps nothing of it."""

from __future__ import annotations

from ondit.config import Settings
from ondit.ingest import record
from ondit.ingest.raw import Raw
from ondit.ingest.source import finish
from ondit.pipeline.reading import read
from ondit.records import Reading

SENT = "text"
"""What a text that was sent is called where it is at fault."""


def read_sent(sent: object, settings: Settings) -> Reading:
    """Return what is said in the article that a JSON record holds; nothing is fetched.

    Raise SourceError if there is no article in it, WeightsError if there is no model, ReadingError
    if it cannot be read through.
    """
    raw = Raw(SENT, b"")
    return read(finish(raw, record.parse(raw, sent), settings), settings)
