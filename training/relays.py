"""Fits what tracing weighs, on families of retellings: `python -m training.relays`.

Families are in `training/relays/families` and, as given by `--data`, in a folder of the same
form. A benchmark that measures on a family leaves it out of the fit.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ondit.read.reader import Reader
from ondit.read.sentence import SentenceEncoder
from ondit.read.statement import statements
from ondit.records import Article, Document
from ondit.resolve.resolver import resolve
from ondit.trace import pair, shift, tie
from ondit.trace.index import Memory
from ondit.trace.match import Compared, compared, same
from ondit.trace.model import Model, Models
from ondit.trace.pair import with_relay
from ondit.trace.profile import Profile
from ondit.trace.relay import linked
from ondit.trace.sheet import Sheet
from ondit.trace.tie import Side, Tie, sides, ties

OWN = Path(__file__).parent / "relays" / "families"
INTO = Path(__file__).parent.parent / "src" / "ondit" / "trace" / "models.json"

QUOTED = 0.2
"""Intersection over union, in visible characters, from which a statement can be a quote's."""

DOUBTED = 0.3
"""Weight of a pair of which only one statement is known to be of a claim: the other may repeat
another carrier in other words."""

PENALTY = 1.0
"""Of the squared weights, as in ridge regression, on features of deviation 1."""

SHIFT_PENALTY = 4.0
"""The same for shifts, of which there are few: their F1 when each family is left out in turn is
0.71 with 2, 0.72 with 4."""

STEPS = 30
"""Newton steps; ten are enough."""


@dataclass(frozen=True, slots=True)
class Carrier:
    """A document that carries a claim, in which words, and what it changed."""

    document: str
    quote: str
    shifts: frozenset[str]


@dataclass(frozen=True, slots=True)
class Claim:
    """A claim of a family; `origins` are the documents that have it from their own source."""

    id: str
    origins: frozenset[str]
    carriers: tuple[Carrier, ...]


@dataclass(frozen=True, slots=True)
class Family:
    """Articles on one story; `parents` are those that each was made from."""

    id: str
    articles: dict[str, Article]
    parents: dict[str, frozenset[str]]
    claims: tuple[Claim, ...]


def families(folder: Path) -> list[Family]:
    """Return the families in a folder; raise ValueError for one that is not well made."""
    found = [_family(json.loads(path.read_text("utf-8"))) for path in sorted(folder.glob("*.json"))]
    for family in found:
        _check(family)
    return found


def _family(held: dict[str, Any]) -> Family:
    keys = ("title", "outlet", "language", "published")
    articles = {
        one["id"]: Article(one["text"], **{key: one[key] for key in keys})
        for one in held["documents"]
    }
    claims = tuple(
        Claim(
            one["id"],
            frozenset(document for document, _ in one["origins"]),
            tuple(
                Carrier(name, value["quote"], frozenset(value["shift"]))
                for name, value in one["carriers"].items()
            ),
        )
        for one in held["claims"]
    )
    parents = {one["id"]: frozenset(one["from"]) for one in held["documents"]}
    return Family(held["id"], articles, parents, claims)


def _check(family: Family) -> None:
    unknown = frozenset[str]().union(*family.parents.values()) - family.articles.keys()
    for claim in family.claims:
        names = {one.document for one in claim.carriers}
        wrong = [
            one.quote
            for one in claim.carriers
            if one.quote not in family.articles[one.document].text
        ]
        homeless = {one for one in names - claim.origins if not family.parents[one] & names}
        if wrong or homeless or unknown or claim.origins - names:
            raise ValueError(f"{family.id}: {claim.id}: {wrong or homeless or unknown}")


@dataclass(frozen=True, slots=True, eq=False)
class Gold:
    """What is known of a sheet: its family and document, and the claims of its profiles."""

    family: Family
    document: str
    claims: dict[int, frozenset[str]]


def gold(family: Family, document: str, its: Sheet) -> Gold:
    """Return which profiles of a sheet carry which claims of its family, by the quotes."""
    bodies = [_visible(its.text, [(s.begin, s.end) for s in one.spans]) for one in its.profiles]
    claims: dict[int, frozenset[str]] = {}
    for claim in family.claims:
        for one in claim.carriers:
            if one.document == document:
                at = its.text.index(one.quote)
                quote = _visible(its.text, [(at, at + len(one.quote))])
                share, place = max(
                    ((len(quote & body) / len(quote | body), -i) for i, body in enumerate(bodies)),
                    default=(0.0, 0),
                )
                if share >= QUOTED:
                    claims[-place] = claims.get(-place, frozenset()) | {claim.id}
    return Gold(family, document, claims)


def _visible(text: str, spans: Iterable[tuple[int, int]]) -> set[int]:
    return {i for begin, end in spans for i in range(begin, end) if text[i].isalnum()}


@dataclass(frozen=True, slots=True)
class Rows:
    """What a model is fitted on."""

    values: NDArray[np.float64]
    right: NDArray[np.float64]
    weights: NDArray[np.float64]


def fit(names: Sequence[str], rows: Rows, penalty: float = PENALTY) -> Model:
    """Return the logistic regression of `rows`."""
    means, deviations = rows.values.mean(0), np.maximum(rows.values.std(0), 1e-6)
    inputs = np.hstack([(rows.values - means) / deviations, np.ones((len(rows.values), 1))])
    ridge = penalty * np.eye(inputs.shape[1])
    ridge[-1, -1] = 0
    weights = np.zeros(inputs.shape[1])
    for _ in range(STEPS):
        chances = 1 / (1 + np.exp(-(inputs @ weights)))
        slope = inputs.T @ (rows.weights * (rows.right - chances)) - ridge @ weights
        curve = (inputs * (rows.weights * chances * (1 - chances))[:, None]).T @ inputs + ridge
        weights = weights + np.linalg.solve(curve, slope)
    short = [
        tuple(float(f"{number:.5g}") for number in one)
        for one in (means, deviations, weights[:-1], weights[-1:])
    ]
    return Model(tuple(names), short[0], short[1], short[2], short[3][0])


def match_rows(
    comparisons: Sequence[Compared],
    golds: dict[str, Gold],
    relays: dict[tuple[str, str], float] | None = None,
) -> Rows:
    """Return a row for each two statements of which it is known whether they state the same."""
    found = []
    for one in comparisons:
        both = one.comparison.one.id, one.comparison.other.id
        mine, its = golds[both[0]], golds[both[1]]
        apart = mine.family is not its.family
        for cell in one.cells:
            a, b = mine.claims.get(cell.one), its.claims.get(cell.other)
            if not (apart or a or b):
                continue
            right = bool(not apart and a and b and a & b)
            values = cell.values
            if relays is not None:
                values = with_relay(values, relays.get(both, 0.0))
            found.append((values, right, 1.0 if apart or (a and b) else DOUBTED))
    return _rows(found)


def tie_rows(tied: Iterable[Sequence[Tie]], golds: dict[str, Gold]) -> Rows:
    """Return a row for each two articles, in each direction that their times allow."""
    found = []
    for row in tied:
        for cell in row:
            mine, its = golds[cell.child.id], golds[cell.parent.id]
            right = mine.family is its.family and its.document in mine.family.parents[mine.document]
            found.append((cell.values, right, 1.0))
    return _rows(found)


def shift_rows(
    sheets: dict[str, Sheet], golds: dict[str, Gold]
) -> tuple[list[dict[str, float]], list[frozenset[str]]]:
    """Return the differences of each carrier to its parent, and what it changed in truth."""
    values, kinds = [], []
    for mine in golds.values():
        for claim in mine.family.claims:
            shifts = {one.document: one.shifts for one in claim.carriers}.get(mine.document)
            pair = _nearest(mine, claim, sheets, golds) if shifts is not None else None
            if shifts is not None and pair:
                values.append({name: one.value for name, one in shift.turns(*pair).items()})
                kinds.append(shifts)
    return values, kinds


def _nearest(
    mine: Gold, claim: Claim, sheets: dict[str, Sheet], golds: dict[str, Gold]
) -> tuple[Profile, Profile] | None:
    """Return how a carrier and that of its parents which is nearest in meaning put a claim."""
    family = mine.family
    own = family.articles[mine.document].id
    place = _carrying(mine, claim.id)
    found = []
    for one in sorted(family.parents[mine.document]):
        parent = family.articles[one].id
        at = _carrying(golds[parent], claim.id)
        if at is not None and place is not None:
            likeness = float(sheets[own].vectors[place] @ sheets[parent].vectors[at])
            found.append((likeness, sheets[parent].profiles[at], sheets[own].profiles[place]))
    best = max(found, key=lambda one: one[0], default=None)
    return best[1:] if best else None


def _carrying(one: Gold, claim: str) -> int | None:
    return next((place for place, claims in one.claims.items() if claim in claims), None)


def fit_all(sheets: dict[str, Sheet], found: Sequence[Compared], golds: dict[str, Gold]) -> Models:
    """Return the models fitted on the articles of `golds`; others in `found` are left out."""
    known = [
        one for one in found if one.comparison.one.id in golds and one.comparison.other.id in golds
    ]
    match = fit(pair.FEATURES, match_rows(known, golds))
    tied = [ties(row) for row in views(known, match)]
    tie_model = fit(tie.FEATURES, tie_rows(tied, golds))
    chances = linked(tied, tie_model)
    claim = fit(pair.RELAY_FEATURES, match_rows(known, golds, chances))
    values, truths = shift_rows(sheets, golds)
    shifts = []
    for kind, names in shift.SEEN.items():
        right = [float(kind in truth) for truth in truths]
        own = [[one[name] for name in names] for one in values]
        rows = Rows(np.array(own), np.array(right), np.ones(len(right)))
        shifts.append((kind, fit(names, rows, SHIFT_PENALTY)))
    return Models(match, tie_model, claim, tuple(shifts))


def views(found: Sequence[Compared], by: Model) -> list[list[Side]]:
    """Return for each article the comparisons with its neighbours as it sees them."""
    seen: dict[str, list[Side]] = {}
    for one in found:
        for side in sides(one.comparison, same(one, by)):
            seen.setdefault(side.own.id, []).append(side)
    return [seen[name] for name in sorted(seen)]


def read(known: Sequence[Family]) -> list[Document]:
    """Return the documents of families, read with the weights that come with Ondit."""
    reader, encoder = Reader(), SentenceEncoder()
    found = []
    for article in (one for family in known for one in family.articles.values()):
        reading = resolve(reader.read(article))
        its = statements(reading)
        found.append(Document(reading, its, encoder.vectors([s.of(article.text) for s in its])))
    return found


@dataclass(frozen=True, slots=True, eq=False)
class World:
    """All families in one archive, compared."""

    sheets: dict[str, Sheet]
    found: list[Compared]
    golds: dict[str, Gold]


def world(known: Sequence[Family], documents: Sequence[Document]) -> World:
    """Return families as an archive sees them, each with the others for noise."""
    index = Memory(documents)
    sheets = {one.id: one for one in index.sheets}
    golds = {
        article.id: gold(family, name, sheets[article.id])
        for family in known
        for name, article in family.articles.items()
    }
    return World(sheets, compared(index, list(sheets)), golds)


def main() -> None:
    """Fit on all families, and write what the package ships."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    known = families(parser.parse_args().data / "families") + families(OWN)
    one = world(known, read(known))
    by = fit_all(one.sheets, one.found, one.golds)
    held = {name: asdict(getattr(by, name)) for name in ("match", "tie", "claim")}
    held["shifts"] = {str(kind): asdict(its) for kind, its in by.shifts}
    INTO.write_text(json.dumps(held, indent=1) + "\n", "utf-8")


def _rows(found: Sequence[tuple[tuple[float, ...], bool, float]]) -> Rows:
    values, right, weights = zip(*found, strict=True)
    return Rows(np.array(values), np.array(right, float), np.array(weights))


if __name__ == "__main__":
    main()
