"""Patterns over words instead of characters, so that a language's whole grammar of dates is data.

A text becomes a string with one symbol for each of its words; words that can play the same parts
share a symbol. Templates become regular expressions over these symbols: short, and so compiled
and matched fast, whatever the script and however many names a month has.

A template is a row of words and `{part}`s; `( | ) ?` group as in regular expressions, `~` joins
two elements that may have no space between them, `[ ]` enclose what is the expression where the
words around it only give it away.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache

from ondit.records import Span

MARKS = "\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670\u0900-\u0903\u093a-\u094f\u0962\u0963\u200c"
"""Signs that belong to the word before them though they are no letters."""

SINGLE = "\u3005-\u3007\u3041-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff"
"""Characters of scripts whose words nothing parts from their endings: each is a token."""

TOKEN = re.compile(
    rf"\d+|[{SINGLE}]|(?:(?![{SINGLE}])[^\W\d_]|[{MARKS}])+|\n|[^\S\n]+|.", re.DOTALL
)
ELEMENT = re.compile(r"\{(\w+)\}|([()|?~\[\]])|(\\.|[^\s{}()|?~\[\]\\]+)")

SPACE, BREAK, OTHER_WORD, OTHER_NUMBER, OTHER_SIGN = " ", "\n", "w", "0", "."
FIRST_SYMBOL = 0xE000

DIGITS = {
    ord(char): str(value)
    for digits in ("٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹", "०१२३४५६७८९", "０１２３４５６７８９")
    for value, char in enumerate(digits)
}
SAME = DIGITS | {ord(c): "'" for c in "’‘ʼ＇"} | {ord(c): "-" for c in "‐‑–—－〜～־"}
SAME |= {ord(a): b for a, b in zip("，．：／（）ىيكأإآİ", ",.:/()ییکاااi", strict=True)}

Values = Mapping[str, int]
"""What a word means in each part that it can play."""


@dataclass(frozen=True, slots=True)
class Number:
    """Which numbers in digits can play a part; `padded` ones may begin with a zero."""

    part: str
    lengths: range
    values: range
    padded: bool = True


SHORT, FOUR = range(1, 3), range(4, 5)

NUMBERS = (
    Number("day", SHORT, range(1, 32)),
    Number("nmonth", SHORT, range(1, 13)),
    Number("hour", SHORT, range(25)),
    Number("minute", range(2, 3), range(60)),
    Number("yy", range(2, 3), range(100)),
    Number("tens", range(2, 3), range(50, 100, 10)),
    Number("four", SHORT, range(1, 5)),
    Number("era", SHORT, range(1, 100), padded=False),
    Number("n", range(1, 4), range(1000), padded=False),
    Number("year", FOUR, range(1000, 2200)),
    Number("anno", FOUR, range(1800, 2100)),
    Number("decade", FOUR, range(1800, 2100, 10)),
)
"""The parts of numbers. A bare year (`anno`) is one from 1800 to 2099: others are as often counts;
tens are decades only where no other century can be meant."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A template as a pattern, and what it says: the kind of reading and its argument."""

    kind: str
    argument: str
    pattern: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Hit:
    """Where a rule holds: `[begin, end)` in characters, what its parts mean and where they lie.

    `reach` is the end of all that the rule looked at.
    A part that stands twice in the template has a 2 after its name the second time.
    """

    rule: Rule
    begin: int
    end: int
    reach: int
    values: Values
    places: Mapping[str, tuple[int, int]]

    @property
    def span(self) -> Span:
        """Return where the expression itself lies."""
        return Span(self.begin, self.end)


@dataclass(slots=True)
class Lexicon:
    """The words that a grammar knows, each a row of tokens, and the parts that each can play.

    `longest` is the number of tokens of the longest word that begins with one; `symbols` and
    `marks` are the symbols of sets of parts and of words.
    """

    words: dict[tuple[str, ...], dict[str, int]] = field(default_factory=dict)
    longest: dict[str, int] = field(default_factory=dict)
    symbols: dict[frozenset[str], str] = field(default_factory=dict)
    marks: dict[tuple[str, ...], str] = field(default_factory=dict)

    def add(self, word: str, part: str, value: int = 0) -> None:
        """Let `word` play `part` with this value; the first value given for a part stays."""
        key = tuple(TOKEN.findall(fold(word)))
        self.words.setdefault(key, {}).setdefault(part, value)
        self.longest[key[0]] = max(len(key), self.longest.get(key[0], 0))
        if len(key) == 1 and key[0].isdecimal():
            self.words[key] |= number(key[0])

    def symbol(self, parts: Iterable[str]) -> str:
        """Return the symbol of the words that can play just these parts."""
        return self.symbols.setdefault(frozenset(parts), chr(FIRST_SYMBOL + len(self.symbols)))

    def settle(self) -> None:
        """Give every word and number its symbol; no word may be added after that."""
        self.marks = {word: self.symbol(values) for word, values in self.words.items()}
        for text in (
            *map(str, range(102)),
            *(f"0{i}" for i in range(10)),
            "1000",
            "1990",
            "1991",
            "2101",
        ):
            self.symbol(number(text))

    def playing(self, part: str) -> str:
        """Return the symbols that can play `part`."""
        return "".join(one for parts, one in self.symbols.items() if part in parts)


def fold(text: str) -> str:
    """Return `text` in lower case with one kind of digits, of the same length."""
    text = text.translate(SAME)
    low = text.lower()
    if len(low) != len(text):
        low = "".join(one.lower() if len(one.lower()) == 1 else one for one in text)
    return low


@cache
def number(text: str) -> Values:
    """Return the parts of dates that a number in digits can play, by its size and length."""
    value = int(text)
    return {
        one.part: value
        for one in NUMBERS
        if len(text) in one.lengths and value in one.values and (one.padded or text[0] != "0")
    }


def compiled(template: str, lexicon: Lexicon) -> re.Pattern[str]:
    """Return `template` as a pattern over the symbols of a settled lexicon.

    Raise ValueError for a part that no word can play.
    """
    out: list[str] = []
    seen: dict[str, int] = {}
    starts = [True]
    joined = True
    for part, sign, word in ELEMENT.findall(template):
        if sign == "~":
            joined = True
        elif sign:
            out.append({"(": "(?:", "[": "(?P<span>", "]": ")"}.get(sign, sign))
            joined = _at_sign(sign, joined, starts)
        else:
            out.append("" if joined else f"{SPACE}?")
            literal = "=" + word.lstrip("\\")
            out.append(_group(part, seen, lexicon) if part else f"[{_symbols(literal, lexicon)}]")
            joined = False
    return re.compile("".join(out))


def _at_sign(sign: str, joined: bool, starts: list[bool]) -> bool:
    """Return whether what follows a sign stands where its group began, and so without a space."""
    if sign == "(":
        starts.append(joined)
    elif sign == "|":
        return starts[-1]
    elif sign == ")":
        starts.pop()
        return False
    return joined


def _symbols(part: str, lexicon: Lexicon) -> str:
    found = lexicon.playing(part)
    if not found:
        raise ValueError(f"no word can be {part}")
    return found


def _group(part: str, seen: dict[str, int], lexicon: Lexicon) -> str:
    seen[part] = seen.get(part, 0) + 1
    name = part if seen[part] == 1 else f"{part}{seen[part]}"
    if part in {"event", "before"}:
        plain = "".join(
            one
            for parts, one in lexicon.symbols.items()
            if "stop" not in parts and "sign" not in parts
        )
        word = f"[{OTHER_WORD}{OTHER_NUMBER}{plain}]"
        most = 5 if part == "event" else 7
        return f"(?P<{name}>{word}(?: ?{word}){{0,{most}}})"
    return f"(?P<{name}>[{_symbols(part, lexicon)}])"


def literals(templates: Iterable[str]) -> Iterator[str]:
    """Yield the words that templates have in them."""
    for template in templates:
        for _, _, word in ELEMENT.findall(template):
            if word:
                yield word.lstrip("\\")
