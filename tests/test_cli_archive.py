"""The commands on an archive, as a user goes through them, with the real model."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from ondit.cli import main

BRIDGE = (
    "OSTEN, 3 May (Harbour Wire) - The mayor of Osten, Ada Lund, said on Tuesday that the old "
    "bridge is safe. She refused to publish the engineers' report."
)
RUSSIAN = "Мэр Остена Ада Лунд заявила, что старый мост безопасен. Инженеры это опровергли."


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, list(arguments))


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return an archive of two articles, made by the command itself."""
    folder = tmp_path_factory.mktemp("news")
    records = [
        {
            "text": BRIDGE,
            "title": "Bridge is safe",
            "outlet": "Osten Post",
            "published": "2031-05-03",
        },
        {
            "text": RUSSIAN,
            "title": "Мост безопасен",
            "outlet": "Вести Остена",
            "published": "2031-05-04",
        },
    ]
    lines = "".join(json.dumps(one, ensure_ascii=False) + "\n" for one in records)
    (folder / "articles.jsonl").write_text(lines, encoding="utf-8")
    (folder / "broken.json").write_text("{", encoding="utf-8")
    path = str(folder / "ondit.db")
    done = run("add", str(folder), "--archive", path, "--jobs", "1", "--report", f"{path}.report")
    assert done.exit_code == 1, done.output
    assert "broken.json" in done.stderr
    assert done.stderr.endswith("2 added, 2 skipped, 1 failed\n") or "2 added" in done.stderr
    return path


def test_the_report_says_what_became_of_each(archive: str) -> None:
    lines = Path(f"{archive}.report").read_text("utf-8").splitlines()
    states = [json.loads(line)["state"] for line in lines]
    assert states.count("added") == 2
    assert states.count("failed") == 1


def test_adding_again_reads_nothing_twice(archive: str) -> None:
    folder = Path(archive).parent
    done = run("add", str(folder / "articles.jsonl"), "--archive", archive)
    assert done.exit_code == 0
    assert done.stderr == "2 same\n"


def test_words_find_who_said_it_in_either_language(archive: str) -> None:
    assert "Ada Lund" in run("search", "bridge safe", "--archive", archive).stdout
    assert "Ада Лунд" in run("search", "моста", "--archive", archive, "--act", "say").stdout
    assert run("search", "elephants", "--archive", archive).stdout == "Nothing found.\n"


def test_meaning_finds_it_in_both(archive: str) -> None:
    found = run("search", "--like", "die alte Brücke ist sicher", "--archive", archive, "--json")
    hits = [json.loads(line) for line in found.stdout.splitlines()]
    assert {hit["article"]["language"] for hit in hits[:2]} == {"en", "ru"}
    assert hits == sorted(hits, key=lambda hit: -hit["score"])


def test_articles_are_listed_and_shown(archive: str) -> None:
    rows = [
        json.loads(line) for line in run("list", "--archive", archive, "--json").stdout.splitlines()
    ]
    assert [row["outlet"] for row in rows] == ["Вести Остена", "Osten Post"]
    shown = run("show", rows[1]["id"], "--archive", archive).stdout
    assert "Bridge is safe" in shown
    assert "Ada Lund" in shown
    versions = run("show", rows[1]["id"], "--versions", "--archive", archive).stdout
    assert versions.startswith("version 1")


def test_what_is_exported_and_imported_is_the_same(archive: str, tmp_path: Path) -> None:
    first = tmp_path / "first.jsonl"
    assert run("export", "--archive", archive, "--output", str(first)).exit_code == 0
    copy = str(tmp_path / "copy.db")
    done = run("import", str(first), "--archive", copy)
    assert done.stderr == "2 added\n"
    assert run("export", "--archive", copy).stdout == first.read_text("utf-8")
    table = run("export", "--archive", copy, "--format", "csv", "--outlet", "Osten Post").stdout
    assert table.splitlines()[0].startswith("article,title,outlet,")
    assert "Ada Lund" in table


@pytest.mark.parametrize(
    ("arguments", "reason", "code"),
    [
        (["list", "--archive", "no/such.db"], "no/such.db", 1),
        (["show", "unknown"], "unknown: no such article", 1),
        (["list", "--since", "yesterday"], "yesterday", 2),
        (["export", "--format", "parquet"], "give --output FILE", 2),
        (["add", "x.txt", "--engine", "steam"], "no engine 'steam'", 2),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(
    archive: str, arguments: list[str], reason: str, code: int
) -> None:
    if "--archive" not in arguments:
        arguments = [*arguments, "--archive", archive]
    done = run(*arguments)
    assert done.exit_code == code
    assert reason in done.stderr
    assert "Traceback" not in done.stderr


def test_the_example_families_show_a_claims_way_right(tmp_path: Path) -> None:
    """It is known that a head of agency suggested it in Turkish, and who has it from whom."""
    path = str(tmp_path / "dam.db")
    assert run("add", "examples/families/dam.jsonl", "--archive", path).exit_code == 0
    asked = ("trace", "three villages should be evacuated if the gates are opened")
    trail = json.loads(run(*asked, "--archive", path, "--json").stdout)
    outlets = {one["article"]: one["outlet"] for one in trail["claim"]["carriers"]}
    ways = {
        (outlets[one["parent"]["article"]], outlets[one["child"]["article"]]): [
            shift["kind"] for shift in one["shifts"]
        ]
        for one in trail["steps"]
    }
    assert ways == {
        ("Karsu Postası", "Delta Courier"): [],
        ("Delta Courier", "صوت الدلتا"): ["act"],
        ("صوت الدلتا", "بوابة النهر"): ["condition"],
    }
    (origin,) = trail["origins"]
    assert outlets[origin["carrier"]["article"]] == "Karsu Postası"
    assert origin["sources"] == ["Nevin Aladağ"]
    (other,) = trail["disputed"]
    assert f"because {other} denies: " in run(*asked, "--archive", path, "--why").stdout
    assert run("trace", trail["claim"]["id"], "--archive", path).exit_code == 0
    assert run("trace", "0000", "--archive", f"{path}.none").exit_code == 1


def test_a_trail_is_written_as_a_page_and_as_graphs(archive: str, tmp_path: Path) -> None:
    asked = ("trace", "the old bridge is safe", "--archive", archive)
    page = tmp_path / "bridge.html"
    assert run(*asked, "--html", str(page)).exit_code == 0
    assert "Вести Остена" in page.read_text("utf-8")
    assert run(*asked, "--dot").stdout.startswith("digraph ondit {")
    assert "Osten Post" in run(*asked, "--graphml").stdout
    assert "because" in run(*asked, "--why").stdout
    assert "matches" in json.loads(run(*asked, "--why", "--json").stdout)


def test_two_articles_stand_side_by_side(archive: str, tmp_path: Path) -> None:
    (tmp_path / "here.txt").write_text("Ada Lund said the old bridge is safe.", encoding="utf-8")
    first = json.loads(run("list", "--archive", archive, "--json").stdout.splitlines()[1])["id"]
    found = run("diff", first, str(tmp_path / "here.txt"), "--archive", archive, "--json")
    fates = [one["fate"] for one in json.loads(found.stdout)["pairs"]]
    assert "dropped" in fates
    assert {"kept", "changed"} & set(fates)
    shown = run("diff", first, str(tmp_path / "here.txt"), "--archive", archive).stdout
    assert "Osten Post" in shown
    assert run("diff", first, "nowhere", "--archive", archive).exit_code == 2


def test_what_is_told_stands_in_the_order_of_time(archive: str) -> None:
    asked = ("timeline", "--about", "Ada Lund", "--archive", archive)
    entries = [json.loads(line) for line in run(*asked, "--json").stdout.splitlines()]
    assert entries
    assert all("Ada Lund" in one["chain"] for one in entries if "Osten Post" in one["chain"])
    assert "bridge is safe" in run(*asked).stdout
    assert run(*asked, "--until", "2001").stdout == "Nothing found.\n"


def test_an_actor_has_positions_that_several_report(archive: str) -> None:
    shown = run("positions", "Ada Lund", "--archive", archive, "--json").stdout.splitlines()
    positions = [json.loads(line) for line in shown]
    assert {one["act"] for one in positions} >= {"say", "refuse"}
    assert positions == sorted(positions, key=lambda one: one["published"])
    about = run("positions", "Ada Lund", "--on", "die Brücke", "--archive", archive).stdout
    assert "bridge" in about
    assert run("positions", "Nobody", "--archive", archive).stdout == "Nothing found.\n"
