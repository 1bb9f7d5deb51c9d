"""States, their capitals and seats of government, and the big international organisations.

The names of states and of most capitals in each language come from CLDR through babel (a capital
from the time zone that is named for it). `places.csv` adds what CLDR lacks: short names, capitals
without a zone, seats of government, demonyms, organisations with their acronyms.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, cast

from ondit.late import late
from ondit.resolve.gazetteer import Gazetteer, Known, KnownKind, packaged
from ondit.resolve.inflection import phrases
from ondit.resolve.spelling import folded
from ondit.resolve.wordlist import rows

if TYPE_CHECKING:
    from babel import Locale

ENGLISH = "en"
"""Language of the names that entities of the whole world share."""

HOLY_SEE = "Holy See"
"""The one that shares its country's code with another state."""

LETTERS = 2
"""Letters of the code of a state; CLDR's territories of other lengths are regions."""

NO_STATES = frozenset({"EZ", "QO", "UN", "XA", "XB", "ZZ"})
"""Codes of CLDR that are no territory of their own; the United Nations is an organisation."""


def place(form: str, language: str | None = None) -> Known | None:
    """Return the state, capital, seat of government or organisation that `form` names, in
    `language` or in any that the packaged table has; None if none or more than one.

    By whatever form it is found, it is the same: as the table has it, or without other names.
    """
    found = [one for one in places(language).find(form, language) if one.kind != KnownKind.DEMONYM]
    if len(set(map(_identity, found))) != 1:
        return None
    return _listed().get(_identity(found[0])) or replace(found[0], names=())


def state(country: str) -> Known:
    """Return the state with the code `country`, under its English name."""
    made = Known(country, _territory(ENGLISH, country), KnownKind.STATE)
    return _listed().get(_identity(made), made)


def country(form: str, language: str | None = None) -> str | None:
    """Return the code of the one state that the words of `form` point to ("British ministry of
    defence", "МИД Китая"); None if none or several do."""
    whole = place(form, language)
    found = {whole.country} if whole else set()
    for word in form.split():
        known = place(word, language)
        found.add(known.country if known else _of_demonym(word, language))
    found.discard(None)
    return found.pop() if len(found) == 1 else None


@cache
def places(language: str | None) -> Gazetteer:
    """Return the packaged table with the names that CLDR has in `language` and in English."""
    known = list(_table())
    for code in dict.fromkeys((ENGLISH, (language or ENGLISH).split("-")[0])):
        known.extend(_cldr(code))
    return Gazetteer(known)


@cache
def _table() -> tuple[Known, ...]:
    return packaged("places.csv")


def _identity(one: Known) -> tuple[str | None, KnownKind, str]:
    """Return what tells two of them apart: a state has one capital, whatever its spelling."""
    single = one.kind in {KnownKind.STATE, KnownKind.CAPITAL}
    return one.country, one.kind, "" if single and one.name != HOLY_SEE else one.name


@cache
def _listed() -> dict[tuple[str | None, KnownKind, str], Known]:
    return {_identity(one): one for one in _table()}


@cache
def _cldr(language: str) -> tuple[Known, ...]:
    locale = _locale(language)
    if locale is None:
        return ()
    return (*_states(locale), *_capitals(locale))


def _states(locale: Locale) -> Iterator[Known]:
    for code, name in locale.territories.items():
        if len(code) == LETTERS and code.isalpha() and code not in NO_STATES:
            yield replace(state(code), names=(name,))


def _capitals(locale: Locale) -> Iterator[Known]:
    for code, zone in rows("capitals.tsv"):
        english = zone.rsplit("/", 1)[-1].replace("_", " ")
        name = locale.time_zones.get(zone, {}).get("city")
        made = Known(code, english, KnownKind.CAPITAL)
        known = _listed().get(_identity(made), made)
        yield replace(known, names=(english, name) if name else (english,))


@cache
def _locale(language: str) -> Locale | None:
    if not late("babel.localedata", "exists")(language):
        return None
    return cast("Locale", late("babel", "Locale")(language))


@cache
def _territory(language: str, code: str) -> str:
    locale = _locale(language)
    return str(locale.territories.get(code, code)) if locale else code


@cache
def _demonyms() -> tuple[tuple[str, bool, str], ...]:
    """Return the words for people and things of a state: folded, whether only its beginning,
    and the state's code."""
    return tuple(
        (folded(form), form.endswith("*"), one.country or "")
        for one in _table()
        if one.kind == KnownKind.DEMONYM
        for form in (one.name, *one.names)
    )


@cache
def _of_demonym(word: str, language: str | None) -> str | None:
    forms = {folded(one) for (one,) in phrases([word], language)}
    found = {
        code
        for text, begins, code in _demonyms()
        if any(form.startswith(text) if begins else form == text for form in forms)
    }
    return found.pop() if len(found) == 1 else None
