"""Follows an archive: takes the articles that came and went, and says what is to be written."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from importlib.resources import files

from ondit.records.bond import Update
from ondit.trace.index import Index, meaning, points
from ondit.trace.ledger import Ledger
from ondit.trace.model import Models
from ondit.trace.neighbours import Neighbours
from ondit.trace.sheet import Sheet, sheet
from ondit.trace.upkeep import Change, Upkeep

SHEETS = 256
"""Articles that are held taken apart, some 100 kB each: those that came last are compared most."""

DATA = (".json", ".npz", ".tsv")


class Follower:
    """What is held between the steps in which an archive is followed.

    Each step must be written before the next is asked for.
    """

    def __init__(self, ledger: Ledger, index: Index, by: Models) -> None:
        """Follow what `ledger` keeps; `index` holds the articles that it has followed."""
        self._sheets = lru_cache(SHEETS)(lambda article: _sheet(ledger, article))
        self._neighbours = Neighbours(index, ledger)
        self._upkeep = Upkeep(ledger, self._sheets, by)

    def leave(self, gone: Sequence[str]) -> Update:
        """Return what is to be written once articles are no more, or have another text."""
        for name in gone:
            self._neighbours.drop(name)
        self._sheets.cache_clear()
        return self._upkeep.update(Change((), tuple(gone), self._neighbours.moved()))

    def come(self, came: Sequence[str]) -> Update:
        """Return what is to be written because of articles that are there now."""
        for name in came:
            self._neighbours.add(name, points(meaning(self._sheets(name))))
        return self._upkeep.update(Change(tuple(came), (), self._neighbours.moved()))


def digest() -> str:
    """Return what stands for the words and weights that comparing depends on: where they change,
    what was found before is of no use."""
    found = hashlib.sha256()
    for one in sorted(files("ondit.trace").iterdir(), key=lambda one: one.name):
        if one.name.endswith(DATA):
            found.update(one.name.encode() + one.read_bytes())
    return found.hexdigest()[:16]


def _sheet(ledger: Ledger, article: str) -> Sheet:
    """Return an article's sheet under the id that the archive knows it by."""
    return replace(sheet(ledger.document(article)), id=article)
