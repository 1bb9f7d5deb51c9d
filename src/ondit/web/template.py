"""Fills the pages; everything that comes from an article is escaped, by default."""

from __future__ import annotations

import re
from functools import cache
from urllib.parse import urlencode
from xml.etree.ElementTree import Element, tostring

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from ondit.records import Act, Reading, Standing, Via
from ondit.show.cards import cards
from ondit.show.figure import figure
from ondit.show.markup import marked_text
from ondit.show.trail import count
from ondit.show.tree import FLAGS
from ondit.show.wording import NO_SOURCE, clean, direction, one_line, quoted
from ondit.web.claim import Claim
from ondit.web.difference import shown
from ondit.web.question import MOST

LINKABLE = ("http://", "https://")
LANGUAGE = re.compile(r"[a-z]{2,3}(-[a-z0-9]{2,8})*", re.ASCII | re.IGNORECASE)
"""How a name of a language looks (BCP 47)."""


def render(name: str, **values: object) -> str:
    """Return a page, with `values` as what its template knows."""
    return _environment().get_template(name).render(values)


@cache
def _environment() -> Environment:
    made = Environment(
        loader=PackageLoader("ondit.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {
        "clean": clean,
        "day": _day,
        "direction": direction,
        "line": _line,
        "shown": shown,
        "quoted": quoted,
        "linkable": _linkable,
    }
    made.globals |= {
        "acts": tuple(Act),
        "at": _at,
        "cards": _cards,
        "count": count,
        "flags": FLAGS,
        "lang": _lang,
        "most": MOST,
        "no_source": NO_SOURCE,
        "standings": tuple(Standing),
        "text": _text,
        "tree": _tree,
        "vias": tuple(Via),
    }
    return made


def _line(words: str | None) -> str:
    """Return words on one line, with nothing in them that cannot be shown."""
    return one_line(words or "")


def _day(published: str) -> str:
    """Return the day of a time in ISO 8601."""
    return one_line(published).partition("T")[0]


def _linkable(url: str | None) -> bool:
    """Return whether a URL leads to the web: no other is made a link."""
    return (url or "").lower().startswith(LINKABLE)


def _at(path: str, **given: str) -> str:
    """Return the address at `path` with these parameters."""
    return f"{path}?{urlencode(given)}"


def _lang(language: str | None) -> Markup:
    """Return the attribute that names a language, nothing for what is no name of any: what a
    screen reader does not know it would read out in a voice of its own choice."""
    known = LANGUAGE.fullmatch(language or "")
    return Markup(' lang="{}"').format(language) if known else Markup()


def _text(reading: Reading) -> Markup:
    return _markup(marked_text("1", reading))


def _cards(reading: Reading, doubt: float) -> Markup:
    return _markup(cards("1", reading, doubt))


def _tree(claim: Claim) -> Markup:
    """Return the drawing of a claim's way twice: the style shows the one that fits the screen."""
    found = Markup()
    for name, drawn in claim.drawings:
        shape = figure(drawn, "The claim’s way, over time", claim.leads_to)
        found += Markup('<div class="drawn {}">{}</div>').format(name, _markup(shape))
    return found


def _markup(element: Element) -> Markup:
    # Serialised from a tree, so that what an article holds is text and no markup.
    return Markup(tostring(element, encoding="unicode", method="html"))  # noqa: S704
