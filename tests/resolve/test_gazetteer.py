"""A user's own table of names is read, or it is said what is wrong with it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ondit.errors import UsageError
from ondit.resolve.gazetteer import COLUMNS, Gazetteer, KnownKind, Owner, own

HEADER = ",".join(COLUMNS)


def table(folder: Path, *lines: str) -> Path:
    path = folder / "names.csv"
    path.write_text("\n".join((HEADER, *lines)) + "\n", "utf-8")
    return path


def test_a_line_is_found_by_each_of_its_names(tmp_path: Path) -> None:
    line = "RU,Ryazan Herald,newspaper,private,ru,herald.example,Рязанский вестник;РВ,"
    (known,) = own(table(tmp_path, line, ""))
    assert (known.kind, known.owner, known.country) == (KnownKind.NEWSPAPER, Owner.PRIVATE, "RU")
    assert Gazetteer([known]).find("Рязанского вестника", "ru") == (known,)
    assert Gazetteer([known]).domain("www.herald.example") is known


def test_name_and_kind_are_enough(tmp_path: Path) -> None:
    (known,) = own(table(tmp_path, ",高市早苗,person,,,,,"))
    assert (known.country, known.owner, known.names, known.wikidata) == (None, None, (), None)


def test_the_mark_of_utf8_is_no_part_of_the_first_column(tmp_path: Path) -> None:
    path = table(tmp_path, ",Ada,person,,,,,")
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert [one.name for one in own(path)] == ["Ada"]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("RU,Herald,gazette,,,,,", "line 2"),
        ("RU,Herald,newspaper,oligarch,,,,", "line 2"),
        ("RU,Herald,newspaper", "3 columns instead of 8"),
        ("RU, ,newspaper,,,,,", "no name"),
    ],
)
def test_a_bad_line_is_named(tmp_path: Path, line: str, message: str) -> None:
    with pytest.raises(UsageError, match=message):
        own(table(tmp_path, line))


def test_another_table_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "names.csv"
    path.write_text("name,kind\nAda,person\n", "utf-8")
    with pytest.raises(UsageError, match="its columns are"):
        own(path)


def test_a_missing_or_binary_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "bin.csv").write_bytes(b"\xff\xfe\x00")
    for name in ("none.csv", "bin.csv"):
        with pytest.raises(UsageError, match="cannot be read"):
            own(tmp_path / name)


@given(st.text())
def test_any_other_text_is_refused_or_read(
    tmp_path_factory: pytest.TempPathFactory, text: str
) -> None:
    path = tmp_path_factory.getbasetemp() / "any.csv"
    path.write_text(f"{HEADER}\n{text}", "utf-8", errors="replace")
    try:
        found = own(path)
    except UsageError:
        return
    assert all(one.name for one in found)
