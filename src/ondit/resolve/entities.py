"""Puts together the names of one person, organisation, place, outlet or state.

It errs on the side of too many entities: a reader sees that two are one, but not that one is two.
So names meet only where every form of the one can be every form of the other, and a surname
without more only where it leaves no choice.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from operator import contains

from ondit.records import Entity, EntityForm, EntityKind, MentionType, NameForm, Rule
from ondit.resolve.acronym import abbreviates
from ondit.resolve.cluster import Cluster, attach, gather, merge
from ondit.resolve.gazetteer import Gazetteer, Known, KnownKind
from ondit.resolve.identity import identify
from ondit.resolve.names import LOSSY, ORDER, Name, parse, same
from ondit.resolve.spelling import bare, latin, script

NO_NAMES = Gazetteer(())
"""The names of a user who has none of their own."""


def entities(forms: Iterable[NameForm], own: Gazetteer = NO_NAMES) -> tuple[Entity, ...]:
    """Return the entities behind the names of one or many articles, in the order of the names.

    `own` are a user's names; they go before the packaged ones. Every form is in exactly one
    entity. The order of the names decides only the order of the entities and their numbers.
    """
    place = {form: i for i, form in enumerate(dict.fromkeys(forms))}
    known: defaultdict[Known, list[EntityForm]] = defaultdict(list)
    unknown: defaultdict[bool, list[NameForm]] = defaultdict(list)
    for form in sorted(place, key=_precedence):
        found = identify(form, own)
        if found:
            known[found.known].append(EntityForm(form, found.rule))
        else:
            unknown[form.type is MentionType.PERSON].append(form)
    made = [
        _of_known(one, tuple(sorted(group, key=lambda found: place[found.form])))
        for one, group in known.items()
    ]
    made += [_of_cluster(one, place) for one in _people(unknown[True])]
    made += [_of_cluster(one, place) for one in _others(unknown[False])]
    made.sort(key=lambda one: min(place[form.form] for form in one.forms))
    return _numbered(made)


def _precedence(form: NameForm) -> tuple[bool, str, str, str, str, bool]:
    """Put names in scripts that keep sounds before others, so that those find their like."""
    lossy = script(form.text) in LOSSY
    return lossy, form.text, form.language or "", form.article, form.type.value, form.speaks


def _people(forms: Sequence[NameForm]) -> list[Cluster]:
    """Merge full names, then give each name with initials, then each other one, its person."""
    parts = {(form.article, one) for form in forms for one in _written_parts(form)}
    names = [
        (form, parse(form.text, form.language, whole=(form.article, form.text) in parts))
        for form in forms
    ]
    people = merge(gather(one for one in names if one[1].full))
    people = attach(people, [one for one in names if one[1].initialled])
    return attach(people, [one for one in names if not one[1].full and not one[1].initialled])


def _written_parts(form: NameForm) -> tuple[str, ...]:
    """Return the parts of a name that is written in several."""
    parts = parse(form.text, form.language, whole=True).parts
    return parts if len(parts) > 1 else ()


def _others(forms: Sequence[NameForm]) -> list[Cluster]:
    """Merge names of organisations and places; an acronym goes to the name it abbreviates."""
    names = [(form, parse(form.text, form.language)) for form in forms]
    short = {
        form: full
        for form, _ in names
        if (full := _abbreviated(form, [one for one, _ in names if one.article == form.article]))
    }
    clusters = merge(gather((form, name) for form, name in names if form not in short))
    for form, full in short.items():
        home = next(one for one in clusters if full in one.forms)
        home.add(form, Rule.ACRONYM)
    return clusters


def _abbreviated(form: NameForm, others: Iterable[NameForm]) -> NameForm | None:
    """Return the one name that `form` is the acronym of."""
    found = [one for one in others if abbreviates(form.text, one.text)]
    return found[0] if len({one.text for one in found}) == 1 else None


def _of_known(known: Known, forms: tuple[EntityForm, ...]) -> Entity:
    kind = _kind(known)
    slug = known.country if kind is EntityKind.STATE else _slug(known.name)
    return Entity(
        f"{kind.value}:{slug}".casefold(), known.name, kind, forms, known.country, known.wikidata
    )


def _kind(known: Known) -> EntityKind:
    if known.kind.outlet:
        return EntityKind.OUTLET
    kinds = {
        KnownKind.STATE: EntityKind.STATE,
        KnownKind.PERSON: EntityKind.PERSON,
        KnownKind.ORGANISATION: EntityKind.ORGANISATION,
    }
    return kinds.get(known.kind, EntityKind.PLACE)


def _of_cluster(cluster: Cluster, place: dict[NameForm, int]) -> Entity:
    forms = sorted(cluster.forms, key=place.__getitem__)
    kinds = Counter(form.type.value for form in forms)
    kind = EntityKind(max(kinds, key=lambda one: (kinds[one], one)))
    shown = _display(forms)
    return Entity(
        f"{kind.value}:{_slug(shown.text)}".casefold(),
        shown.text,
        kind,
        tuple(EntityForm(form, _rule(cluster, form, shown)) for form in forms),
    )


def _rule(cluster: Cluster, form: NameForm, shown: Name) -> Rule:
    """Return why a form belongs to the name that is shown."""
    recorded = cluster.rule(form)
    if recorded not in ORDER:
        return recorded
    return same(parse(form.text, form.language), shown) or recorded


def _display(forms: Sequence[NameForm]) -> Name:
    """Return the form to show: a full name rather than a part of it, then the one that most
    others may be a case of, then the most frequent, then one in Latin letters, then the first."""
    names = {form.text: parse(form.text, form.language) for form in forms}
    count = Counter(form.text for form in forms)

    def rank(text: str) -> tuple[bool, int, int, bool]:
        cases = sum(_case_of(other, names[text]) for other in names.values())
        return names[text].full, cases, count[text], script(text) == "LATIN"

    return names[max(names, key=rank)]


def _case_of(one: Name, nominative: Name) -> bool:
    """Return whether one name may be a case of the other."""
    parts = [bare(part) for part in nominative.parts]
    return len(parts) == len(one.parts) and all(map(contains, one.bases, parts))


def _slug(name: str) -> str:
    words = "".join(c if c.isalnum() else " " for c in latin(name)).split()
    return "-".join(words) or "name"


def _numbered(made: Iterable[Entity]) -> tuple[Entity, ...]:
    """Tell entities with the same identifier apart by a number."""
    seen: Counter[str] = Counter()
    found = []
    for one in made:
        seen[one.id] += 1
        number = f"-{seen[one.id]}" if seen[one.id] > 1 else ""
        found.append(
            Entity(f"{one.id}{number}", one.name, one.kind, one.forms, one.country, one.wikidata)
        )
    return tuple(found)
