"""Ondit in a notebook: tables, pages that show themselves, and the example run as it stands."""

from __future__ import annotations

import os
import re
import sys
from html import unescape
from pathlib import Path

import pytest

from ondit.records.archived import Selection
from ondit.store.archive import Archive as Store
from tests.trace.samples import FIRST, OTHER, SECOND

pytest.importorskip("pandas", reason='not installed: pip install "ondit[notebook]"')

import nbformat
from nbclient import NotebookClient

from ondit.integrations.notebook import Archive

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def news(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    path = tmp_path_factory.mktemp("notebook") / "news.db"
    with Store(path) as opened:
        for one in (FIRST, SECOND, OTHER):
            opened.add(one, "sample")
    return Archive(str(path))


def test_what_was_said_becomes_a_table(news: Archive) -> None:
    frame = news.search("tugs").to_frame()
    assert list(frame["source"]) == ["Harbour minister Lena Aspegren"]
    assert list(frame["article.outlet"]) == ["Harbour Post"]
    assert frame["act"].value_counts()["say"] == 1


def test_nothing_found_is_a_table_with_the_same_columns(news: Archive) -> None:
    swahili = Selection(language="sw")
    for some, none in (
        (news.search("tugs").to_frame(), news.search("elephants").to_frame()),
        (news.articles().to_frame(), news.articles(swahili).to_frame()),
        (news.positions("Lena Aspegren").to_frame(), news.positions("Nobody At All").to_frame()),
    ):
        assert len(some) > len(none) == 0
        assert list(none.columns) == list(some.columns)


def test_results_are_a_sequence(news: Archive) -> None:
    articles = news.articles()
    assert len(articles) == 3
    assert len(articles[:2].to_frame()) == 2
    assert articles[0] in list(articles)
    assert str(articles[0].outlet) in articles._repr_html_()


def test_a_claim_becomes_a_table_and_a_drawing(news: Archive) -> None:
    most = news.claims()[0]
    trails = news.trace(most.claim)
    rows = {row["article.language"]: row for row in trails.to_frame().to_dict("records")}
    assert rows["en"]["origin"]
    assert rows["ru"]["parent"] == rows["en"]["article.id"]
    assert "<svg" in page(trails._repr_html_())


def test_a_reading_becomes_a_table_and_a_page_of_its_own(news: Archive) -> None:
    read = news.article(news.articles(Selection(language="de"))[0].id)
    assert list(read.to_frame()["act"]) == ["say"]
    html = read._repr_html_()
    assert "Rolf Hanke" in page(html)
    assert html.count("<iframe") == html.count("<") - html.count("</iframe>")


def page(html: str) -> str:
    """Return the page in a frame."""
    found = re.fullmatch(r'<iframe srcdoc="([^"]*)" [^>]*></iframe>', html)
    assert found
    return unescape(found[1])


def test_the_example_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("IPYTHONDIR", str(tmp_path / "ipython"))
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    monkeypatch.setenv("PATH", path)
    for name in ("article.txt", "ruicheng.jsonl"):
        (tmp_path / name).symlink_to(ROOT / "examples" / name)
    notebook = nbformat.read(ROOT / "examples" / "notebook.ipynb", as_version=4)
    done = NotebookClient(
        notebook, timeout=300, resources={"metadata": {"path": tmp_path}}
    ).execute()
    shown = [out for cell in done.cells for out in cell.get("outputs", [])]
    assert not [out for out in shown if out.output_type == "error"]
    pages = [out.data["text/html"] for out in shown if "text/html" in out.get("data", {})]
    assert any("<svg" in unescape(html) for html in pages)
    assert any("dataframe" in html for html in pages)
