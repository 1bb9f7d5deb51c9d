"""Where a text has time expressions, by the words and rules of its language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from ondit.resolve.timegrammar import (
    BREAK,
    OTHER_NUMBER,
    OTHER_SIGN,
    OTHER_WORD,
    SPACE,
    TOKEN,
    Hit,
    Lexicon,
    Rule,
    Values,
    compiled,
    fold,
    literals,
    number,
)
from ondit.resolve.timevocabulary import RULES, UNITS, Row, add_words, expanded, rows_of

NOTHING: Values = {}
"""What a word means that is no part of a date."""

NAMES = frozenset({"month", "weekday"})
"""The parts whose words are names, which some languages write with a capital."""

COUNTED = UNITS | {"n", "days"}
"""The parts that a duration consists of."""

LONGEST_NUMBER = 4
"""Digits of the longest number that can be part of a date: a year's."""

BEFORE = re.compile(r"(?:[^\W_]|\d[.,:/-]|[$€£¥₽₴₹№#+])\Z")
AFTER = re.compile(r"[^\W_]|[.,:/-]\d|[ \u00a0\u202f]?[%‰°$€£¥₽₴₹]")
"""What next to digits makes them part of something else than a date."""


@dataclass(frozen=True, slots=True)
class Encoded:
    """A text as one symbol for each word, with what each means and where it lies."""

    symbols: str
    values: tuple[Values, ...]
    begins: tuple[int, ...]
    ends: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Timewords:
    """The words and rules of one language; `capital` says that its names are capitalised."""

    lexicon: Lexicon
    rules: tuple[Rule, ...]
    capital: bool

    def hits(self, text: str) -> list[Hit]:
        """Return where the rules hold, in order: where several do, the one that takes in most.

        Of those that take in the same, one that names an event goes first.
        """
        folded = fold(text)
        encoded = self._encode(text, folded)
        found = [hit for rule in self.rules for hit in _matches(rule, encoded, folded)]
        found.sort(key=lambda hit: (hit.begin, -hit.reach, -hit.end, hit.rule.kind != "after"))
        kept: list[Hit] = []
        for hit in found:
            if not kept or hit.begin >= kept[-1].end:
                kept.append(hit)
        return kept

    def _encode(self, text: str, folded: str) -> Encoded:
        rows = TOKEN.findall(folded)
        symbols: list[str] = []
        values: list[Values] = []
        begins: list[int] = []
        ends: list[int] = []
        at = end = 0
        while at < len(rows):
            begin = end
            size, symbol, meaning = self._word(rows, at)
            end += sum(map(len, rows[at : at + size]))
            if self.capital and not meaning.keys().isdisjoint(NAMES) and text[begin].islower():
                symbol, meaning = OTHER_WORD, NOTHING
            symbols.append(symbol)
            values.append(meaning)
            begins.append(begin)
            ends.append(end)
            at += size
        return Encoded("".join(symbols), tuple(values), tuple(begins), tuple(ends))

    def _word(self, rows: list[str], at: int) -> tuple[int, str, Values]:
        """Return how many tokens the longest word at a place has, its symbol and its meaning."""
        text = rows[at]
        for size in range(self.lexicon.longest.get(text, 0), 0, -1):
            word = tuple(rows[at : at + size])
            symbol = self.lexicon.marks.get(word)
            if symbol:
                return size, symbol, self.lexicon.words[word]
        if text.isdecimal() and len(text) <= LONGEST_NUMBER:
            meaning = number(text)
            return 1, self.lexicon.symbols.get(frozenset(meaning), OTHER_NUMBER), meaning
        return 1, _other(text), NOTHING


def _other(text: str) -> str:
    if text == "\n":
        return BREAK
    if text.isspace():
        return SPACE
    if text.isdecimal():
        return OTHER_NUMBER
    return OTHER_WORD if text[0].isalpha() else OTHER_SIGN


def _matches(rule: Rule, encoded: Encoded, folded: str) -> Iterator[Hit]:
    at = 0
    while match := rule.pattern.search(encoded.symbols, at):
        if _free(folded, *_place(encoded, *match.span())) and not _cut(match, encoded):
            yield _hit(rule, match, encoded)
            at = match.end()
        else:
            at = match.start() + 1


def _hit(rule: Rule, match: re.Match[str], encoded: Encoded) -> Hit:
    parts = [name for name, got in match.groupdict().items() if got and name != "span"]
    values = {one: _value(encoded.values[match.start(one)], one) for one in parts}
    places = {one: _place(encoded, *match.span(one)) for one in parts}
    begin, end = around = _place(encoded, *match.span())
    if "span" in match.re.groupindex:
        begin, end = _place(encoded, *match.span("span"))
    elif "event" in places:
        end = max(place[1] for part, place in places.items() if part in UNITS)
    elif "before" in places:
        begin = min(place[0] for part, place in places.items() if part in COUNTED)
    return Hit(rule, begin, end, around[1], values, places)


def _place(encoded: Encoded, first: int, after: int) -> tuple[int, int]:
    """Return the characters that symbols cover, without a space at their beginning."""
    if encoded.symbols[first] == SPACE:
        first += 1
    return encoded.begins[first], encoded.ends[after - 1]


def _value(values: Values, part: str) -> int:
    return values.get(part.removesuffix("2"), 0)


def _free(folded: str, begin: int, end: int) -> bool:
    """Return whether digits at the ends of a match are whole numbers and no part of others."""
    before = folded[max(0, begin - 2) : begin]
    if folded[begin].isdecimal() and BEFORE.search(before) and not _single(before[-1]):
        return False
    if _hangul(folded[begin]) and begin and _hangul(folded[begin - 1]):
        return False
    after = AFTER.match(folded, end) if folded[end - 1].isdecimal() else None
    return after is None or _single(folded[end])


def _cut(match: re.Match[str], encoded: Encoded) -> bool:
    """Return whether a match begins with the end of a longer number ("[thirty-]one years")."""
    at = match.start()
    if "n" not in match.re.groupindex or match.start("n") != at or at == 0:
        return False
    before = [one for one in range(max(0, at - 4), at) if encoded.symbols[one] != SPACE]
    while before and encoded.values[before[-1]].keys() & {"joint", "=-"}:
        before.pop()
    return bool(before) and "n" in encoded.values[before[-1]]


def _single(char: str) -> bool:
    return "\u3005" <= char <= "\u9fff" or _hangul(char)


def _hangul(char: str) -> bool:
    return "\uac00" <= char <= "\ud7af"


@cache
def timewords(language: str) -> Timewords:
    """Return the words and rules of a language; for one without a vocabulary, the common rules."""
    rows = [*rows_of(language), *rows_of("common")]
    options = {row.value for row in rows if row.role == "option"}
    macros = {row.value: f"({row.words})" for row in reversed(rows) if row.role == "macro"}
    lexicon = Lexicon()
    add_words(lexicon, rows, language, options)
    templates = [
        Row(row.role, row.value, expanded(row.words, macros)) for row in rows if row.role in RULES
    ]
    for word in literals(row.words for row in templates):
        lexicon.add(word, f"={word}")
        if not word[0].isalnum():
            lexicon.add(word, "sign")
    lexicon.settle()
    rules = tuple(Rule(row.role, row.value, compiled(row.words, lexicon)) for row in templates)
    return Timewords(lexicon, rules, "capital" in options)
