"""Who a source is: every source gets the fullest name that the article has for it.

The model says what a source takes up; that is believed only where the two can be one: a name
is not another name, a named person is a person, an office none.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from ondit.records import (
    Coreference,
    Entity,
    EntityKind,
    Mention,
    MentionType,
    NameForm,
    Naming,
    Reading,
    Span,
    Via,
)

SURE = 0.6
"""Probability from which the model is believed on what a pronoun takes up."""

SURE_OF_DESCRIPTION = 0.9
"""The same where words describe the source: these stand for themselves if they are not resolved,
and a wrong name would be worse."""

BESIDES = 4
"""Characters that may stand beside a name in a source that is a name alone: an article, marks."""

DEPTH = 8
"""Steps from one source to the earlier one that it takes up; chains of pronouns are short."""


@cache
def pronouns() -> frozenset[str]:
    """Return the pronouns of all languages, from `pronouns.txt`."""
    return frozenset(_words("pronouns.txt"))


@cache
def offices() -> tuple[str, ...]:
    """Return the beginnings of words for those who speak for others, from `offices.txt`."""
    return tuple(_words("offices.txt"))


def _words(name: str) -> list[str]:
    lines = files(__package__).joinpath(name).read_text("utf-8").splitlines()
    return [word for line in lines if not line.startswith("#") for word in line.split()[1:]]


def forms(reading: Reading) -> tuple[NameForm, ...]:
    """Return the article's names as they are written, for `entities` to put together."""
    return tuple(_form(reading, mention) for mention in reading.mentions)


def _form(reading: Reading, mention: Mention) -> NameForm:
    article = reading.article
    speaks = any(span.contains(mention.span) for one in reading.attributions for span in one.source)
    text = " ".join(mention.span.of(article.text).split())
    return NameForm(text, mention.type, article.language, article.id, speaks)


def namings(reading: Reading, entities: Sequence[Entity]) -> tuple[Naming, ...]:
    """Return who each source of the article is, in the order of their spans, each span once."""
    cast = _Cast(reading, tuple(entities))
    vias = {span: one.via for one in reading.attributions for span in one.source}
    return tuple(cast.name(span, vias[span]) for span in sorted(vias))


@dataclass(frozen=True, slots=True)
class _Cast:
    """The article's names and sources, and who is behind them."""

    reading: Reading
    entities: tuple[Entity, ...]

    def name(self, span: Span, via: Via) -> Naming:
        """Return who the source at `span` is."""
        seen = span
        for _ in range(DEPTH):
            found = self._named(seen, via, span)
            if found:
                return found
            link = self._link(seen)
            if link is None or not self._believed(link, via):
                break
            seen = link.antecedent
        text = span.of(self.reading.article.text)
        if seen != span and not self._points(seen):
            return Naming(span, seen.of(self.reading.article.text), seen)
        return Naming(span, text, resolved=not self._points(span))

    def _named(self, seen: Span, via: Via, span: Span) -> Naming | None:
        """Return the naming by a name in `seen` that can be what the source stands for."""
        person = via is Via.NAMED and not self._is_office(seen)
        wanted = [MentionType.PERSON] if person else [MentionType.PERSON, MentionType.ORGANISATION]
        inside = [m for m in self.reading.mentions if seen.contains(m.span) and m.type in wanted]
        if not person:
            inside = [m for m in inside if self._is_whole(seen, m)]
        elif len(inside) > 1:
            return None
        if not inside:
            return None
        mention = max(inside, key=lambda m: m.span.end - m.span.begin)
        entity = self._entity(mention)
        if entity is None:
            return None
        name, place = self._fullest(entity, mention)
        return Naming(span, name, None if span.contains(place) else place, entity.id)

    def _believed(self, link: Coreference, via: Via) -> bool:
        """Return whether what a source takes up is clear enough to name it so."""
        if self._clash(link.antecedent, via):
            return False
        if self._points(link.span):
            return link.probability >= SURE
        return via is Via.NAMED and link.probability >= SURE_OF_DESCRIPTION

    def _clash(self, seen: Span, via: Via) -> bool:
        """Return whether a named person is taken for a name that is no person's."""
        types = [m.type for m in self.reading.mentions if m.span == seen]
        return via is Via.NAMED and bool(types) and MentionType.PERSON not in types

    def _is_office(self, seen: Span) -> bool:
        """Return whether a source speaks for the person that it names."""
        words = seen.of(self.reading.article.text).casefold().split()
        return any(word.startswith(offices()) for word in words)

    def _is_whole(self, seen: Span, mention: Mention) -> bool:
        """Return whether a source is a name and little else, an article or quotation marks."""
        rest = (seen.end - seen.begin) - (mention.span.end - mention.span.begin)
        return rest <= BESIDES

    def _entity(self, mention: Mention) -> Entity | None:
        form = _form(self.reading, mention)
        return next((e for e in self.entities if any(f.form == form for f in e.forms)), None)

    def _fullest(self, entity: Entity, mention: Mention) -> tuple[str, Span]:
        """Return the entity's fullest name in this article, and where it first stands."""
        text = self.reading.article.text
        names = {one.form.text for one in entity.forms}
        best = entity.name if entity.kind is EntityKind.PERSON or entity.name in names else ""
        own = " ".join(mention.span.of(text).split())
        best = best or max(names | {own}, key=lambda name: (len(name.split()), len(name)))
        for other in self.reading.mentions:
            if " ".join(other.span.of(text).split()) == best:
                return best, other.span
        return best, mention.span

    def _link(self, span: Span) -> Coreference | None:
        return next((one for one in self.reading.coreferences if one.span == span), None)

    def _points(self, span: Span) -> bool:
        """Return whether a source is a pronoun and describes nobody."""
        return span.of(self.reading.article.text).casefold() in pronouns()
