"""The documents make a site in which every link leads somewhere, of commands that there are."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import click
import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

from ondit.cli import main

ROOT = Path(__file__).parent.parent
PAGES = sorted((ROOT / "docs").glob("*.md"))
COMMAND = re.compile(r"^\$ (ondit .*)$", re.MULTILINE)


def made(docs: Path, where: Path) -> None:
    """Build the site of some documents; raise Abort for whatever is not as it should be."""
    build(load_config(str(ROOT / "mkdocs.yml"), docs_dir=str(docs), site_dir=str(where)))


def test_the_site_is_built_without_a_warning(tmp_path: Path) -> None:
    made(ROOT / "docs", tmp_path / "site")
    built = {path.parent.name for path in (tmp_path / "site").glob("*/index.html")}
    assert built >= {page.stem for page in PAGES} - {"index"}


def test_a_link_that_leads_nowhere_stops_it(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "docs", tmp_path / "docs")
    page = tmp_path / "docs" / "sql.md"
    page.write_text(page.read_text("utf-8") + "\n[gone](gone.md)\n", encoding="utf-8")
    with pytest.raises(Abort):
        made(tmp_path / "docs", tmp_path / "site")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_commands_and_options_are_those_that_there_are(page: Path) -> None:
    for line in COMMAND.findall(page.read_text("utf-8")):
        words = shlex.split(line, comments=True)[1:]
        command: click.Command = main
        while isinstance(command, click.Group) and words and not words[0].startswith("-"):
            command = command.commands[words.pop(0)]
        known = {name for one in command.params for name in one.opts}
        given = {word.partition("=")[0] for word in words if word.startswith("--")}
        assert given <= known | {"--help"}, line
