"""Addresses and texts that are the same although they are written otherwise."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ondit.store.identity import address, content_hash, site

ADDRESSES = [
    ("HTTP://WWW.News.Example/a/", "https://www.news.example/a"),
    ("https://news.example:443/a?b=2&a=1", "https://news.example/a?a=1&b=2"),
    ("https://news.example:8443/a", "https://news.example:8443/a"),
    ("https://news.example/a?id=7&utm_medium=rss&yclid=1#top", "https://news.example/a?id=7"),
    ("https://user:secret@news.example/", "https://news.example"),
    ("https://[::1]:8080/a", "https://[::1]:8080/a"),
    ("file:///home/me/a.html", "file:///home/me/a.html"),
]


@pytest.mark.parametrize(("given_", "kept"), ADDRESSES)
def test_an_address_is_kept_in_one_form(given_: str, kept: str) -> None:
    assert address(given_) == kept


@given(st.text() | st.text("https:/?#&=[]@.:a1", min_size=1).map("https://n.example/".__add__))
def test_an_address_in_its_one_form_stays(url: str) -> None:
    assert address(address(url)) == address(url)


def test_a_site_goes_without_www() -> None:
    assert site("https://WWW.news.example/a") == "news.example"
    assert site("no address") is None
    assert site(None) is None


def test_blanks_and_composition_make_no_other_text() -> None:
    assert content_hash("Bürger\n\n sagten") == content_hash("Bu\u0308rger sagten ")
    assert content_hash("Bürger sagten") != content_hash("Burger sagten")
