"""`ondit serve`, run as a user runs it."""

from __future__ import annotations

import re
import signal
import socket
import subprocess
import sys
from pathlib import Path
from urllib.request import urlopen

import pytest

from ondit.store.archive import Archive
from tests.web.library import hostile


@pytest.fixture
def archive(tmp_path: Path) -> str:
    path = tmp_path / "news.db"
    with Archive(path) as opened:
        opened.add(hostile(), "x")
    return str(path)


def command(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "ondit", "serve", *arguments]


def test_it_says_where_it_is_answers_there_and_stops_when_told(archive: str) -> None:
    asked = command("--archive", archive, "--port", "0")
    with subprocess.Popen(asked, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr
        line = process.stderr.readline()
        found = re.search(r"http://127\.0\.0\.1:\d+/", line)
        assert found, line
        with urlopen(found[0] + "index.json", timeout=60) as answer:
            assert b'"count": 1' in answer.read()
        process.send_signal(signal.SIGINT)
        assert process.wait(60) == 0
        assert "Traceback" not in process.stderr.read()


def test_what_cannot_be_served_is_said_in_one_line(archive: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        refused = {
            ("--port", port): f"cannot serve at 127.0.0.1:{port}",
            ("--host", "0.0.0.0", "--allow-adding"): "needs a token",
            ("--host", "no.such.host.invalid"): "cannot serve at",
            ("--archive", "no/such.db"): "no such archive",
        }
        for arguments, reason in refused.items():
            asked = command("--archive", archive, *arguments)
            done = subprocess.run(asked, capture_output=True, text=True, timeout=60, check=False)
            assert done.returncode in {1, 2}
            assert reason in done.stderr
            assert len(done.stderr.splitlines()) == 1
