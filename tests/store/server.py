"""A PostgreSQL server of the tests' own, from the system's package, on a free port."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

PLACES = "/usr/lib/postgresql"
USER = "postgres"
SETTINGS = ("-c", "fsync=off", "-c", "full_page_writes=off", "-c", "shared_buffers=32MB")


@contextmanager
def server() -> Iterator[str]:
    """Run a server; give the beginning of its databases' URLs. Skip where there is none."""
    binaries = sorted(Path(PLACES).glob("*/bin/initdb")) or [Path(shutil.which("initdb") or "")]
    if not binaries[-1].is_file():
        pytest.skip("no PostgreSQL server here: install Debian's package postgresql")
    where = Path(tempfile.mkdtemp(prefix="ondit-postgres-"))
    try:
        yield from _run(binaries[-1].parent, where)
    finally:
        shutil.rmtree(where, ignore_errors=True)


def _run(binaries: Path, where: Path) -> Iterator[str]:
    if os.geteuid() == 0:
        shutil.chown(where, USER)
    data = str(where / "data")
    initdb = (str(binaries / "initdb"), "-D", data, "-U", USER, "-A", "trust", "-E", "UTF8")
    made = _as_user(*initdb, "--locale=C.UTF-8", "--no-sync")
    subprocess.run(made, check=True, cwd=where, stdout=subprocess.DEVNULL)
    port = _free_port()
    listen = ("-D", data, "-p", str(port), "-h", "127.0.0.1", "-k", str(where))
    command = _as_user(str(binaries / "postgres"), *listen, *SETTINGS)
    with subprocess.Popen(command, cwd=where, stderr=subprocess.DEVNULL) as process:
        try:
            ready = (str(binaries / "pg_isready"), "-q", "-h", "127.0.0.1", "-p", str(port))
            while subprocess.run(ready, check=False).returncode:
                assert process.poll() is None, "the server has stopped"
            yield f"postgresql://{USER}@127.0.0.1:{port}/"
        finally:
            stop = (str(binaries / "pg_ctl"), "stop", "-D", data, "-m", "immediate", "-s")
            subprocess.run(_as_user(*stop), check=True, cwd=where)


def _as_user(*command: str) -> list[str]:
    """Return a command for a user who is not root, whom the server refuses to run as."""
    if os.geteuid():
        return list(command)
    return ["setpriv", f"--reuid={USER}", f"--regid={USER}", "--clear-groups", *command]


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
