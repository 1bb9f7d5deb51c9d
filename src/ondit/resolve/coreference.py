"""Who a source is: every source gets the fullest name that the article has for it.

First what its own words say, then what it takes up: the most likely earlier source or name, if
that is likely enough. A pronoun for which none is stays unresolved and says so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ondit.records import (
    Entity,
    EntityKind,
    Mention,
    MentionType,
    NameForm,
    Naming,
    Reading,
    Span,
)
from ondit.resolve.antecedent import (
    candidates,
    features,
    is_fuller,
    is_longer,
    probability,
    role,
)
from ondit.resolve.inflection import without_suffix
from ondit.resolve.mentions import whole
from ondit.resolve.referents import Referent, Scene
from ondit.resolve.source import described, head, untitled
from ondit.resolve.spelling import script
from ondit.resolve.vocabulary import NO_BLANKS

SURE = {"pronoun": 0.3, "speaker": 0.3, "person": 0.35, "outlet": 0.35, "description": 0.5}
"""Probability from which a source is named by what it takes up, by how it does.

One value for all, from 0.25 to 0.65, was tried on 400 training texts of the annotated corpus, the
most of them also fitted on: pronouns are best at the low end (69 % right at 0.25, 59 % at 0.65),
the rest is flat (75.5 to 75.8 %). The values between were set by hand."""

SETTLED = ("per:", "state:", "loc:")
"""Kinds of entities whose names are full: the others may have a longer one."""

LEAST = 0.02
"""Probability below which a place is not looked at. Set by hand, to save time."""

DEPTH = 8
"""Steps from one source to the earlier one that it takes up; chains of pronouns are short."""


def forms(reading: Reading) -> tuple[NameForm, ...]:
    """Return the article's names as they are written, for `entities` to put together."""
    sources = sorted(span for one in reading.attributions for span in one.source)
    return tuple(_form(reading, mention, sources) for mention in whole(reading))


def _form(reading: Reading, mention: Mention, sources: Sequence[Span]) -> NameForm:
    article = reading.article
    speaks = any(span.contains(mention.span) for span in sources)
    text = " ".join(mention.span.of(article.text).split())
    return NameForm(text, mention.type, article.language, article.id, speaks)


def namings(reading: Reading, entities: Sequence[Entity]) -> tuple[Naming, ...]:
    """Return who each source of the article is, in the order of their spans, each span once."""
    cast = _Cast(reading, entities)
    return tuple(cast.name(span) for span in sorted(cast.scene.by_source))


class _Cast:
    """The article's names and sources, and who is behind them."""

    def __init__(self, reading: Reading, entities: Sequence[Entity]) -> None:
        self.scene = Scene(reading)
        self.text, self.language = self.scene.text, self.scene.language
        self._referents = {one.span: one for one in self.scene.referents}
        self._entities = {found.form: one for one in entities for found in one.forms}
        self._forms = dict(zip([m.span for m in self.scene.names], forms(reading), strict=True))
        self._places: dict[str, Span] = {}
        for span, form in self._forms.items():
            self._places.setdefault(form.text, span)
        self._fuller = dict(self._longer())
        self._named: dict[Span, Naming] = {}

    def name(self, span: Span, depth: int = 0) -> Naming:
        """Return who the source or name at `span` is."""
        if span not in self._named:
            own = self._own(span)
            self._named[span] = self._taken_up(span, own, depth)
        return self._named[span]

    def _longer(self) -> Iterator[tuple[Span, Span]]:
        """Yield for each part of a name the place of the first full one that it is a part of."""
        size = 1 if self.language in NO_BLANKS else 2
        found: dict[tuple[MentionType | None, str], list[Referent]] = {}
        names = [self._referents[one.span] for one in self.scene.names]
        for one in names:
            for word in one.words:
                found.setdefault((one.type, word[:size]), []).append(one)
        for one in names:
            if one.words and one.type is MentionType.PERSON:
                likely = found[one.type, one.words[-1][:size]]
                first = next((it for it in likely if is_longer(it, one, self.language)), None)
                if first:
                    yield one.span, first.span

    def _own(self, span: Span) -> Naming | None:
        """Return the naming by a name that stands in the source itself."""
        one = self._referents[span]
        if one.pointing:
            return None
        if one.via is None:
            return self._by_name(span, span)
        found = head(self.text, span, one.via, self.scene.inside(span), self.language)
        return self._by_name(span, found) if found else None

    def _by_name(self, span: Span, at: Span) -> Naming | None:
        """Return the naming of `span` by the name at `at`, in the fullest form of its entity."""
        form = self._forms.get(self._fuller.get(at, at))
        entity = self._entities.get(form) if form else None
        if form is None or entity is None:
            return Naming(span, without_suffix(at.of(self.text), self.language))
        name = self._fullest(entity, form)
        place = self._places.get(name) or at
        return Naming(span, name, None if span.contains(place) else place, entity.id)

    def _fullest(self, entity: Entity, form: NameForm) -> str:
        """Return the entity's fullest name in this article."""
        names = {one.form.text for one in entity.forms} | {form.text}
        if entity.kind is EntityKind.STATE:
            return form.text
        if entity.kind is EntityKind.PERSON:
            written = script(form.text)
            same = [name for name in names if script(name) == written]
            known = entity.name if script(entity.name) == written else max(same, key=_size)
            return untitled(known, self.language)
        fullest = max(names, key=lambda name: (len(name.split()), name == form.text, len(name)))
        return without_suffix(fullest, self.language)

    def _taken_up(self, span: Span, own: Naming | None, depth: int) -> Naming:
        """Return the naming by what the source takes up, or by its own words."""
        one = self._referents[span]
        if own and (own.entity or "").startswith(SETTLED):
            return own
        if one.via and depth < DEPTH:
            found = self._antecedent(one, bool(own), depth)
            if found:
                return found
        words = described(self.text, span, self.language) or span.of(self.text)
        name = words if " " in words else without_suffix(words, self.language)
        return own or Naming(span, name, resolved=not one.pointing)

    def _antecedent(self, one: Referent, named: bool, depth: int) -> Naming | None:
        """Return the naming by whom `one` most likely takes up, if that is likely enough.

        For one that is `named`, only a fuller name is tried. Chances of places that name the
        same add up.
        """
        kind = role(one)
        missed: dict[str, float] = {}
        namings: dict[str, Naming] = {}
        for other in candidates(self.scene, one):
            if named and (other.type is None or not is_fuller(other, one, self.language)):
                continue
            chance = probability(kind, features(self.scene, one, other))
            if chance < LEAST:
                continue
            found = self.name(other.span, depth + 1)
            if found.resolved:
                missed[found.name] = missed.get(found.name, 1.0) * (1.0 - chance)
                place = found.antecedent or other.span
                namings[found.name] = Naming(one.span, found.name, place, found.entity)
        best = min(missed, key=lambda name: (missed[name], name), default=None)
        return namings[best] if best is not None and 1.0 - missed[best] >= SURE[kind] else None


def _size(name: str) -> tuple[int, int, str]:
    return len(name.split()), len(name), name
