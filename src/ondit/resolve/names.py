"""A person's or other name as its parts, and whether two names can be one.

It is compared part by part, so that a shared surname does not make two people one; only where
scripts part names differently ("冯德莱恩", "von der Leyen") is it compared as a whole.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import product

from ondit.records import Rule
from ondit.resolve.inflection import nominatives
from ondit.resolve.romanisation import romanised, words
from ondit.resolve.sounds import distance, weight
from ondit.resolve.spelling import bare, script

BREAKS = re.compile(r"[\s·・‧•＝=]+")
"""What stands between the parts of a name: blanks, and the dots that Chinese and Japanese use."""

INITIAL = re.compile(r"(?:\w\.){1,3}-?(?:\w\.)?|[A-ZА-ЯΑ-Ω]")
"""An initial as a part of a name: "K.", "J.D.", "К.", or a lone capital."""

CLEAR = 0.16
"""Mean distance of the sounds of its parts up to which a name in another script can be the same
one. Measured on tests/resolve/names.tsv and on 450 unrelated names of mentions in six languages:
99 of 100 pairs of one person lie below, and one of 17,000 pairs of two people."""

BLURRED = 0.2
"""The same if one is in a script that loses sounds; for Chinese, measured as above, 9 of 10 pairs
of one person lie below and one of 5,000 of two people."""

SAME_SCRIPT = 0.08
"""The same between languages of one script, where only spellings differ: below it lay no pair of
two people among 27,000."""

SAME_LANGUAGE = 0.03
"""The same within one language in Latin ("Zelensky", "Zelenskyy"): what sounds alike."""

SLACK = 1.65
"""How much farther apart than the mean one part may be, measured as above."""

LOSSY = frozenset({"CJK", "KATAKANA", "HIRAGANA", "HANGUL", "ARABIC", "HEBREW", "DEVANAGARI"})
"""Scripts in which a foreign name loses sounds: those of syllables, and those without vowels."""

AUDIBLE = 1.9
"""Weight of the sounds below which a part is too short to be told apart by them alone."""

WHOLE = 6.0
"""The same for a name compared as a whole; lighter ones met across unrelated Asian names."""

ORDER = (Rule.SAME, Rule.INFLECTION, Rule.TRANSLITERATION)
"""The rules by which full names are the same, the surest first."""

PAIR = (0, -1)
"""The places of given name and surname in a name of several parts."""

GIVEN = 2
"""Most syllables of a Chinese or Korean given name."""


@dataclass(frozen=True, slots=True, eq=False)
class Name:
    """The parts of a name as written, each with the nominatives that it may come from and the
    ways in which other scripts write it by custom."""

    text: str
    parts: tuple[str, ...]
    bases: tuple[frozenset[str], ...]
    abroad: tuple[frozenset[str], ...]
    language: str | None
    family_first: bool = False

    @property
    def full(self) -> bool:
        """Whether it has a given name and a surname."""
        heavy = sum(bare(one) not in words("particle") for one in self.parts)
        return heavy > 1 and not any(INITIAL.fullmatch(one) for one in self.parts)

    @property
    def initialled(self) -> bool:
        """Whether it has initials and one more part."""
        return len(self.parts) > 1 and sum(not INITIAL.fullmatch(one) for one in self.parts) == 1


@lru_cache(maxsize=65536)
def parse(text: str, language: str | None, *, whole: bool = False) -> Name:
    """Return `text`, a name without titles, as its parts.

    A Chinese or Korean name of two to four syllables written in one is a surname and a given
    name, unless it is known to be a `whole` part ("斯塔默" of "基尔·斯塔默").
    """
    stripped = _spread(text).strip(" ,;:«»\"“”„'")
    parts = tuple(one for one in BREAKS.split(stripped) if any(c.isalnum() for c in one))
    parts = parts or (text,)
    split = _east_asian(parts[0]) if len(parts) == 1 and not whole else None
    parts = split or parts
    bases = tuple(frozenset(bare(form) for form in nominatives(part, language)) for part in parts)
    abroad = tuple(romanised(one) if split else frozenset[str]() for one in parts)
    return Name(text, parts, bases, abroad, language, bool(split))


@lru_cache(maxsize=65536)
def same(one: Name, other: Name) -> Rule | None:
    """Return why two full names are one person's, or None if they need not be."""
    if len(one.parts) == len(other.parts):
        rule = _by_parts(one, other) or _swapped(one, other)
        return rule if rule or len(one.parts) == len(PAIR) else _as_whole(one, other)
    return _as_whole(one, other)


def part_of(short: Name, name: Name, *, given: bool = True) -> Rule | None:
    """Return why `short`, a surname with or without initials or, if `given`, a given name, may
    stand for the full `name`; it must be spelled as there, apart from its case."""
    if short.initialled:
        return _initials(short, name)
    if short.full or len(short.parts) >= len(name.parts):
        return None
    places, size = range(len(name.parts)), len(short.parts)
    last, first = tuple(places[-size:]), tuple(places[:size])
    ends = (first, last) if name.family_first else (last, first)
    found = any(_spelled(short, _cut(name, end)) for end in ends[: 1 + given])
    return Rule.SURNAME if found else None


def settled(rule: Rule | None) -> bool:
    """Return whether a rule goes by spelling alone, not by sound."""
    return rule in (Rule.SAME, Rule.INFLECTION)


def comparable(one: Name, other: Name) -> bool:
    """Return whether unlike sounds speak against two names: not where both are in scripts that
    leave out sounds or add them, each in its own way."""
    scripts = {script(one.text), script(other.text)}
    return len(scripts) == 1 or not scripts <= LOSSY


def audible(name: Name) -> bool:
    """Return whether each part of a name is long enough to be known by its sounds."""
    return all(weight(one) >= AUDIBLE for one in name.parts)


def _by_parts(one: Name, other: Name) -> Rule | None:
    """Compare part with part: the same spelling, another case, or alike by sound."""
    limit = _limit(one, other)
    rules, far, whole = set(), 0.0, 0.0
    for i in range(len(one.parts)):
        rule = _spelling(one, other, i)
        distant = 0.0 if rule else _apart(one, other, i)
        if distant > limit * SLACK or not (rule or limit):
            return None
        heavy = max(weight(one.parts[i]), weight(other.parts[i]))
        rules.add(rule or Rule.TRANSLITERATION)
        far, whole = far + distant * heavy, whole + heavy
    return max(rules, key=ORDER.index) if far <= limit * whole else None


def _spelling(one: Name, other: Name, at: int) -> Rule | None:
    """Return how the spellings of the parts at this place agree, None if they do not."""
    if bare(one.parts[at]) == bare(other.parts[at]):
        return Rule.SAME
    if one.bases[at] & other.bases[at]:
        return Rule.INFLECTION
    if script(one.text) == script(other.text):
        return None
    abroad = one.abroad[at] & other.bases[at] or one.bases[at] & other.abroad[at]
    return Rule.TRANSLITERATION if abroad else None


def _apart(one: Name, other: Name, at: int) -> float:
    """Return how far apart the parts at this place sound, in the nearest of their forms."""
    pairs = product(one.bases[at] | one.abroad[at], other.bases[at] | other.abroad[at])
    return min(distance(a, b) for a, b in pairs)


def _limit(one: Name, other: Name) -> float:
    """Return up to which distance parts can be one; 0 where only the spelling counts."""
    scripts = {script(one.text), script(other.text)}
    if len(scripts) == 1:
        if one.language != other.language:
            return SAME_SCRIPT
        return SAME_LANGUAGE if "LATIN" in scripts else 0.0
    if "CJK" in {script(name.text) for name in (one, other) if name.family_first}:
        return 0.0
    return BLURRED if scripts & LOSSY else CLEAR


def _spelled(one: Name, other: Name) -> bool:
    """Return whether two names have the same parts but for their case."""
    return settled(_by_parts(one, other))


def _swapped(one: Name, other: Name) -> Rule | None:
    """Compare two names of two parts with the surname put last if it may stand first in one."""
    swaps = len(one.parts) == len(PAIR) and _may_begin(one) != _may_begin(other)
    return _by_parts(one, _cut(other, (1, 0))) if swaps else None


def _may_begin(name: Name) -> bool:
    """Return whether the surname may stand first in `name`: so it does in its language."""
    return name.family_first or (name.language or "") in words("surname_first")


def _as_whole(one: Name, other: Name) -> Rule | None:
    """Compare two names with unlike numbers of parts: in one script without what stands between
    given name and surname, across scripts as one string of sounds."""
    joined = ["".join(name.parts) for name in (one, other)]
    if bare(joined[0]) == bare(joined[1]):
        return Rule.SAME
    if one.family_first or other.family_first or min(len(one.parts), len(other.parts)) < len(PAIR):
        return None
    if script(one.text) == script(other.text):
        return _by_parts(_cut(one, PAIR), _cut(other, PAIR))
    near = distance(*joined) <= _limit(one, other) and min(map(weight, joined)) >= WHOLE
    return Rule.TRANSLITERATION if near else None


def _cut(name: Name, places: tuple[int, ...]) -> Name:
    """Return the parts of a name at these places as a name."""
    parts = tuple(name.parts[i] for i in places)
    bases = tuple(name.bases[i] for i in places)
    abroad = tuple(name.abroad[i] for i in places)
    return Name(name.text, parts, bases, abroad, name.language, name.family_first)


def _initials(short: Name, name: Name) -> Rule | None:
    """Compare surname with surname, and the first initial with the given name."""
    at = next(i for i, one in enumerate(short.parts) if not INITIAL.fullmatch(one))
    letters = next(one for one in short.parts if INITIAL.fullmatch(one))
    given = name.parts[1 if name.family_first else 0]
    family = 0 if name.family_first else len(name.parts) - 1
    if bare(letters)[0] != bare(given)[0]:
        return None
    return Rule.INITIALS if _spelled(_cut(short, (at,)), _cut(name, (family,))) else None


def _spread(text: str) -> str:
    """Put a blank after an initial that the surname follows at once ("К.Стармер")."""
    return re.sub(r"(?<=\w\.)(?=\w{2})", " ", text)


def _east_asian(text: str) -> tuple[str, str] | None:
    if script(text) not in {"CJK", "HANGUL"}:
        return None
    size = 2 if text[:2] in words("double") else 1
    return (text[:size], text[size:]) if 1 <= len(text) - size <= GIVEN else None
