"""How values that are no numbers or texts stand in the archive's columns."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any

from sqlalchemy import SmallInteger, Text
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator

from ondit.records import Span


class Coded(TypeDecorator[StrEnum]):
    """A word of the vocabulary as a small number: the table `codes` has them."""

    impl = SmallInteger
    cache_ok = True

    def __init__(self, words: type[StrEnum]) -> None:
        """Take the vocabulary."""
        super().__init__()
        self.words = words

    def process_bind_param(self, value: StrEnum | None, dialect: Dialect) -> int | None:  # noqa: ARG002 - asked with it
        """Return the number that is kept."""
        return None if value is None else codes()[value.value]

    def process_result_value(self, value: Any, dialect: Dialect) -> StrEnum | None:  # noqa: ANN401, ARG002 - what a database gives
        """Return the word that a number stands for."""
        return None if value is None else self.words(_words()[value])


class Spans(TypeDecorator[tuple[Span, ...]]):
    """Stretches of text as "begin,end,begin,end": what the JSON or arrays of a database can be
    made of. Nothing if there are none."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Iterable[Span] | None, dialect: Dialect) -> str | None:  # noqa: ARG002 - asked with it
        """Return the text that is kept."""
        return ",".join(f"{one.begin},{one.end}" for one in value or ()) or None

    def process_result_value(self, value: Any, dialect: Dialect) -> tuple[Span, ...]:  # noqa: ANN401, ARG002 - what a database gives
        """Return the stretches."""
        ends = [int(one) for one in value.split(",")] if value else []
        return tuple(map(Span, ends[::2], ends[1::2]))


@cache
def codes() -> dict[str, int]:
    """Return the number of each word that is kept as one; the words of all vocabularies differ."""
    lines = (files("ondit.store") / "codes.tsv").read_text("utf-8").splitlines()
    return {word: int(code) for code, word in (line.split("\t") for line in lines)}


@cache
def _words() -> dict[int, str]:
    return {code: word for word, code in codes().items()}
