"""The one place that chains the stages: from sources to what was read in them, and an archive."""

from ondit.pipeline.reading import read, read_all

__all__ = ["read", "read_all"]
