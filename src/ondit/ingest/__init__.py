"""Makes an article of a source: a file, a page, a record or standard input."""

from ondit.ingest.source import ingest

__all__ = ["ingest"]
