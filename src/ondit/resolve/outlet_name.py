"""The name of an outlet or agency: where it stands within the words that credit it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from functools import cache

from ondit.records import Span
from ondit.resolve.gazetteer import KnownKind
from ondit.resolve.outlets import outlets
from ondit.resolve.wordlist import column

MOST_WORDS = 6
"""Words of the longest name of an outlet, with its article; of 1,103 that `outlets.csv` lists none
has more than five."""

CODE_LETTERS = range(3, 7)
"""Letters of an agency's abbreviation: in `outlets.csv` three to five, but for three of 78 with
two, which are listed; one more for those of two agencies together."""

QUOTED = re.compile(r"[«“„\"「『《‘](?P<name>[^«»“”„\"「」『』《》]{2,60})[»”“\"」』》’]")
ADDRESS = re.compile(
    r"(?:https?://)?(?:www\.)?(?P<name>[\w-]+(?:\.[\w-]+)*\.[a-zа-я]{2,12})\b", re.IGNORECASE
)
MARKS = '«»“”„"「」『』《》'
EDGES = " \t\u00a0\u200e\u200f\u3000.,;:·•|*_–—-()[]（）【】©"
ENDS = re.compile(r"[,，、;|•]\s*|\s+[-–—·]\s+|\s{2,}|[（(]|\s+(?=\d{1,4}[./-]\d)|\u3000")
WORD = re.compile(r"\S+")
PARTS = re.compile(r"\s*[/／,，、;+]\s*")
DIGIT = re.compile(r"\d")
ACCENTS = "\u036f"
UNNAMED = re.compile(r"[\W\d_]*")


def names(text: str, span: Span) -> Iterator[Span]:
    """Yield where each outlet in an enumeration ("AFP/dpa", "AFP, Reuters") is named."""
    words = span.of(text)
    address = ADDRESS.search(words)
    if address and "://" in words:
        yield Span(span.begin + address.start("name"), span.begin + address.end("name"))
        return
    begin = span.begin
    for cut in [*PARTS.finditer(text, span.begin, span.end), None]:
        end = cut.start() if cut else span.end
        part = name(text, begin, end)
        # What follows a name's comma may be a date.
        if part and (
            begin == span.begin or is_listed(part.of(text)) or not DIGIT.search(part.of(text))
        ):
            yield part
        begin = cut.end() if cut else end


def name(text: str, begin: int, end: int) -> Span | None:
    """Return where in `text[begin:end]` an outlet is named, or None if nothing there is a name.

    Quotation marks, addresses' beginnings and what follows a comma or bracket are left out.
    """
    words = text[begin:end]
    quoted = QUOTED.search(words)
    if quoted:
        return Span(begin + quoted.start("name"), begin + quoted.end("name"))
    cut = ENDS.search(words, len(words) - len(words.lstrip(EDGES)))
    end = begin + cut.start() if cut else end
    span = trimmed(text, begin, end)
    if span and span.of(text)[0].islower():
        span = trimmed(text, span.begin + _article(span.of(text)), span.end)
    return span if span and is_name(span.of(text)) else None


def name_within(text: str, source: Sequence[Span]) -> Span | None:
    """Return where in the words of a source the outlet is named ("the Chinese portal Sohu").

    Without quotation marks that is the last run of words with capitals, and what stands before
    it in scripts without them goes as far as `retellings.tsv` has a noun for it.
    """
    for span in source:
        words = span.of(text)
        quoted = QUOTED.search(words)
        if quoted:
            return Span(span.begin + quoted.start("name"), span.begin + quoted.end("name"))
    for span in source:
        end = span.begin + len(ENDS.split(span.of(text), maxsplit=1)[0])
        found = trimmed(text, _last_name(text, span.begin, end), end, EDGES + MARKS)
        if found and _starts_name(found.of(text)):
            return found
    return None


def _last_name(text: str, begin: int, end: int) -> int:
    """Return where the last name in `text[begin:end]` begins."""
    at = end
    for word in reversed(list(WORD.finditer(text, begin, end))):
        if _starts_name(word[0]):
            at = word.start()
        elif at < end and word[0] not in column("agencies.tsv", "link"):
            break
    for noun in column("retellings.tsv", "noun"):
        found = text.rfind(noun, at, end)
        if 0 <= found < end - len(noun) and not text[found + len(noun)].islower():
            at = found + len(noun)
    return at


def trimmed(text: str, begin: int, end: int, edges: str = EDGES) -> Span | None:
    """Return `text[begin:end]` without blanks and punctuation at its ends, None if empty."""
    while begin < end and text[begin] in edges:
        begin += 1
    while begin < end and text[end - 1] in edges:
        end -= 1
    return Span(begin, end) if begin < end else None


def is_name(words: str) -> bool:
    """Return whether `words` can be a name: few of them, one that starts like a name."""
    parts = words.split()
    if not 0 < len(parts) <= MOST_WORDS or UNNAMED.fullmatch(words):
        return False
    return is_agency(words) or any(_starts_name(one) for one in parts)


def _starts_name(word: str) -> bool:
    """Return whether a word has a capital, or is of a script without capitals."""
    return any(letter.isalpha() and not letter.islower() for letter in word) or "." in word[1:-1]


def is_agency(words: str) -> bool:
    """Return whether `words`, alone in brackets or slashes, name an agency."""
    return _all(words, lambda one: _is_listed(one) or _is_marked(one) or _is_abbreviation(one))


def is_known(words: str) -> bool:
    """Return whether `words` name an agency without the doubt that an abbreviation leaves."""
    return _all(words, lambda one: _is_listed(one) or _is_marked(one))


def is_listed(words: str) -> bool:
    """Return whether `words` are addresses or listed names of agencies."""
    return _all(words, _is_listed)


def _all(words: str, check: Callable[[str], bool]) -> bool:
    parts = [one.strip(EDGES + MARKS) for one in PARTS.split(words) if one.strip(EDGES + MARKS)]
    return bool(parts) and all(folded(one) not in _keys("not") and check(one) for one in parts)


def _is_listed(words: str) -> bool:
    both = all(folded(one) in _agency_keys() for one in words.split("-"))
    return both or folded(words) in _agency_keys() or bool(ADDRESS.fullmatch(words))


def _is_marked(words: str) -> bool:
    key = folded(words)
    return _starts_name(words) and any(part in key for part in _keys("part"))


def _is_abbreviation(words: str) -> bool:
    if not words.isalnum():
        return False
    short = len(words) in CODE_LETTERS and words.isalpha() and (words.islower() or words.isupper())
    mixed = any(one.isupper() or one.isdigit() for one in words[1:])
    return short or (mixed and not words.isupper())


def is_place(words: str) -> bool:
    """Return whether `words` are letters that name a place and no agency."""
    return folded(words) in _keys("not")


@cache
def is_own(words: str) -> bool:
    """Return whether `words` are an outlet's for itself ("本报")."""
    return folded(words) in _keys("own")


def folded(words: str) -> str:
    """Return `words` without case, blanks and punctuation, to compare names by."""
    plain = unicodedata.normalize("NFKD", words.casefold())
    return "".join(one for one in plain if unicodedata.category(one)[0] in "LN" or _is_vowel(one))


def _is_vowel(mark: str) -> bool:
    """Return whether a mark is part of a word's spelling and no accent."""
    return unicodedata.category(mark) in ("Mc", "Mn") and mark > ACCENTS


def same(one: str, other: str) -> bool:
    """Return whether two names of outlets differ in case, punctuation or address parts alone."""
    return bool(folded(one)) and key(one) == key(other)


def key(words: str) -> str:
    """Return what two names of one outlet have in common, to count and compare by."""
    address = ADDRESS.fullmatch(words.strip(EDGES))
    return folded(address["name"] if address else words[_article(words) :])


def _article(words: str) -> int:
    """Return how long the grammatical article before a name is: 0 if there is none."""
    first, _, rest = words.partition(" ")
    is_one = rest and first.casefold() in column("agencies.tsv", "article")
    return len(first) + 1 if is_one else 0


@cache
def agencies() -> tuple[str, ...]:
    """Return the names of agencies, in the packaged table and as slugs spell them besides."""
    packaged = (one for one in outlets().known if one.kind is KnownKind.AGENCY)
    names = (name for one in packaged for name in (one.name, *one.names))
    return (*column("agencies.tsv", "name"), *names)


@cache
def _agency_keys() -> frozenset[str]:
    return frozenset(map(folded, agencies()))


@cache
def _keys(kind: str) -> frozenset[str]:
    return frozenset(folded(one) for one in column("agencies.tsv", kind))
