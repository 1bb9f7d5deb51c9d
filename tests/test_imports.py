"""The stages know the records and their own siblings, and nothing of one another."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import ondit.errors

PACKAGE = Path(ondit.errors.__file__).parent
STAGES = ("ingest", "read", "resolve", "store", "trace", "show", "export", "web")
BESIDE = {"web": ("ondit.show",)}
"""Stages that another may use: pages of an archive show an article as the page of one does."""

SHARED = {"ondit.records", "ondit.errors", "ondit.config", "ondit.late"}
MODULES = sorted(PACKAGE.rglob("*.py"))
SHARED_FILES = [
    *(PACKAGE / f"{name}.py" for name in ("errors", "config", "late")),
    *sorted((PACKAGE / "records").glob("*.py")),
]


def imported(path: Path) -> Iterator[str]:
    """Yield the modules that a file imports, late ones included."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            yield str(node.module)
        elif isinstance(node, ast.Call) and getattr(node.func, "id", "") == "late":
            assert isinstance(node.args[0], ast.Constant)
            yield str(node.args[0].value)


@pytest.mark.parametrize("stage", STAGES)
def test_a_stage_imports_no_other(stage: str) -> None:
    for path in (PACKAGE / stage).glob("*.py"):
        for name in imported(path):
            if name.split(".")[0] == "ondit":
                known = (f"ondit.{stage}", "ondit.records.", *BESIDE.get(stage, ()))
                allowed = name in SHARED or name.startswith(known)
                assert allowed, f"{path}: {name}"


def test_integrations_reach_the_stages_as_the_commands_do() -> None:
    for path in (PACKAGE / "integrations").rglob("*.py"):
        for name in imported(path):
            if name.split(".")[0] == "ondit":
                known = ("ondit.integrations", "ondit.pipeline", "ondit.show.", "ondit.records")
                assert name in SHARED or name.startswith(known), f"{path}: {name}"


@pytest.mark.parametrize("path", SHARED_FILES, ids=lambda path: path.stem)
def test_what_all_share_imports_no_stage(path: Path) -> None:
    for module in imported(path):
        assert not module.startswith(tuple(f"ondit.{stage}" for stage in STAGES))


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.stem)
def test_the_package_never_imports_training(path: Path) -> None:
    roots = {name.split(".")[0] for name in imported(path)}
    assert not roots & {"training", "benchmarks", "tests", "torch"}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.stem)
def test_modules_are_short_and_say_why_they_exist(path: Path) -> None:
    source = path.read_text("utf-8")
    assert len(source.splitlines()) < 300
    assert not source or ast.get_docstring(ast.parse(source))


def test_the_command_starts_without_the_models_libraries() -> None:
    late = "{'onnxruntime', 'starlette', 'trafilatura'}"
    check = f"import sys, ondit.cli; print({late} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", check], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"


def test_the_function_is_not_hidden_by_the_stage_of_its_name() -> None:
    check = "import ondit.read.segment; from ondit import read; print(callable(read))"
    done = subprocess.run([sys.executable, "-c", check], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "True"
