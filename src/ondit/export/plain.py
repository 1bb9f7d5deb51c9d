"""Words as every form has a place for them."""

from __future__ import annotations

import re

NO_PLACE = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""Characters that XML 1.0 leaves no place for, and line breaks."""


def plain(words: str) -> str:
    """Return words on one line, without what XML has no place for."""
    return " ".join(NO_PLACE.sub(" ", words).split())
