"""`ondit export` in the forms that link what was read, as a user runs it."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from rdflib import Graph
from rdflib.namespace import PROV, RDF

from ondit.cli import main
from ondit.records import Reading
from ondit.records.archived import Selection
from ondit.store.archive import Archive
from tests.export.graph import property_of, record
from tests.trace.samples import FIRST, OTHER, SECOND


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("export") / "news.db"
    with Archive(path) as opened:
        for one in (FIRST, SECOND, OTHER):
            opened.add(one, "sample")
    return str(path)


def export(archive: str, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["export", "--archive", archive, *arguments])


def test_a_selection_as_linked_data_is_what_the_archive_holds(archive: str, tmp_path: Path) -> None:
    path = tmp_path / "news.jsonld"
    done = export(archive, "--format", "jsonld", "--language", "en", "--output", str(path))
    assert done.exit_code == 0, done.output
    found = Graph().parse(path, format="json-ld")
    with Archive(archive) as opened:
        ((id_, reading),) = opened.readings(Selection(language="en"))
    assert record(found, f"urn:ondit:{id_}", Reading) == reading


def test_a_claim_as_linked_data_has_its_articles_and_its_trail(archive: str) -> None:
    done = export(archive, "--format", "jsonld", "--claim", FIRST.reading.article.id)
    found = Graph().parse(data=done.stdout, format="json-ld")
    assert len(set(found.subjects(RDF.type, property_of("Article")))) == 2
    assert set(found.subjects(PROV.hadPrimarySource))


def test_a_claim_in_a_table_has_its_articles_alone(archive: str) -> None:
    table = export(archive, "--format", "csv", "--claim", FIRST.reading.article.id).stdout
    assert "Harbour Post" in table
    assert "Der Anstoß" not in table


def test_a_claim_beside_a_selection_is_refused(archive: str) -> None:
    done = export(archive, "--claim", "oil", "--outlet", "Harbour Post")
    assert done.exit_code == 2
    assert done.stderr.startswith("ondit: --claim chooses the articles itself")
