"""Numbers with their units, however a language writes them: "3,000 tonnes", "2.3亿元", "дюжина".

Two retellings differ most often, and most surely, in their numbers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from ondit.records import Span
from ondit.trace.wordlist import compiled, pattern, rows

DIGITS = re.compile(r"\d+(?:(?:[.,’'\u00a0\u202f\u2009 ]\d{3})+(?!\d))?(?:[.,]\d+)?")
CJK = re.compile(r"第?[〇零一二两三四五六七八九十百千万亿]+")
CJK_DIGITS = {one: value for value, one in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
CJK_POWERS = {"十": 10, "百": 100, "千": 1000}
CJK_GROUPS = {"亿": 10**8, "万": 10**4}
CJK_LANGUAGES = frozenset({"zh", "ja"})
POINT = frozenset({"en", "zh", "ja", "ko", "he", "hi", "th"})
"""Languages that write a point before a fraction; elsewhere it parts thousands."""

BEFORE = 10
"""Characters before a number within which its unit is looked for: as long as "per cent of"."""

CLOSE = 0.002
"""Part by which two values may differ and be the same: what rounding to three digits leaves."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number in a text; `unit` as `units.tsv` names it, None if it counts something else."""

    span: Span
    value: float
    unit: str | None

    def same(self, other: Quantity) -> bool:
        """Return whether both can be one number; a unit that is not known agrees with any."""
        if self.unit and other.unit and self.unit != other.unit:
            return False
        return abs(self.value - other.value) <= CLOSE * max(self.value, other.value)


def quantities(
    text: str, spans: Sequence[Span], language: str | None, taken: Sequence[Span] = ()
) -> tuple[Quantity, ...]:
    """Return the numbers within `spans` of a text that do not lie in `taken` (dates)."""
    found: list[Quantity] = []
    for span in spans:
        for begin, end, value in sorted(_numbers(text, span, language), key=lambda n: n[0]):
            inside = any(one.begin <= begin < one.end for one in taken)
            repeated = bool(found) and begin < found[-1].span.end
            if not inside and not repeated:
                found.append(_measured(text, Span(begin, end), value, span))
    return tuple(found)


def _numbers(text: str, span: Span, language: str | None) -> Iterator[tuple[int, int, float]]:
    for match in DIGITS.finditer(text, span.begin, span.end):
        yield match.start(), match.end(), _value(match[0], language)
    if language in CJK_LANGUAGES:
        for match in CJK.finditer(text, span.begin, span.end):
            value = _cjk(match[0])
            after = text[match.start() - 1 : match.start()].isdigit()
            if value and not after:
                yield match.start(), match.end(), value
    words, values = _words(language)
    for match in words.finditer(text, span.begin, span.end) if values else ():
        yield match.start(), match.end(), _spelt(match[0].casefold(), values)


def _spelt(word: str, values: dict[str, int]) -> float:
    """Return the value of a numeral, whatever its language writes to the front of it."""
    return next(float(values[word[at:]]) for at in range(len(word)) if word[at:] in values)


def _value(digits: str, language: str | None) -> float:
    """Return the value of digits whose points may part thousands or begin a fraction."""
    point, comma = digits.rfind("."), digits.rfind(",")
    if point >= 0 and comma >= 0:
        fraction = max(point, comma)
    else:
        mark = "." if language in POINT else ","
        at = digits.rfind(mark)
        other = digits.rfind("," if mark == "." else ".")
        fraction = at if at >= 0 else _odd(digits, other)
    whole = digits[:fraction] if fraction >= 0 else digits
    rest = digits[fraction + 1 :] if fraction >= 0 else ""
    return float(re.sub(r"\D", "", whole) + "." + (rest or "0"))


def _odd(digits: str, at: int) -> int:
    """Return `at` if what follows the mark there cannot be thousands, else -1."""
    return at if at >= 0 and len(digits) - at - 1 != len("000") else -1


def _cjk(digits: str) -> float | None:
    """Return the value of Chinese numerals, None for an ordinal or what is rather a word."""
    if digits.startswith("第") or digits in {"一", "万", "千", "百", "亿", "十", "万一", "一一"}:
        return None
    total = section = digit = 0
    for one in digits:
        if one in CJK_GROUPS:
            total = (total + section + digit) * CJK_GROUPS[one]
            section = digit = 0
        elif one in CJK_POWERS:
            section += (digit or 1) * CJK_POWERS[one]
            digit = 0
        else:
            digit = digit * 10 + CJK_DIGITS[one]
    return float(total + section + digit)


def _measured(text: str, span: Span, value: float, within: Span) -> Quantity:
    """Return the number with the scale and the unit beside it."""
    end = span.end
    for _ in range(2):
        scale = _scales().match(text, end, min(len(text), within.end + 4))
        if not scale or not scale[0].strip():
            break
        value = round(value * _factor(scale), 6)
        end = scale.end()
    return Quantity(Span(span.begin, end), value, _unit(text, span.begin, end))


def _unit(text: str, begin: int, end: int) -> str | None:
    after = _units(after=True).match(text, end)
    before = _units(after=False).search(text[max(0, begin - BEFORE) : begin])
    found = after or before
    return _named(found) if found else None


def _named(match: re.Match[str]) -> str:
    return rows("units.tsv")[int(str(match.lastgroup)[1:])][0]


def _factor(match: re.Match[str]) -> float:
    return float(rows("scales.tsv")[int(str(match.lastgroup)[1:])][0])


@cache
def _scales() -> re.Pattern[str]:
    parts = (f"(?P<r{i}>{_either(words)})" for i, (_, words) in enumerate(rows("scales.tsv")))
    return re.compile(r"[\s-]?(?:" + "|".join(parts) + r")\.?(?:\s+de\b)?", re.IGNORECASE)


@cache
def _units(*, after: bool) -> re.Pattern[str]:
    """Return a pattern for what stands after a number, at most a word further on, or before it."""
    parts = (
        f"(?P<r{i}>{_either(words)})"
        for i, (_, words, *side) in enumerate(rows("units.tsv"))
        if after or not side
    )
    any_of = "(?:" + "|".join(parts) + ")"
    between = r"[\s-]?(?:[^\W\d\u2e80-\uffff]+\s)??"
    return re.compile(between + any_of if after else any_of + r"\s?\Z", re.IGNORECASE)


def _either(words: str) -> str:
    """Return a pattern for words of all scripts; those of scripts without blanks stand anywhere."""
    plain = " ".join(one for one in words.split() if one[0] > "\u2e80")
    spaced = " ".join(one for one in words.split() if one[0] <= "\u2e80")
    found = [pattern(plain, "zh")] if plain else []
    # Digits may stand right before a unit: "900m", "23亿", "10km".
    found += [pattern(spaced, None).replace(r"(?<!\w)", r"(?<![^\W\d])")] if spaced else []
    return "|".join(found)


@cache
def _words(language: str | None) -> tuple[re.Pattern[str], dict[str, int]]:
    for one, entries in rows("numerals.tsv"):
        if one == language:
            values = {
                form.casefold(): int(value)
                for value, forms in (entry.split(":") for entry in entries.split(" "))
                for form in forms.split("/")
            }
            return compiled(" ".join(values), language), values
    return re.compile("(?!)"), {}
