"""Records taken apart into columns of like values, which pack far better than rows of them.

How each type is taken apart follows from its annotations; spans are told by their distance from
the last one of their column, and links, of which chains repeat most, once.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, is_dataclass
from types import NoneType, UnionType
from typing import Any, Protocol, get_args, get_origin, get_type_hints

from ondit.records import Link, Span

REPEATED = (Link,)
"""Records that stand in a reading several times over."""


@dataclass(slots=True)
class _Writing:
    """Columns that grow, and what they had before."""

    columns: list[list[Any]]
    ends: dict[int, int] = field(default_factory=dict)
    known: dict[object, int] = field(default_factory=dict)


@dataclass(slots=True)
class _Taking:
    """Columns that are gone through, and what they had before."""

    columns: list[Iterator[Any]]
    ends: dict[int, int] = field(default_factory=dict)
    known: list[object] = field(default_factory=list)


class _Part(Protocol):
    """How values of one type stand in columns."""

    def write(self, one: Any, out: _Writing) -> None:  # noqa: ANN401 - of the type it is for
        """Put a value into its columns."""

    def take(self, out: _Taking) -> Any:  # noqa: ANN401 - of the type it is for
        """Take the next value from its columns."""


@dataclass(frozen=True, slots=True)
class _Value:
    column: int
    kind: Callable[[Any], Any]

    def write(self, one: Any, out: _Writing) -> None:  # noqa: ANN401 - a string, a number, none
        out.columns[self.column].append(int(one) if self.kind is bool else one)

    def take(self, out: _Taking) -> Any:  # noqa: ANN401 - as above
        found = next(out.columns[self.column])
        return None if found is None else self.kind(found)


@dataclass(frozen=True, slots=True)
class _Spans:
    begin: int
    length: int

    def write(self, one: Span, out: _Writing) -> None:
        out.columns[self.begin].append(one.begin - out.ends.get(self.begin, 0))
        out.columns[self.length].append(one.end - one.begin)
        out.ends[self.begin] = one.end

    def take(self, out: _Taking) -> Span:
        begin = out.ends.get(self.begin, 0) + next(out.columns[self.begin])
        out.ends[self.begin] = begin + next(out.columns[self.length])
        return Span(begin, out.ends[self.begin])


@dataclass(frozen=True, slots=True)
class _Many:
    count: int
    each: _Part

    def write(self, one: tuple[Any, ...], out: _Writing) -> None:
        out.columns[self.count].append(len(one))
        for value in one:
            self.each.write(value, out)

    def take(self, out: _Taking) -> tuple[Any, ...]:
        return tuple(self.each.take(out) for _ in range(next(out.columns[self.count])))


@dataclass(frozen=True, slots=True)
class _Perhaps:
    there: int
    part: _Part

    def write(self, one: Any, out: _Writing) -> None:  # noqa: ANN401 - a record or none
        out.columns[self.there].append(int(one is not None))
        if one is not None:
            self.part.write(one, out)

    def take(self, out: _Taking) -> Any:  # noqa: ANN401 - as above
        return self.part.take(out) if next(out.columns[self.there]) else None


@dataclass(frozen=True, slots=True)
class _Record:
    kind: Callable[..., Any]
    fields: tuple[tuple[str, _Part], ...]

    def write(self, one: object, out: _Writing) -> None:
        for name, part in self.fields:
            part.write(getattr(one, name), out)

    def take(self, out: _Taking) -> object:
        return self.kind(*[part.take(out) for _, part in self.fields])


@dataclass(frozen=True, slots=True)
class _Repeated:
    back: int
    record: _Record

    def write(self, one: object, out: _Writing) -> None:
        """Put how many different ones ago this one came, 0 if it is new, and then itself."""
        place = out.known.get(one)
        out.columns[self.back].append(0 if place is None else len(out.known) - place)
        if place is None:
            out.known[one] = len(out.known)
            self.record.write(one, out)

    def take(self, out: _Taking) -> object:
        if back := next(out.columns[self.back]):
            return out.known[-back]
        found = self.record.take(out)
        out.known.append(found)
        return found


class Layout:
    """The columns of a type of records."""

    def __init__(self, kind: type) -> None:
        """Lay out the columns that the annotations of `kind` ask for."""
        self._count = 0
        self._records: dict[type, _Part] = {}
        self._whole = self._part(kind)

    def write(self, one: object) -> str:
        """Return a record as JSON: the list of its columns."""
        out = _Writing([[] for _ in range(self._count)])
        self._whole.write(one, out)
        return json.dumps(out.columns, ensure_ascii=False, allow_nan=False, separators=(",", ":"))

    def read(self, line: str | bytes) -> Any:  # noqa: ANN401 - of the type it is for
        """Return the record that `write` wrote."""
        return self._whole.take(_Taking([iter(one) for one in json.loads(line)]))

    def _column(self) -> int:
        self._count += 1
        return self._count - 1

    def _part(self, hint: Any) -> _Part:  # noqa: ANN401 - an annotation
        if get_origin(hint) is tuple:
            return _Many(self._column(), self._part(get_args(hint)[0]))
        if isinstance(hint, UnionType):
            (inner,) = (one for one in get_args(hint) if one is not NoneType)
            part = self._part(inner)
            return part if isinstance(part, _Value) else _Perhaps(self._column(), part)
        if hint is Span:
            return _Spans(self._column(), self._column())
        if is_dataclass(hint):
            return self._record(hint)
        return _Value(self._column(), hint)

    def _record(self, kind: Any) -> _Part:  # noqa: ANN401 - a class of records
        """Return the one part for a class: wherever its records stand, they share columns."""
        if kind not in self._records:
            hints = get_type_hints(kind)
            record = _Record(kind, tuple((name, self._part(hint)) for name, hint in hints.items()))
            repeated = kind in REPEATED
            self._records[kind] = _Repeated(self._column(), record) if repeated else record
        return self._records[kind]
