"""A trail as the tree that it is: origins at the root, under each what was made from it.

Every form in which a trail is shown draws this tree. An article that several carriers of a claim
are in is one branch; an outlet that is named and not in the archive is the root of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ondit.records import Article, Document
from ondit.records.trace import Origin, Ref, Step, Trail
from ondit.show.stamp import hours
from ondit.show.wording import one_line

OWN_VOICE = "own-voice"


@dataclass(frozen=True, slots=True)
class Branch:
    """An article that carries a claim, or an outlet whose article is not there (no `ref`).

    `step` is how the claim came here, `origin` says that it began here.
    """

    outlet: str
    ref: Ref | None
    step: Step | None = None
    origin: Origin | None = None
    branches: tuple[Branch, ...] = ()

    @property
    def key(self) -> str:
        """The article's id; for an outlet without one, its name."""
        return self.ref.article if self.ref else self.outlet


@dataclass(frozen=True, slots=True)
class Home:
    """What a carrier has the claim from: an article, or an outlet that is absent."""

    name: str
    absent: bool = False


NOWHERE = Home("")
"""What a carrier has the claim from that has it from no other."""


@dataclass(frozen=True, slots=True)
class Twig:
    """A branch, what it hangs on, and how many branches that is away from the root."""

    branch: Branch
    parent: Branch | None
    depth: int


def branches(trail: Trail, documents: Mapping[str, Document]) -> tuple[Branch, ...]:
    """Return the roots of a trail's tree; all that hang on one are in the order of time."""
    return _Growth(trail, documents).roots()


def walk(roots: tuple[Branch, ...]) -> Iterator[Twig]:
    """Yield all branches, each before those that hang on it."""
    stack = [Twig(one, None, 0) for one in reversed(roots)]
    while stack:
        twig = stack.pop()
        yield twig
        below = reversed(twig.branch.branches)
        stack += [Twig(one, twig.branch, twig.depth + 1) for one in below]


def standing(ref: Ref, documents: Mapping[str, Document]) -> str:
    """Return how a carrier stands, as `docs/standing.md` says; "" where it was not resolved."""
    document = documents[ref.article]
    number = document.statements[ref.place].attribution
    if number is None:
        return OWN_VOICE
    chains = document.reading.chains
    return str(chains[number - 1].standing) if chains else ""


class _Growth:
    """A tree that grows from the steps of a trail, each article in it once."""

    def __init__(self, trail: Trail, documents: Mapping[str, Document]) -> None:
        self._documents = documents
        self._origins = {one.carrier.article: one for one in trail.origins}
        self._steps = {one.child.article: one for one in trail.steps}
        self._refs = {one.article: one for one in reversed(trail.claim.carriers)}
        self._refs |= {name: one.carrier for name, one in self._origins.items()}
        self._refs |= {name: one.child for name, one in self._steps.items()}
        self._order = sorted(self._refs, key=lambda name: (self._hours(name), name))
        self._below: dict[Home, list[str]] = {}
        for name in self._order:
            self._below.setdefault(self._home(name), []).append(name)
        self._grown: set[str] = set()

    def roots(self) -> tuple[Branch, ...]:
        """Return what the claim began with, and then one article of each circle."""
        found = []
        for name in self._order:
            home = self._home(name)
            if home == NOWHERE:
                found.append(self._branch(name))
            elif home.absent and name == self._below[home][0]:
                found.append(Branch(home.name, None, branches=self._branches(home)))
        return (*found, *(self._branch(one) for one in self._order if one not in self._grown))

    def _branch(self, name: str) -> Branch:
        self._grown.add(name)
        step, origin = self._steps.get(name), self._origins.get(name)
        below = self._branches(Home(name))
        return Branch(outlet(self._article(name)), self._refs[name], step, origin, below)

    def _branches(self, home: Home) -> tuple[Branch, ...]:
        names = self._below.get(home, ())
        return tuple(self._branch(one) for one in names if one not in self._grown)

    def _home(self, name: str) -> Home:
        step = self._steps.get(name)
        if step is None:
            return NOWHERE
        if step.parent is None:
            return Home(one_line(step.relay.outlet or ""), absent=True)
        return Home(step.parent.article)

    def _hours(self, name: str) -> float:
        return hours(self._article(name).published)

    def _article(self, name: str) -> Article:
        return self._documents[name].reading.article


def outlet(article: Article) -> str:
    """Return what an article goes by where its outlet is asked for."""
    return one_line(article.outlet or article.title or article.id)
