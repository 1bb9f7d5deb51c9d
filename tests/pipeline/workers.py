"""What the processes of an engine do in tests: they read without a model, fail, or die."""

import os
from pathlib import Path

import numpy as np

from ondit.config import Settings
from ondit.records import Article, Document, Reading


def work(article: Article, _settings: Settings) -> Document:
    """Read nothing into an article; one that says so fails, or kills its process once or always."""
    words = article.text.split()
    if words[0] == "fail":
        raise RuntimeError("a fault of its own")
    if words[0] == "die":
        os._exit(1)
    if words[0] == "stumble" and not Path(words[1]).exists():
        Path(words[1]).touch()
        os._exit(1)
    return Document(Reading(article), (), np.zeros((0, 384), np.float32))
