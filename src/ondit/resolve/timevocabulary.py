"""The vocabulary of dates of each language: CLDR's names, and what `times/LANGUAGE.tsv` adds.

Each line of these files is a role, a value and words (a `_` is a space) or a template. The roles of
`RULES` hold templates, which `timegrammar` explains; `macro` names a piece of template; `include`
adds another file; `affix` gives names prefixes and endings; all other roles are parts that words
play in templates.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files
from itertools import product

from babel import localedata

from ondit.resolve.edtf import Unit
from ondit.resolve.timegrammar import Lexicon

RULES = frozenset(
    {"date", "and", "now", "then", "onday", "named", "span", "after", "set", "time", "skip"}
)
"""The roles whose third field is a template; `timex` says what each of them means."""

OTHER_ROLES = frozenset({"option", "macro", "affix", "include", "ten", "link"})
"""The roles whose words are not simply words of a part of that name."""

SEVERAL = {
    "name": ("name", "month"),
    "number": ("n",),
    "numeral": ("day", "nmonth", "n", "hour", "minute", "four", "era"),
}
"""The roles whose words play several parts: a numeral plays what a number in digits does."""

UNITS = frozenset({"unit", "single", "pair", "count"})
"""The roles whose words are units of time: counted, one of them, two of them, and those that are
units only in some templates."""

TEN = 10


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a vocabulary."""

    role: str
    value: str
    words: str


def rows_of(name: str) -> list[Row]:
    """Return the lines of a vocabulary and of those it includes; none if there is no such."""
    path = files(__package__).joinpath(f"times/{name}.tsv")
    if not re.fullmatch(r"[a-zA-Z_]+", name) or not path.is_file():
        return []
    lines = path.read_text("utf-8").splitlines()
    rows = [Row(*line.split("\t")) for line in lines if line and not line.startswith("#")]
    included = [row.value for row in rows if row.role == "include"]
    return rows + [row for one in included for row in rows_of(one)]


def expanded(template: str, macros: Mapping[str, str]) -> str:
    """Return a template with the pieces that macros name in their places."""
    for name, text in macros.items():
        template = template.replace(f"{{{name}}}", text)
    return template


def add_words(lexicon: Lexicon, rows: list[Row], language: str, options: set[str]) -> None:
    """Add the words of a vocabulary and CLDR's names to a lexicon."""
    affixes = {row.value: row.words.split() for row in rows if row.role == "affix"}
    included = [row.value for row in rows if row.role == "include"]
    names = [row for one in (language, *included) for row in _cldr(one, options)]
    for row in [*rows, *names]:
        if row.role in RULES | OTHER_ROLES:
            continue
        value = Unit[row.value.upper()] if row.role in UNITS else int(row.value)
        parts = SEVERAL.get(row.role, (row.role,))
        for word in row.words.split():
            for form in _forms(word, row.role, affixes):
                for part in parts:
                    lexicon.add(form, part, value)
    _add_compounds(lexicon, rows)


def _add_compounds(lexicon: Lexicon, rows: list[Row]) -> None:
    """Add the numbers that are said as tens and ones, by a space, a hyphen or a `link`."""
    joints = (" ", "-", *(f" {row.words} " for row in rows if row.role == "link"))
    ones = [one for one in _numbers(rows, "number") if 0 < one[1] < TEN]
    for word, value in _numbers(rows, "ten"):
        lexicon.add(word, "n", value)
        for (last, more), joint in product(ones, joints):
            lexicon.add(word + joint + last, "n", value + more)


def _numbers(rows: list[Row], role: str) -> list[tuple[str, int]]:
    return [
        (_spaced(word), int(row.value))
        for row in rows
        if row.role == role
        for word in row.words.split()
    ]


def _spaced(word: str) -> str:
    return word.replace("_", " ")


def _forms(word: str, role: str, affixes: Mapping[str, list[str]]) -> Iterator[str]:
    """Yield a word with each of the language's prefixes and endings for such words."""
    word = _spaced(word)
    yield word
    if role in {"month", "name", "weekday"}:
        yield from (one + word for one in affixes.get("prefix", ()))
        yield from (word + one for one in affixes.get("suffix", ()))


def _cldr(language: str, options: set[str]) -> Iterator[Row]:
    """Yield CLDR's names of months and weekdays.

    They are read as stored, since babel may answer for one locale with the names of another
    that was asked for before, where both take them from a common parent.
    """
    if "own-names" in options or not localedata.exists(language):
        return
    data = localedata.load(language)
    full = [_stored(data["months"][form]["wide"], "name") for form in ("format", "stand-alone")]
    yield from (row for rows in full for row in rows)
    known = {row.words for rows in full for row in rows}
    for row in _stored(data["months"]["format"]["abbreviated"], "month"):
        bare = row.words.removesuffix(".")
        forms = {row.words, bare, f"{bare}."} if row.words not in known else {row.words}
        yield from (Row("month", row.value, form) for form in sorted(forms))
    if "own-weekdays" not in options:
        for form in ("format", "stand-alone"):
            yield from _stored(data["days"][form]["wide"], "weekday")


def _stored(names: object, role: str) -> list[Row]:
    """Return the names that a locale has of its own, without those it takes from elsewhere."""
    own = names[1] if isinstance(names, tuple) else names
    items = own.items() if isinstance(own, dict) else ()
    return [Row(role, str(number), name.replace(" ", "_")) for number, name in items]
