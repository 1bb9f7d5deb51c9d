"""Texts that visitors send, with the real model."""

from __future__ import annotations

from pathlib import Path

from lxml import html

from ondit.config import Service
from ondit.show.record import from_line
from tests.web.library import visiting

BRIDGE = "The mayor of Osten, Ada Lund, said on Tuesday that the old bridge is safe."


def test_a_text_is_read_and_not_kept(path: Path) -> None:
    with visiting(path) as client:
        before = client.get("/index.json").json()["count"]
        found = client.post("/read", json={"text": BRIDGE, "outlet": "Osten Post"})
        assert found.status_code == 200
        reading = from_line(found.text)
        assert reading.article.outlet == "Osten Post"
        assert [one.act for one in reading.attributions] == ["say"]
        assert client.get("/index.json").json()["count"] == before


def test_an_article_is_added_from_the_form_and_seen_at_once(tmp_path: Path) -> None:
    with visiting(tmp_path / "news.db", Service(allow_adding=True, token="geheim")) as client:
        assert html.document_fromstring(client.get("/add").text).xpath("//input[@name='token']")
        sent = {
            "text": BRIDGE,
            "outlet": "Osten Post",
            "title": "Safe",
            "url": "",
            "token": "geheim",
        }
        found = client.post("/add", data=sent)
        assert found.history[0].status_code == 303
        assert "Ada Lund" in html.document_fromstring(found.text).xpath("string(//aside)")
        again = client.post(
            "/add.json",
            json={"text": BRIDGE, "outlet": "Osten Post"},
            headers={"Authorization": "Bearer geheim"},
        )
        assert again.json()["state"] == "same"
        assert client.get("/search.json?q=bridge").json()["hits"][0]["source"] == "Ada Lund"
        near = client.get("/search.json?by=meaning&q=die alte Brücke ist sicher").json()
        assert near["next"] is None
        assert near["hits"][0]["score"] > 0.8


def test_the_form_says_why_nothing_was_added(tmp_path: Path) -> None:
    with visiting(tmp_path / "news.db", Service(allow_adding=True)) as client:
        empty = client.post("/add", data={"text": " ", "url": ""})
        assert "neither a text nor a web address" in empty.text
        found = client.post("/add", data={"text": "123", "title": "T"})
        assert "no words" in found.text
        assert empty.status_code == found.status_code == 422
        assert html.document_fromstring(found.text).xpath("//input[@name='title']/@value") == ["T"]
