"""A folder of watches: what is watched and what was told in one file, and two feeds for each."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from cattrs import Converter
from cattrs.errors import BaseValidationError

from ondit.errors import SourceError, UsageError
from ondit.export.feed import atom, json_feed
from ondit.pipeline.watching import alerts, claim_words
from ondit.records.watch import Alert, Noticed, Subject, Watch, Watched

FILE = "watches.json"
MOST = 100
"""Alerts that a feed holds, the latest: what a reader that looks once a week still gets all of."""

_CONVERTER = Converter(detailed_validation=False)


def add(url: str, folder: Path, watch: Watch, now: datetime) -> Watch:
    """Watch something from now on; what the archive holds already will not be told.

    Raise UsageError if there is a watch of that name, ArchiveError if there is no archive or no
    such claim in it, SourceError if the folder cannot be written.
    """
    known = watches(folder)
    if _stem(watch) in {_stem(one.watch) for one in known}:
        raise UsageError(f"there is a watch named {watch.name!r}", "give another --name")
    if watch.subject is Subject.CLAIM:
        watch = replace(watch, what=claim_words(url, watch.what))
    seen = frozenset(one.key for one in alerts(url, watch, now.date()))
    _save(folder, [*known, Watched(watch, seen)])
    return watch


def remove(folder: Path, name: str) -> None:
    """Watch something no longer, and delete its feeds. Raise UsageError if it is not watched."""
    known = watches(folder)
    kept = [one for one in known if one.watch.name != name]
    if len(kept) == len(known):
        raise UsageError(f"{name}: no such watch", "see `ondit watch list`")
    for one in known:
        if one not in kept:
            for path in _feeds(folder, one.watch):
                path.unlink(missing_ok=True)
    _save(folder, kept)


def run(url: str, folder: Path, now: datetime) -> Iterator[tuple[Watch, Alert]]:
    """Look for what is new, write the feeds, and yield each alert.

    Raise UsageError if nothing is watched, ArchiveError, WeightsError, SourceError as `add` does.
    """
    known = watches(folder)
    if not known:
        raise UsageError(f"{folder}: nothing is watched", "see `ondit watch add --help`")
    looked = [_looked(url, one, now) for one in known]
    _save(folder, looked)
    stamp = _stamp(now)
    for before, one in zip(known, looked, strict=True):
        for noticed in one.alerts:
            if noticed.at == stamp and noticed.alert.key not in before.seen:
                yield one.watch, noticed.alert


def watches(folder: Path) -> list[Watched]:
    """Return what is watched in a folder. Raise SourceError if its file is damaged."""
    path = folder / FILE
    try:
        found = json.loads(path.read_text("utf-8"))
        return _CONVERTER.structure(found, list[Watched])
    except FileNotFoundError:
        return []
    except (OSError, ValueError, TypeError, KeyError, BaseValidationError) as error:
        raise SourceError(str(path), "not a file of watches", "repair or delete it") from error


def _looked(url: str, one: Watched, now: datetime) -> Watched:
    found = {alert.key: alert for alert in alerts(url, one.watch, now.date())}
    new = [alert for key, alert in found.items() if key not in one.seen]
    latest = [Noticed(alert, _stamp(now)) for alert in new]
    return Watched(one.watch, one.seen | set(found), (*latest, *one.alerts)[:MOST])


def _save(folder: Path, known: list[Watched]) -> None:
    """Write the feeds, then what they hold: whatever stops it, nothing is told twice in one."""
    with _writing(folder):
        folder.mkdir(parents=True, exist_ok=True)
        for one in known:
            atom_path, json_path = _feeds(folder, one.watch)
            _put(atom_path, atom(one))
            _put(json_path, json_feed(one))
        _put(folder / FILE, _packed(known))


def _packed(known: list[Watched]) -> str:
    plain = _CONVERTER.unstructure(known)
    for one in plain:
        one["seen"] = sorted(one["seen"])
    return json.dumps(plain, ensure_ascii=False, indent=1) + "\n"


def _put(path: Path, text: str) -> None:
    """Replace a file at once, so that a reader of feeds never finds half of one."""
    part = path.with_name(path.name + ".part")
    part.write_text(text, "utf-8")
    part.replace(path)


@contextmanager
def _writing(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        reason = error.strerror or str(error)
        raise SourceError(str(folder), reason, "give another --folder") from error


def _feeds(folder: Path, watch: Watch) -> tuple[Path, Path]:
    return folder / f"{_stem(watch)}.atom", folder / f"{_stem(watch)}.feed.json"


def _stem(watch: Watch) -> str:
    """Return what the files of a watch are called: its name's letters and digits."""
    return re.sub(r"\W+", "-", watch.name.lower()).strip("-")[:80] or "watch"


def _stamp(now: datetime) -> str:
    return now.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
