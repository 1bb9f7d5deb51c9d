"""Every command and every output in the README, run as it stands there."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")
CONSOLE = re.findall(r"```console\n(.*?)```", README, re.DOTALL)
PYTHON = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
SETS_UP = ("make ", "pip ")
"""Commands that build environments: for these it is tested that there is what they call."""


def commands() -> list[tuple[str, str]]:
    """Return (command, output) pairs in the order of the README."""
    found = []
    for block in CONSOLE:
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, _, output = part.partition("\n")
            found.append((command, output))
    return found


def run(command: str, folder: Path) -> str:
    """Return what a command writes, started where there is a copy of the examples."""
    (folder / "examples").symlink_to(ROOT / "examples")
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        ["bash", "-c", command],
        cwd=folder,
        env=os.environ | {"PATH": path, "COLUMNS": "80"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    return done.stdout


@pytest.mark.parametrize(
    ("command", "output"), [pair for pair in commands() if not pair[0].startswith(SETS_UP)]
)
def test_commands_write_what_the_readme_shows(command: str, output: str, tmp_path: Path) -> None:
    assert run(command, tmp_path).rstrip() == output.rstrip()


@pytest.mark.parametrize("command", [one for one, _ in commands() if one.startswith("make ")])
def test_make_knows_its_targets(command: str) -> None:
    words = [*command.split(), "--dry-run", "--always-make"]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_make_demo_reads_the_article_that_the_readme_opens_with() -> None:
    words = ["make", "--dry-run", "demo"]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=True)
    assert commands()[0][0] in done.stdout


@pytest.mark.parametrize("code", PYTHON)
def test_python_examples_run(code: str, tmp_path: Path) -> None:
    (tmp_path / "example.py").write_text(code, encoding="utf-8")
    assert "attribution" in code
    assert "say" in run(f"{sys.executable} example.py", tmp_path)


def test_the_figures_are_those_of_the_model_card() -> None:
    card = (ROOT / "src" / "ondit" / "weights" / "README.md").read_text("utf-8")
    rows = [line for line in README.splitlines() if re.match(r"\|.*(held-out|dev)", line)]
    assert len(rows) == 4
    assert all(row in card for row in rows)
