"""The stage's one entrance: from what an article says to who, when and through whose hands."""

from __future__ import annotations

from dataclasses import replace

from ondit.records import Reading
from ondit.resolve.chain import chain
from ondit.resolve.coreference import forms, namings
from ondit.resolve.credits import credits
from ondit.resolve.entities import NO_NAMES, entities
from ondit.resolve.gazetteer import Gazetteer
from ondit.resolve.summary import summary
from ondit.resolve.timex import timexes


def resolve(reading: Reading, own: Gazetteer = NO_NAMES) -> Reading:
    """Return the reading with credits, dates, entities, namings and chains added.

    `own` are a user's names of persons, organisations and outlets.
    """
    stated = credits(reading.article, reading.attributions)
    found = entities(forms(reading), own)
    named = replace(reading, namings=namings(reading, found))
    resolved = replace(
        named,
        credits=stated,
        timexes=timexes(reading.article),
        entities=found,
        chains=tuple(chain(named, stated, one) for one in reading.attributions),
    )
    return replace(resolved, summary=summary(resolved))
