"""The command: what goes where, and what it says to its caller."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import ondit
from ondit.cli import main
from ondit.errors import WeightsError
from ondit.pipeline import reading
from ondit.records import Article, Reading
from tests.show.samples import attribution

TEXT = "The mayor said the bridge was safe.\n"


class FakeReader:
    """Finds the mayor's word, whatever the article."""

    def read(self, article: Article) -> Reading:
        found = attribution(article.text, 1, source=["mayor"], cue=["said"], content=["safe"])
        return Reading(article, (), (found,))


@pytest.fixture(autouse=True)
def _fake(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "_reader", lambda threads: FakeReader())


@pytest.fixture
def article(tmp_path: Path) -> str:
    path = tmp_path / "article.txt"
    path.write_text(TEXT, "utf-8")
    return str(path)


def run(*arguments: str, stdin: bytes = b"") -> Result:
    result = CliRunner().invoke(main, ["read", *arguments], input=stdin)
    assert result.exception is None or isinstance(result.exception, SystemExit)
    assert "Traceback" not in result.output
    return result


def test_a_listing(article: str) -> None:
    result = run(article)
    assert result.exit_code == 0
    assert "mayor  say  on-record\n  “safe”" in result.stdout
    assert not result.stderr


def test_json_is_one_record_a_line(article: str) -> None:
    result = run("--json", article, article)
    records = [json.loads(line) for line in result.stdout.splitlines()]
    assert [record["text"] for record in records] == [TEXT, TEXT]
    assert records[0]["language"] == "en"


def test_a_page_goes_to_its_file(article: str, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    result = run("--html", str(page), article)
    assert result.exit_code == 0
    assert not result.stdout
    assert page.read_text("utf-8").startswith("<!DOCTYPE html>")


def test_a_page_that_cannot_be_written(article: str, tmp_path: Path) -> None:
    result = run("--html", str(tmp_path / "missing" / "page.html"), article)
    assert result.exit_code == 1
    assert "page.html" in result.stderr


def test_standard_input_and_language() -> None:
    result = run("--json", "--language", "en-GB", "-", stdin=b"Der mayor said safe")
    assert json.loads(result.stdout)["language"] == "en"


def test_a_bad_source_does_not_stop_the_others(article: str, tmp_path: Path) -> None:
    bad = tmp_path / "a.pdf"
    bad.write_bytes(b"%PDF-1.7")
    result = run("--json", str(bad), article, "no\nsuch")
    assert result.exit_code == 1
    assert len(result.stdout.splitlines()) == 1
    errors = result.stderr.splitlines()
    assert len(errors) == 2
    assert errors[0].startswith(f"ondit: {bad}: a PDF")
    assert errors[1].startswith("ondit: no such: no such file")


def test_a_missing_model_is_one_line(article: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(threads: int | None) -> FakeReader:
        raise WeightsError("no model", "reinstall ondit")

    monkeypatch.setattr(reading, "_reader", fail)
    result = run(article, article)
    assert result.exit_code == 1
    assert result.stderr == "ondit: no model: reinstall ondit\n"


@pytest.mark.parametrize(
    "arguments", [[], ["--threads", "0", "a"], ["--language", "English", "a"], ["--nonsense", "a"]]
)
def test_a_wrong_call_is_told_apart(arguments: list[str]) -> None:
    assert run(*arguments).exit_code == 2


def test_version_and_help() -> None:
    assert CliRunner().invoke(main, ["--version"]).output.startswith("ondit, version ")
    assert "SOURCE..." in run("--help").stdout


def test_a_broken_pipe_is_silent(tmp_path: Path) -> None:
    program = (
        "import tests.test_cli as t; from ondit import cli; from ondit.pipeline import reading; "
        "reading._reader = lambda threads: t.FakeReader(); cli.main()"
    )
    path = tmp_path / "long.txt"
    path.write_text(TEXT + "word " * 100_000, "utf-8")
    done = subprocess.run(
        f"'{sys.executable}' -c '{program}' read --json '{path}' | head -c 1",
        shell=True,
        capture_output=True,
        check=True,
        cwd=Path(__file__).parent.parent,
    )
    assert done.stdout == b"{"
    assert not done.stderr


def test_the_library_reads_sources_and_articles(article: str) -> None:
    assert ondit.read(article) == ondit.read(Article(TEXT, language="en"))


def test_a_names_file_that_is_none_is_a_usage_error(article: str, tmp_path: Path) -> None:
    names = tmp_path / "names.csv"
    names.write_text("no,table\nof,names\n", "utf-8")
    result = run("--names", str(names), article)
    assert result.exit_code == 2
    assert "names.csv" in result.stderr


def test_a_names_file_is_read(article: str, tmp_path: Path) -> None:
    names = tmp_path / "names.csv"
    header = "country,name,kind,owner,languages,domains,names,wikidata"
    names.write_text(f"{header}\n,Ada Okoye,person,,,,Ада Окойе,\n", "utf-8")
    assert run("--names", str(names), article).exit_code == 0
