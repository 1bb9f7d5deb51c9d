"""Decodes a source's bytes: what it declares first, then what the bytes themselves show."""

from __future__ import annotations

import codecs
import json
import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from charset_normalizer import CharsetMatch, from_bytes

from ondit.errors import SourceError
from ondit.ingest.language import confidence
from ondit.ingest.raw import Raw

# The longer marks first: UTF-16's is how UTF-32's begins.
BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Where HTML's standard looks for a declaration: the first 1,024 bytes; pages are less tidy.
DECLARATION_REACH = 8192
DECLARATION = re.compile(
    rb"""<(?:meta[^>]{1,200}?charset|\?xml[^>]{1,200}?encoding)\s*=\s*["']?\s*([\w.:-]{1,40})""",
    re.IGNORECASE,
)
# A text of real controls at more than one in two hundred characters is no text.
CONTROL_SHARE = 0.005
# UTF-8 of which one character in a thousand is damaged is still UTF-8.
DAMAGE_SHARE = 0.001
# Readings this close in charset-normalizer's measure of mess (0 to 1) are equally good by it.
CHAOS_MARGIN = 0.02
# Unassigned, and for private use.
NO_TEXT = ("Cn", "Co")
TEXT_CONTROLS = frozenset("\t\n\v\f\r\x1b\x85")


@dataclass(frozen=True, slots=True)
class Codepages:
    """What is known about legacy encodings (codepages.json).

    `supersets` is what the web means by a label (WHATWG Encoding Standard); `unsafe` are codecs
    that are no encodings of articles; `guessed` are those that news is met in.
    """

    supersets: dict[str, str]
    unsafe: tuple[str, ...]
    guessed: tuple[str, ...]


@cache
def codepages() -> Codepages:
    """Return the tables of codepages.json."""
    table = json.loads((files("ondit.ingest") / "codepages.json").read_text("utf-8"))
    return Codepages(
        supersets=table["supersets"],
        unsafe=tuple(table["unsafe"]),
        guessed=tuple(table["guessed"]),
    )


def decode(raw: Raw) -> str:
    """Return the text of `raw` without a byte order mark.

    Raise SourceError if the bytes are no text in any known encoding.
    """
    text = _marked(raw.data)
    if text is None:
        text = _plain(raw)
    if text is None or _is_binary(text):
        raise SourceError(raw.source, "not text", "give a text, an HTML page or a JSON record")
    return text


def _marked(data: bytes) -> str | None:
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    return None


def _plain(raw: Raw) -> str | None:
    """Try UTF-8 first: text in another encoding is practically never valid in it."""
    declared = _declared(raw)
    if raw.data.isascii() and b"\0" not in raw.data:
        return _ascii(raw.data, declared)
    attempts = (
        None if b"\0" in raw.data else _strict(raw.data, "utf-8"),
        *(_strict(raw.data, label) for label in declared),
    )
    return next((text for text in attempts if text is not None), None) or _guess(raw.data)


def _declared(raw: Raw) -> list[str]:
    labels = [raw.charset] if raw.charset else []
    if found := DECLARATION.search(raw.data[:DECLARATION_REACH]):
        labels.append(found[1].decode("ascii"))
    return labels


def _ascii(data: bytes, declared: list[str]) -> str:
    """Read 7-bit bytes, some of which switch to Japanese, Korean or Chinese by escapes."""
    labels = [*declared, *(["iso2022_jp_2"] if b"\x1b$" in data else [])]
    texts = (_strict(data, label) for label in labels)
    return next((text for text in texts if text is not None), data.decode("ascii"))


def _strict(data: bytes, label: str) -> str | None:
    try:
        name = codecs.lookup(label).name
        if name in codepages().unsafe or name.startswith(("utf-16", "utf-32")):
            return None
        return data.decode(codepages().supersets.get(name, name))
    except (LookupError, UnicodeError, ValueError):
        return None


def _guess(data: bytes) -> str | None:
    if b"\0" in data:
        return _sixteen_bits(data)
    damaged = data.decode("utf-8", "replace")
    bad = damaged.count("\N{REPLACEMENT CHARACTER}")
    good = sum(not character.isascii() for character in damaged) - bad
    if bad <= DAMAGE_SHARE * len(damaged) and bad < good:
        return damaged
    return _likeliest(data)


def _sixteen_bits(data: bytes) -> str | None:
    """Read UTF-16 without a mark: of the two orders of bytes, take the one that makes sense."""
    readings = []
    for encoding in ("utf-16-le", "utf-16-be"):
        try:
            readings.append(data.decode(encoding))
        except UnicodeDecodeError:
            continue
    # A script fills few of Unicode's rows of 256; the wrong order scatters it over many.
    best = min(readings, key=lambda text: len({ord(one) >> 8 for one in text}), default="\0")
    return best if all(unicodedata.category(one) not in NO_TEXT for one in best) else None


def _likeliest(data: bytes) -> str | None:
    """Return the most language-like of the readings that are about equally free of oddities."""
    matches = from_bytes(data, cp_isolation=list(codepages().guessed))
    chaos = min((match.chaos for match in matches), default=0.0)
    readings = [match for match in matches if match.chaos <= chaos + CHAOS_MARGIN]
    best = max(readings, key=_likelihood, default=None)
    return None if best is None else str(best)


def _likelihood(match: CharsetMatch) -> float:
    """Weigh the letters' frequencies and the language; rounded, so that near ties keep order."""
    return round(match.coherence / 2 + confidence(str(match)), 2)


def _is_binary(text: str) -> bool:
    if "\0" in text:
        return True
    controls = sum(
        unicodedata.category(character) == "Cc" and character not in TEXT_CONTROLS
        for character in text
    )
    lost = text.count("\N{REPLACEMENT CHARACTER}")
    return controls > CONTROL_SHARE * len(text) or lost > len(text) / 10
