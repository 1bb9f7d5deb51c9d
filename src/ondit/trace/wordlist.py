"""The files of words beside the modules: what differs between languages is data, not code."""

from __future__ import annotations

import json
import re
from functools import cache
from importlib.resources import files
from typing import Any

NO_BLANKS = frozenset({"ja", "zh", "ko"})
"""Languages in which a word of the tables may stand within what blanks part."""

PROCLITICS = {"ar": "[وفبلك]?", "fa": ""}
"""Letters that a language writes to the front of a word."""


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """Return the rows of the file `name` in this folder, each as its tab-parted columns.

    Blank lines and those that begin with "#" are left out.
    """
    lines = files("ondit.trace").joinpath(name).read_text("utf-8").splitlines()
    return tuple(tuple(line.split("\t")) for line in lines if line and not line.startswith("#"))


@cache
def table(name: str) -> dict[str, Any]:
    """Return what the JSON file `name` in this folder holds."""
    held: dict[str, Any] = json.loads(files("ondit.trace").joinpath(name).read_text("utf-8"))
    return held


def pattern(words: str, language: str | None) -> str:
    """Return a regular expression for any of `words`, which are parted by blanks.

    `_` is a blank within a word, `*` any ending or beginning.
    """
    plain = language in NO_BLANKS
    parts = sorted(words.split(), key=len, reverse=True)
    return "|".join(_bounded(one, plain, PROCLITICS.get(language or "", "")) for one in parts)


def compiled(words: str, language: str | None) -> re.Pattern[str]:
    """Return `pattern` ready for use, without regard to case."""
    return re.compile(pattern(words, language), re.IGNORECASE)


def _bounded(word: str, plain: bool, front: str) -> str:
    body = r"\w*".join(re.escape(one.replace("_", " ")) for one in word.split("*"))
    if plain:
        return body
    begin = rf"(?<!\w){front}" if word[0].isalpha() and not word.startswith(("n't", "n’t")) else ""
    end = r"(?!\w)" if word[-1].isalpha() else ""
    return f"{begin}{body}{end}"
