"""Groups of name forms that are one entity's, and how they grow.

Two groups meet only if every name of the one can be every name of the other (complete linkage),
apart from scripts too lossy to be compared: so no name stands between two that differ and makes
them one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import product

from ondit.records import MentionType, NameForm, Rule
from ondit.resolve.names import LOSSY, ORDER, Name, audible, comparable, part_of, same, settled
from ondit.resolve.sounds import weight
from ondit.resolve.spelling import script

RARE = 4.5
"""Weight of the sounds from which a surname alone is taken for one person's across articles
("Castagnier", not "Smith"), measured on tests/resolve/names.tsv: none is wrong from here."""

Form = tuple[NameForm, Name]


class Cluster:
    """Name forms of one entity, with the rule by which each came in."""

    def __init__(self, form: NameForm, name: Name, rule: Rule = Rule.SAME) -> None:
        """Begin with one form."""
        self._names = {form: name}
        self._rules = {form: rule}

    @property
    def names(self) -> tuple[Name, ...]:
        """The different full names."""
        return tuple(dict.fromkeys(self._names.values()))

    @property
    def forms(self) -> tuple[NameForm, ...]:
        """All forms, in the order in which they came."""
        return tuple(self._rules)

    def rule(self, form: NameForm) -> Rule:
        """Return the rule by which `form` came in."""
        return self._rules[form]

    def add(self, form: NameForm, rule: Rule, name: Name | None = None) -> None:
        """Add a form, with `name` if it is a full name."""
        self._rules[form] = rule
        if name:
            self._names[form] = name

    def absorb(self, other: Cluster, rule: Rule) -> None:
        """Add all of `other`, whose own first form came in by `rule`."""
        self._names.update(other._names)
        for form, before in other._rules.items():
            self._rules[form] = max(before, rule, key=_strength)

    def near(self, other: Cluster) -> Rule | None:
        """Return the weakest rule by which names of the two are the same, None if none are or
        comparable ones are not."""
        rules = []
        for one, two in product(self.names, other.names):
            rule = same(one, two)
            if rule is None and comparable(one, two):
                return None
            rules.append(rule)
        return max((rule for rule in rules if rule), key=_strength, default=None)

    def holds(self, name: Name, article: str) -> Rule | None:
        """Return why `name` can stand for this person, whom `article` names in full."""
        full = (one for form, one in self._names.items() if form.article == article)
        return next((rule for one in full if (rule := part_of(name, one))), None)

    def owns(self, name: Name) -> Rule | None:
        """Return why `name` can be the surname of this person, whatever the article."""
        rules = (part_of(name, one, given=False) for one in self.names)
        return next((rule for rule in rules if rule), None)


def gather(forms: Iterable[Form]) -> list[Cluster]:
    """Return a cluster for each way of writing a name in a language."""
    found: dict[tuple[Name, MentionType], Cluster] = {}
    for form, name in forms:
        key = (name, form.type)
        if key in found:
            found[key].add(form, Rule.SAME, name)
        else:
            found[key] = Cluster(form, name)
    return list(found.values())


def merge(clusters: Sequence[Cluster], rules: Sequence[Rule] = ORDER) -> list[Cluster]:
    """Merge clusters by each of `rules` in turn, until no two can be one."""
    left = list(clusters)
    for rule in rules:
        left = _merged(left, rule)
    return left


def attach(clusters: list[Cluster], forms: Sequence[Form]) -> list[Cluster]:
    """Give each name that is not full to the one cluster that it can stand for: one of its own
    article, else, if it is rare, one of any; those left over meet where they are the same."""
    homeless: list[Form] = []
    for form, name in forms:
        found = [(one, rule) for one in clusters if (rule := one.holds(name, form.article))]
        if not found and _rare(name):
            found = [(one, rule) for one in clusters if (rule := one.owns(name))]
        if len(found) == 1:
            found[0][0].add(form, found[0][1])
        else:
            homeless.append((form, name))
    return clusters + _apart(homeless)


def _merged(clusters: list[Cluster], rule: Rule) -> list[Cluster]:
    kept: list[Cluster] = []
    for one in clusters:
        home = next((k for k in kept if _joins(k, one, rule)), None)
        if home:
            home.absorb(one, rule)
        else:
            kept.append(one)
    return kept


def _joins(one: Cluster, other: Cluster, rule: Rule) -> bool:
    found = one.near(other)
    if found is None or _strength(found) > _strength(rule):
        return False
    return settled(found) or all(_distinct(name) for name in (*one.names, *other.names))


def _distinct(name: Name) -> bool:
    """Return whether a name can be known by its sounds: it has several parts, or it is long and
    in a script that keeps them."""
    return len(name.parts) > 1 or (_rare(name) and script(name.text) not in LOSSY)


def _apart(forms: Iterable[Form]) -> list[Cluster]:
    """Merge names that have no full one: within their article, and across if they are rare."""
    by_article: defaultdict[str, list[Form]] = defaultdict(list)
    for form, name in forms:
        by_article["" if _rare(name) else form.article].append((form, name))
    spelled = ORDER[:2]
    return [one for group in by_article.values() for one in merge(gather(group), spelled)]


def _rare(name: Name) -> bool:
    return audible(name) and max(weight(one) for one in name.parts) >= RARE


def _strength(rule: Rule) -> int:
    return ORDER.index(rule) if rule in ORDER else -1
