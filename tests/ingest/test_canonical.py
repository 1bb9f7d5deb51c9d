"""Which site a page's markup says its article is from."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ondit.ingest.canonical import canonical
from ondit.ingest.html import parse
from ondit.ingest.raw import Raw

HERE = "https://www.herald.example.com/2031/talks"
ELSEWHERE = [
    '<link rel="canonical" href="https://news.courier.org/talks?a=1&amp;b=2">',
    "<LINK href='https://courier.org/talks' REL='canonical' />",
    "<link rel=canonical href=https://courier.org/talks>",
    '<meta name="syndication-source" content="https://courier.org/talks">',
    '<meta content="https://courier.org/talks" name="original-source">',
]
OWN = [
    "",
    '<link rel="canonical" href="https://m.example.com/talks">',
    '<link rel="canonical" href="https://www.example.co.uk/talks">',
    '<link rel="canonical" href="/talks">',
    '<link rel="canonical">',
    '<link rel="alternate" href="https://courier.org/talks">',
    '<p>A page says link rel="canonical" href="https://courier.org/talks"',
]


@pytest.mark.parametrize("markup", ELSEWHERE)
def test_another_site_is_named(markup: str) -> None:
    assert canonical(f"<html><head>{markup}</head>", HERE) == "courier.org"


@pytest.mark.parametrize("markup", OWN)
def test_a_page_of_its_own_names_none(markup: str) -> None:
    assert canonical(f"<html><head>{markup}</head>", HERE) is None


def test_a_page_of_unknown_address_is_its_own() -> None:
    assert canonical(ELSEWHERE[1], None) is None


def test_the_article_keeps_it() -> None:
    page = f"<html><head>{ELSEWHERE[1]}</head><body><article><p>He said so in the house."
    assert parse(Raw("a", b"", url=HERE), page).canonical == "courier.org"


@given(st.text(alphabet="<link rel=canonical href='http://a.b'>\"&#;metano"))
def test_broken_markup_names_a_domain_or_none(page: str) -> None:
    found = canonical(page, HERE)
    assert found is None or "." in found
