"""How well claims are traced: `python -m benchmarks.relays --data ../shared/relays`.

All families of retellings lie in one archive, so that each is the others' noise. Each family is
measured with models that were fitted without it. Reported are, over all measured families: the
pairwise F1 of statements taken for one claim, the F1 of edges between articles, the part of
claims whose independent origins are counted right, and the F1 of shifts.
"""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path

from ondit.records import Document
from ondit.records.trace import Ref, Tracing, Trail
from ondit.trace.tracer import tracing
from training.relays import OWN, Claim, Family, World, families, fit_all, read, world


@dataclass(slots=True)
class Score:
    """Counts of what was found right, found wrong, and missed."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    def add(self, found: frozenset[str], true: frozenset[str]) -> None:
        """Count two sets."""
        self.right += len(found & true)
        self.wrong += len(found - true)
        self.missed += len(true - found)

    def __str__(self) -> str:
        """Return precision, recall and F1."""
        precision = self.right / max(1, self.right + self.wrong)
        recall = self.right / max(1, self.right + self.missed)
        both = 2 * precision * recall / max(1e-9, precision + recall)
        return f"precision {precision:.3f}  recall {recall:.3f}  F1 {both:.3f}"


@dataclass(slots=True)
class Report:
    """What is measured over families."""

    scores: defaultdict[str, Score] = field(default_factory=lambda: defaultdict(Score))
    claims: int = 0
    counted: int = 0

    def lines(self) -> Iterable[str]:
        """Yield a line for each figure."""
        for name in sorted(self.scores):
            yield f"{name:28}{self.scores[name]}"
        share = self.counted / max(1, self.claims)
        yield f"{'origins counted right':28}{self.counted} of {self.claims} claims  {share:.3f}"


@dataclass(frozen=True, slots=True, eq=False)
class Measured:
    """A family, what is known of its statements, and the trails that were found for them."""

    family: Family
    refs: dict[Ref, frozenset[str]]
    trails: dict[Ref, Trail]

    def carrying(self, claim: Claim, article: str | None = None) -> list[Ref]:
        """Return the statements that carry a claim, those of one article if it is given."""
        found = [ref for ref, claims in sorted(self.refs.items()) if claim.id in claims]
        return [ref for ref in found if article in (None, ref.article)]


def measure(family: Family, its: World, found: Tracing, report: Report) -> None:
    """Add what was found about a family."""
    refs = {
        Ref(article.id, its.sheets[article.id].profiles[place].place): claims
        for article in family.articles.values()
        for place, claims in its.golds[article.id].claims.items()
    }
    trails = {ref: one for one in found.trails for ref in one.claim.carriers}
    measured = Measured(family, refs, trails)
    _edges(family, found, report)
    _carriers(measured, its, report)
    for claim in family.claims:
        _origins(measured, claim, report)
        _shifts(measured, claim, report)


def _edges(family: Family, found: Tracing, report: Report) -> None:
    names = {article.id: name for name, article in family.articles.items()}
    for name, article in family.articles.items():
        mine = (one for one in found.relays if one.child == article.id and one.parent)
        parents = frozenset(names.get(one.parent or "", "another family") for one in mine)
        report.scores["edges"].add(parents, family.parents[name])


def _carriers(measured: Measured, its: World, report: Report) -> None:
    for one, other in combinations(sorted(measured.refs), 2):
        if one.article == other.article:
            continue
        languages = {its.sheets[ref.article].language for ref in (one, other)}
        name = "carriers, across languages" if len(languages) > 1 else "carriers, one language"
        trail = measured.trails.get(one)
        found = trail is not None and trail is measured.trails.get(other)
        true = bool(measured.refs[one] & measured.refs[other])
        for score in (report.scores[name], report.scores["carriers"]):
            score.add(frozenset("x" * found), frozenset("x" * true))


def _origins(measured: Measured, claim: Claim, report: Report) -> None:
    """Count a claim of two carriers or more by the trail that has most of them."""
    if len(claim.carriers) < 2:
        return
    refs = [ref for ref in measured.carrying(claim) if ref in measured.trails]
    found = [measured.trails[ref].claim.id for ref in refs]
    best = max(refs, key=lambda ref: found.count(measured.trails[ref].claim.id), default=None)
    origins = measured.trails[best].origins if best else ()
    report.claims += 1
    report.counted += sum(not one.witnesses for one in origins) == len(claim.origins)


def _shifts(measured: Measured, claim: Claim, report: Report) -> None:
    for carrier in claim.carriers:
        article = measured.family.articles[carrier.document].id
        refs = measured.carrying(claim, article)
        trails = [measured.trails[ref] for ref in refs if ref in measured.trails]
        steps = [step for one in trails for step in one.steps if step.child in refs]
        kinds = frozenset(str(shift.kind) for step in steps for shift in step.shifts)
        report.scores["shifts"].add(kinds, carrier.shifts)
        for kind in kinds | carrier.shifts:
            score = report.scores[f"shifts, {kind}"]
            score.add(kinds & {kind}, carrier.shifts & {kind})


def run(measured: Sequence[Family], known: Sequence[Family], documents: list[Document]) -> Report:
    """Return the figures over `measured`, with `known` in the archive besides."""
    its = world([*measured, *known], documents)
    report = Report()
    for family in measured:
        others = {name: one for name, one in its.golds.items() if one.family.id != family.id}
        found = tracing(its.sheets, its.found, fit_all(its.sheets, its.found, others))
        measure(family, its, found, report)
    return report


def main() -> None:
    """Measure from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    measured = families(parser.parse_args().data / "families")
    known = families(OWN)
    report = run(measured, known, read([*measured, *known]))
    sys.stdout.writelines(f"{line}\n" for line in report.lines())


if __name__ == "__main__":
    main()
