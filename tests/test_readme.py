"""Every command and every output in the README, run as it stands there.

`python -m tests.test_readme` puts into it what its commands write now.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")
CONSOLE = re.findall(r"```console\n(.*?)```", README, re.DOTALL)
PYTHON = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
SETS_UP = ("make ", "pip ")
"""Commands that build environments: for these it is tested that there is what they call."""


def commands(block: str) -> list[tuple[str, str]]:
    """Return the (command, output) pairs of a block, in order."""
    parts = re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]
    pairs = (part.partition("\n") for part in parts)
    return [(command, output) for command, _, output in pairs]


def run(command: str, folder: Path) -> str:
    """Return what a command writes when it is started in `folder`."""
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


def written(block: str, folder: Path) -> str:
    """Return a block as its commands write it, one after the other in one folder that has a copy
    of the examples; those that build environments stay as they are."""
    (folder / "examples").symlink_to(ROOT / "examples")
    parts = []
    for command, shown in commands(block):
        output = shown if command.startswith(SETS_UP) else run(command, folder)
        parts.append(f"$ {command}\n" + (f"{output.rstrip()}\n" if output.strip() else ""))
    return "".join(parts)


@pytest.mark.parametrize("block", CONSOLE)
def test_commands_write_what_the_readme_shows(block: str, tmp_path: Path) -> None:
    assert written(block, tmp_path) == block


def rewrite() -> None:
    """Put into the README what its commands write now."""
    text = README
    for block in CONSOLE:
        with tempfile.TemporaryDirectory() as folder:
            text = text.replace(block, written(block, Path(folder)), 1)
    (ROOT / "README.md").write_text(text, encoding="utf-8")


@pytest.mark.parametrize(
    "command", [one for block in CONSOLE for one, _ in commands(block) if one.startswith("make ")]
)
def test_make_knows_its_targets(command: str) -> None:
    words = [*command.split(), "--dry-run", "--always-make"]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_make_demo_reads_the_article_that_the_readme_opens_with() -> None:
    words = ["make", "--dry-run", "demo"]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=True)
    assert commands(CONSOLE[0])[0][0] in done.stdout


@pytest.mark.parametrize("code", PYTHON)
def test_python_examples_run(code: str, tmp_path: Path) -> None:
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    (tmp_path / "example.py").write_text(code, encoding="utf-8")
    assert "attribution" in code
    assert "say" in run(f"{sys.executable} example.py", tmp_path)


def test_the_figures_are_those_of_the_model_card() -> None:
    card = (ROOT / "src" / "ondit" / "weights" / "README.md").read_text("utf-8")
    rows = [line for line in README.splitlines() if re.match(r"\|.*(held-out|dev)", line)]
    assert len(rows) == 4
    assert all(row in card for row in rows)


if __name__ == "__main__":
    rewrite()
