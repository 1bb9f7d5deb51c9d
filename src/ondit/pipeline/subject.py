"""Whom or what a question is about, by any name that articles have for it."""

from __future__ import annotations

from collections.abc import Iterable

from ondit.records import Document, Reading
from ondit.store.words import terms, wanted
from ondit.trace.profile import Profile


class Subject:
    """A name that was asked for, and the entities that some article calls by it."""

    def __init__(self, name: str, documents: Iterable[Document]) -> None:
        self._name = name
        self._entities = frozenset(
            entity.id
            for document in documents
            for entity in document.reading.entities
            if any(has(form.form.text, name) for form in entity.forms)
        )

    def concerned(self, reading: Reading, profile: Profile) -> bool:
        """Return whether a statement of an article names the subject, or is said by it."""
        own = (one for one in reading.entities if one.id in self._entities)
        names = {form.form.text for one in own for form in one.forms} | {self._name}
        said = f"{profile.text} {profile.source}"
        return any(has(said, name) for name in sorted(names))


def has(text: str, name: str) -> bool:
    """Return whether all words of a name stand in a text, each in any of its forms."""
    there = [term.text for term in terms(text)]
    asked = wanted(name)
    return bool(asked) and all(any(one.found_in(term) for term in there) for one in asked)
