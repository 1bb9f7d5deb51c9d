"""Folders and files as they lie on disks: of all kinds, damaged, and made to do harm."""

from __future__ import annotations

import gzip
import io
import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ondit.config import Settings
from ondit.ingest import file
from ondit.ingest.collect import collect
from ondit.ingest.memory import RunMemory
from ondit.records.item import Item
from tests.ingest.site import page

DEFAULTS = Settings()
SAID = "Премьер-министр заявил, что переговоры завершились без результата."


def take(*sources: Path | str, values: Settings = DEFAULTS) -> list[Item]:
    items = list(collect(map(str, sources), values, RunMemory()))
    for item in items:
        assert [item.article, item.error, item.skipped].count(None) == 2
        assert item.error is None or ("\n" not in item.error and len(item.error) < 400)
    return items


def named(items: list[Item], folder: Path) -> dict[str, str]:
    """Return what became of each source, by its place in `folder`."""
    return {
        item.source.removeprefix(str(folder)).lstrip("/"): (
            item.article.text if item.article else item.error or item.skipped or ""
        )
        for item in items
    }


def test_a_folder_of_many_kinds(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / "a.txt").write_text(SAID)
    (tmp_path / "b" / "page.htm").write_text(page("Talks", SAID))
    (tmp_path / "b" / "c.jsonl").write_text(json.dumps({"text": SAID}) + '\n{"text": "Zwei."}\n')
    (tmp_path / "b" / "d.json.gz").write_bytes(gzip.compress(json.dumps({"text": SAID}).encode()))
    (tmp_path / "B.TXT.GZ").write_bytes(gzip.compress(SAID.encode()))
    (tmp_path / "photo.jpg").write_bytes(b"\xff\xd8\xff")
    (tmp_path / ".hidden.txt").write_text(SAID)
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "a.txt").write_text(SAID)
    assert named(take(tmp_path), tmp_path) == {
        "B.TXT.GZ": SAID,
        "a.txt": SAID,
        "photo.jpg": "of an unknown ending; name the file to take it",
        "b/c.jsonl#1": SAID,
        "b/c.jsonl#2": "Zwei.",
        "b/d.json.gz#1": SAID,
        "b/page.htm": SAID,
    }


def test_a_named_file_is_taken_by_its_content(tmp_path: Path) -> None:
    path = tmp_path / "export.dat"
    path.write_bytes(gzip.compress(b'{"text": "One said."}\n{"text": "Two said."}\n'))
    assert [item.source for item in take(path)] == [f"{path}#1", f"{path}#2"]


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    data = gzip.compress(b'{"text": "One said."}\n{"text": "Two said."}\n')
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    assert [item.source for item in take("-")] == ["standard input#1", "standard input#2"]


def test_links_in_a_circle(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "a.txt").write_text(SAID)
    (tmp_path / "a" / "up").symlink_to(tmp_path)
    (tmp_path / "a" / "self").symlink_to(tmp_path / "a" / "self")
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nothing")
    found = named(take(tmp_path), tmp_path)
    assert found["a/a.txt"] == SAID
    assert "no such file" in found["gone.txt"]
    assert len(found) == 3


def test_an_empty_folder(tmp_path: Path) -> None:
    assert [item.skipped for item in take(tmp_path)] == ["nothing in it"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs pipes with names")
def test_pipes_and_devices_are_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    items = take(tmp_path, "/dev/zero", "/dev/null")
    assert all("a pipe or a device" in str(item.error) for item in items)
    assert len(items) == 3


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="needs rights to lack")
def test_what_may_not_be_read(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir(mode=0)
    (tmp_path / "b.txt").write_text(SAID)
    (tmp_path / "c.txt").touch(mode=0)
    found = named(take(tmp_path), tmp_path)
    assert "cannot be read" in found["a"]
    assert "cannot be read" in found["c.txt"]
    assert found["b.txt"] == SAID


def test_a_folder_that_cannot_be_listed_hides_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.txt").write_text(SAID)
    real = Path.iterdir

    def forbidden(path: Path):
        if path.name == "a":
            raise PermissionError(13, "Permission denied")
        return real(path)

    monkeypatch.setattr(Path, "iterdir", forbidden)
    found = named(take(tmp_path), tmp_path)
    assert "Permission denied" in found["a"]
    assert found["b/a.txt"] == SAID


def test_a_file_that_changes_while_it_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.txt"
    path.write_text(SAID)
    real = file.whole

    def slow(*args):
        path.write_text(SAID + " Later.")
        return real(*args)

    monkeypatch.setattr("ondit.ingest.contents.whole", slow)
    assert any("changed while it was read" in str(item.error) for item in take(path))


def test_thousands_of_tiny_files(tmp_path: Path) -> None:
    for number in range(2000):
        (tmp_path / f"{number}.txt").write_text("" if number % 2 else f"Number {number} said so.")
    items = take(tmp_path)
    assert sum(item.article is not None for item in items) == 1000
    assert sum("empty" in str(item.error) for item in items) == 1000


HOSTILE: dict[str, str | bytes] = {
    "deep.html": "<div>" * 90_000 + SAID,
    "wide.html": "<html><p>" + "<br>" * 200_000,
    "attributes.html": f"<html><p>{SAID}<a {' '.join(f'a{n}' for n in range(50_000))}>",
    "unclosed.html": "<html><body>" + SAID + "<" * 150_000,
    "comment.html": "<html><!--" + "<!-- -- >" * 30_000,
    "tables.html": "<html>" + "<table><tr><td>" * 30_000 + SAID,
    "deep.json": '{"text": ' + "[" * 500_000,
    "digits.json": '{"text": ' + "9" * 500_000 + "}",
    "entities.html": "<html><p>" + "&amp;" * 150_000,
    "huge.txt": "a" * (11 * 2**20),
    "null.txt": SAID + "\0" * 1000,
    "surrogate.jsonl": '{"text": "He said \\ud800"}',
    "gzip.txt.gz": gzip.compress(b"a" * 50_000_000),
    "twice.txt.gz": gzip.compress(gzip.compress(SAID.encode())),
    "cut.txt.gz": gzip.compress(SAID.encode())[:-9],
    "entities.xml": "<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b 'c'>]><rss>&b;</rss>",
    "half.txt": "\ufeff" + SAID,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_what_is_made_to_harm_neither_hangs_nor_hides_the_next(tmp_path: Path, name: str) -> None:
    content = HOSTILE[name]
    (tmp_path / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    (tmp_path / "zz.txt").write_text(SAID)
    start = time.process_time()
    items = take(tmp_path / name, tmp_path / "zz.txt")
    assert time.process_time() - start < 20
    assert items[-1].article is not None
    assert len(items) == 2


def test_pages_in_a_thread_of_little_stack_do_not_end_the_process(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("<div><b><ul><li>" * 20_000 + SAID)
    script = (
        "import sys, threading; threading.stack_size(512 * 1024)\n"
        "from ondit.config import Settings\nfrom ondit.ingest.collect import collect\n"
        "from ondit.ingest.memory import RunMemory\n"
        "run = lambda: print(len(list(collect(sys.argv[1:], Settings(), RunMemory()))))\n"
        "thread = threading.Thread(target=run); thread.start(); thread.join()"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path / "a.html")],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout == "1\n", done.stderr


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.sampled_from(
        [b"", b"{", b'[{"text":', b"<rss>", b"<html>", b"\x1f\x8b\x08", b"WARC/1.0\r\n"]
    ),
    st.binary(max_size=300),
)
def test_any_bytes_give_items(tmp_path: Path, start: bytes, rest: bytes) -> None:
    path = tmp_path / "a"
    path.write_bytes(start + rest)
    assert take(path)
