"""An article's chains in one line, to see at a glance how much of it is at first hand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from ondit.records import Chain, CreditKind, Reading, Standing
from ondit.resolve.outlet_name import key, same

RETOLD = (CreditKind.ORIGINAL, CreditKind.REPUBLISHED)


def summary(reading: Reading) -> str:
    """Return how many attributions have which standing and what the article says it retells.

    "13 attributions: 5 on record, 6 relayed by 3 outlets, 2 unnamed; article retells Sohu"
    """
    chains = reading.chains
    counts = Counter(one.standing for one in chains)
    total = f"{len(chains)} {_plural('attribution', len(chains))}"
    parts = [f"{counts[one]} {_wording(one, chains)}" for one in Standing if counts[one]]
    first = f"{total}: {', '.join(parts)}" if parts else total
    return "; ".join([first, *_origins(reading)])


def _wording(standing: Standing, chains: Sequence[Chain]) -> str:
    if standing is not Standing.RELAYED:
        return standing.replace("-", " ")
    relays = {key(name) for one in chains if one.standing is standing for name in one.relays}
    return f"relayed by {len(relays)} {_plural('outlet', len(relays))}"


def _origins(reading: Reading) -> list[str]:
    others = [one for one in reading.credits if not same(one.outlet, reading.article.outlet or "")]
    retold = [one.outlet for one in others if one.kind in RETOLD]
    agencies = [one.outlet for one in others if one.kind is CreditKind.AGENCY]
    named = [("retells", retold), ("draws on", agencies)]
    return [f"article {verb} {' and '.join(outlets)}" for verb, outlets in named if outlets]


def _plural(noun: str, count: int) -> str:
    return noun if count == 1 else f"{noun}s"
