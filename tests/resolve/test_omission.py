"""A source that its sentence leaves out is the one named before it; hearsay has none."""

from __future__ import annotations

import pytest
from hypothesis import given

from ondit.records import Article, LinkKind, Reading, Via
from ondit.resolve.chain import chain
from ondit.resolve.omission import omitted
from ondit.resolve.resolver import resolve
from ondit.show.wording import sources
from tests.resolve.samples import attribution, span
from tests.show.samples import readings

TEXT = (
    "La ministra Elena Duarte negó el acuerdo. Ha dicho que no firmará nada.\n"
    "El diario Faro lo desmiente. Dijo que volverá el lunes."
)


def read(via: str, cue: str, content: str) -> Reading:
    first = attribution(
        1,
        span(TEXT, "La ministra Elena Duarte"),
        span(TEXT, "negó"),
        span(TEXT, "el acuerdo"),
        "named",
    )
    second = attribution(2, None, span(TEXT, cue), span(TEXT, content), via)
    return Reading(Article(TEXT, language="es", outlet="El Correo"), (), (first, second))


def test_who_spoke_last_in_the_paragraph_goes_on() -> None:
    reading = read("named", "Ha dicho", "no firmará nada")
    assert omitted(reading, reading.attributions[1]) == span(TEXT, "La ministra Elena Duarte")
    link = chain(reading, [], reading.attributions[1]).links[-1]
    assert (link.name, link.inferred, link.kind) == (
        "La ministra Elena Duarte",
        True,
        LinkKind.ATTRIBUTION,
    )
    resolved = resolve(reading)
    assert sources(resolved, resolved.attributions[1])[-1].startswith("(")


@pytest.mark.parametrize(
    ("via", "cue", "content"),
    [
        ("none", "Ha dicho", "no firmará nada"),
        ("office", "Ha dicho", "no firmará nada"),
        ("named", "Dijo", "volverá el lunes"),
    ],
    ids=["hearsay", "somebody of another kind", "another paragraph"],
)
def test_nobody_is_put_where_nobody_fits(via: str, cue: str, content: str) -> None:
    reading = read(via, cue, content)
    assert omitted(reading, reading.attributions[1]) is None


@given(readings())
def test_what_is_given_is_a_source_of_the_article_of_the_same_kind(reading: Reading) -> None:
    for one in reading.attributions:
        found = omitted(reading, one)
        told = [other for other in reading.attributions if found in other.source]
        assert found is None or any(other.via is one.via is not Via.NONE for other in told)
