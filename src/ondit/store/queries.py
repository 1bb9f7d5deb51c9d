"""What can be asked of an archive, as SQL that both databases understand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    and_,
    func,
    or_,
    select,
    text,
    union,
)

from ondit.errors import UsageError
from ondit.records.archived import Selection
from ondit.store import fulltext
from ondit.store.moment import moment
from ondit.store.schema import entities, forms, said, sources, versions
from ondit.store.words import terms, wanted

LAST = "~"
"""Sorts after every character of a time."""

dated = func.coalesce(versions.c.moment, text("''"))

# Lists need neither the texts nor what was read in them, which is most of an archive.
_LARGE = ("text", "reading", "contents", "own")
_ROW = (
    *(one for one in versions.c if one.name not in (*_LARGE, "number")),
    versions.c.number.label("version"),
    dated.label("dated"),
)
_TOLD = tuple(one for one in said.c if one.name not in ("key", "version", "source", "chain"))
_NAMED = (said.c.key.label("said"), sources.c.name.label("source_name"))

# A version's attributions have the keys from its first one's on.
_of_version = said.c.key.between(versions.c.first, versions.c.first + versions.c.attributions - 1)


@dataclass(frozen=True, slots=True)
class Cursor:
    """Where a row stands: the latest article first, and its attributions in their order."""

    moment: str
    version: int
    number: int = 0

    def __str__(self) -> str:
        """Return it as a user is given it."""
        return f"{self.moment}{LAST}{self.version}.{self.number}"


def cursor(given: str) -> Cursor:
    """Return the cursor that a user gives back. Raise UsageError if it is none."""
    when, _, place = given.rpartition(LAST)
    version, _, number = place.partition(".")
    if not (version.isdecimal() and number.isdecimal()):
        raise UsageError(f"{given}: not a cursor", "give the one of the last result")
    return Cursor(when, int(version), int(number))


def articles(connection: Connection, selection: Selection) -> Select[Any]:
    """Return the query for the current versions that are meant, the latest first."""
    asked = select(*_ROW).where(*_of_article(selection), *_with_attributions(connection, selection))
    if selection.after:
        last = cursor(selection.after)
        asked = asked.where(_later(last, versions.c.key < last.version))
    return asked.order_by(dated.desc(), versions.c.key.desc()).limit(selection.limit)


def texts(connection: Connection, selection: Selection) -> Select[Any]:
    """Return the query for the same versions, with all that was read in them."""
    return articles(connection, selection).add_columns(versions.c.text, versions.c.reading)


def told(keys: Sequence[int]) -> Select[Any]:
    """Return the query for the attributions of versions, in their order."""
    asked = select(said.c.version, *_TOLD).select_from(versions).join(said, _of_version)
    return asked.where(versions.c.key.in_(keys)).order_by(said.c.key)


def hits(connection: Connection, selection: Selection) -> Select[Any]:
    """Return the query for the attributions that are meant, those of the latest article first."""
    asked = _shown(_attributions(connection, selection))
    if selection.after:
        last = cursor(selection.after)
        rest = and_(versions.c.key == last.version, said.c.number > last.number)
        asked = asked.where(_later(last, or_(versions.c.key < last.version, rest)))
    order = (dated.desc(), versions.c.key.desc(), said.c.number)
    return asked.order_by(*order).limit(selection.limit)


def at(keys: Sequence[int]) -> Select[Any]:
    """Return the query for attributions by their keys."""
    return _shown(_joined()).where(said.c.key.in_(keys))


def keys(connection: Connection, selection: Selection) -> Select[Any]:
    """Return the query for the keys of the attributions that are meant."""
    return _attributions(connection, selection).with_only_columns(said.c.key)


def acts(connection: Connection, selection: Selection) -> Select[Any]:
    """Return the query for the acts of the attributions that are meant, and how many articles have
    each."""
    asked = _attributions(connection, selection)
    number = func.count(said.c.version.distinct()).label("articles")
    return asked.with_only_columns(said.c.act, number).group_by(said.c.act)


def meanings(selection: Selection) -> Select[Any]:
    """Return the query for the vectors of the contents of the articles that are meant, with the
    keys of their first attributions."""
    return select(versions.c.first, versions.c.contents).where(*_of_article(selection))


def asks_for_attributions(selection: Selection) -> bool:
    """Return whether a selection says something about attributions, not only about articles."""
    given = (selection.words, selection.source, selection.act, selection.via, selection.standing)
    return any(one is not None for one in given)


def _attributions(connection: Connection, selection: Selection) -> Select[Any]:
    asked = _joined().where(*_of_article(selection), *_of_attribution(selection))
    if selection.words is None:
        return asked
    found = wanted(selection.words)
    if not found:
        return asked.where(said.c.number < 0)
    indexed = asked.join(fulltext.index, said.c.key == fulltext.index.c.rowid)
    return indexed.where(fulltext.matches(connection, found))


def _joined() -> Select[Any]:
    return select(said.c.version).join(versions, versions.c.key == said.c.version)


def _shown(asked: Select[Any]) -> Select[Any]:
    """Return a query for attributions with all that a hit needs."""
    shown = asked.with_only_columns(*_ROW, *_TOLD, versions.c.text, *_NAMED)
    return shown.join(sources, sources.c.key == said.c.source)


def _with_attributions(
    connection: Connection, selection: Selection
) -> tuple[ColumnElement[bool], ...]:
    if not asks_for_attributions(selection):
        return ()
    found = _attributions(connection, selection).subquery()
    return (versions.c.key.in_(select(found.c.version)),)


def _of_article(selection: Selection) -> tuple[ColumnElement[bool], ...]:
    conditions: list[ColumnElement[bool]] = [versions.c.current]
    if selection.articles is not None:
        conditions.append(versions.c.article.in_(selection.articles))
    if selection.language is not None:
        conditions.append(versions.c.language == selection.language)
    if selection.outlet is not None:
        site = versions.c.site == selection.outlet.casefold().removeprefix("www.")
        conditions.append(or_(site, _named(versions.c.outlet_folded, selection.outlet)))
    if selection.since is not None:
        conditions.append(dated >= _moment(selection.since))
    if selection.until is not None:
        conditions.append(and_(dated <= _moment(selection.until) + LAST, dated != ""))
    return tuple(conditions)


def _of_attribution(selection: Selection) -> tuple[ColumnElement[bool], ...]:
    exact = (
        (said.c.act, selection.act),
        (said.c.via, selection.via),
        (said.c.standing, selection.standing),
    )
    conditions = [column == value for column, value in exact if value is not None]
    if selection.source is not None:
        conditions.append(said.c.source.in_(_sources(selection.source)))
    return tuple(conditions)


def _sources(name: str) -> Select[Any]:
    """Return the query for the sources that have a name, or an entity that has it or this id."""
    own = select(sources.c.key).where(_named(sources.c.folded, name))
    known = select(sources.c.key).join(forms, forms.c.entity == sources.c.entity)
    by_id = select(sources.c.key).join(entities, entities.c.key == sources.c.entity)
    found = union(
        own, known.where(_named(forms.c.folded, name)), by_id.where(entities.c.id == name)
    ).subquery()
    return select(found.c.key)


def _named(folded: ColumnElement[str], name: str) -> ColumnElement[bool]:
    """Return the condition that each word of `name` begins a word of a folded name."""
    words = [term.text for term in terms(name)]
    # Words are letters and digits only: nothing that LIKE takes for a pattern.
    return and_(folded != "", *(folded.like(f"% {word}%") for word in words or ("\n",)))


def _moment(given: str) -> str:
    found = moment(given)
    if found is None:
        raise UsageError(f"{given}: not a date", "write 2025-08-18, or a time in ISO 8601")
    return found


def _later(last: Cursor, at_once: ColumnElement[bool]) -> ColumnElement[bool]:
    """Return the condition for what comes after `last`; `at_once` for what has the same time."""
    return or_(dated < last.moment, and_(dated == last.moment, at_once))
