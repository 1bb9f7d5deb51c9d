"""The listing: chains from the outside in, nested, cut to the width, and safe to print."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from rich.cells import cell_len
from rich.console import Console

from ondit.records import Article, Coreference, Mention, MentionType, Reading, Span
from ondit.resolve.resolver import resolve
from ondit.show.terminal import Listing
from tests.show.samples import attribution, readings, sample


def listing(reading: Reading, *, width: int = 80, full: bool = False, tty: bool = False) -> str:
    file = io.StringIO()
    console = Console(
        file=file, width=width, force_terminal=tty, highlight=False, markup=False, emoji=False
    )
    Listing(console, full=full, doubt=0.7).show("a.txt", reading)
    return file.getvalue()


def test_a_listing() -> None:
    assert listing(sample(), full=True) == (
        "Troops\n"
        "Herald · en · 2025-08-19\n"
        "\n"
        "NBC News  say\n"
        "  “Donald Trump confirmed in private: the US refuses to send troops unless a "
        "ceasefire holds”\n"
        "    NBC News › Donald Trump  confirm  p = 0.61\n"
        "      “the US refuses to send troops unless a ceasefire holds”\n"
        "        NBC News › Donald Trump › the US  refuse\n"
        "          “send troops unless a ceasefire holds”\n"
        "          condition: unless a ceasefire holds\n"
        "\n"
        "an official  say\n"
        "  “We are ready,” … “We always were.”\n"
        "\n"
    )


def test_the_name_stands_in_for_a_title() -> None:
    assert listing(sample(title=None)).startswith("a.txt\n")


def test_nothing_found_is_said() -> None:
    assert "Nobody is cited" in listing(Reading(Article("Nothing happened.")))


@pytest.mark.parametrize("width", [30, 60, 100])
def test_contents_are_cut_to_the_width_and_keep_their_marks(width: int) -> None:
    text = "社長は" + "長い話" * 60 + "と述べた"
    reading = Reading(Article(text), (), (attribution(text, 1, content=["長い話" * 60]),))
    line = listing(reading, width=width).splitlines()[-2]
    assert cell_len(line) <= width
    assert line.startswith("  “長い")
    assert line.endswith("…”")
    assert "長い話" * 60 in listing(reading, width=width, full=True)


def test_colours_on_a_terminal_only(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR", "TTY_COMPATIBLE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    assert "\x1b[" in listing(sample(), tty=True)
    assert "\x1b" not in listing(sample())
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[36m" not in listing(sample(), tty=True)


def test_what_a_terminal_would_obey_is_not_passed_on() -> None:
    text = "He said \x1b]0;gone\x07 [bold]yes[/bold] :smile: \x9b2J"
    reading = Reading(
        Article(text, title="\x1b[31mred"), (), (attribution(text, 1, content=[text[8:]]),)
    )
    shown = listing(reading)
    assert "\x1b" not in shown
    assert "\x9b" not in shown
    assert "[bold]yes[/bold] :smile:" in shown


@given(readings())
def test_any_reading_can_be_listed(reading: Reading) -> None:
    listing(reading).encode()
    listing(reading, width=20, full=True, tty=True)


def test_what_was_resolved_is_shown() -> None:
    text = "БЕРЛИН, 5 августа /ДПА/. Анна Хольм приехала. Она сказала, что мост откроют 6 августа."
    she = Span(text.index("Она"), text.index("Она") + 3)
    holm = Span(text.index("Анна"), text.index("Анна") + len("Анна Хольм"))
    reading = Reading(
        Article(text, language="ru", published="2031-08-05"),
        (Mention(holm, MentionType.PERSON),),
        (
            attribution(
                text, 1, source=["Она"], cue=["сказала"], content=["мост откроют 6 августа"]
            ),
        ),
        (Coreference(she, holm, 0.9),),
    )
    assert listing(resolve(reading)).splitlines()[2:] == [
        "1 attribution: 1 on record; article draws on ДПА",
        "",
        "ДПА › Анна Хольм  say  on-record",
        "  “мост откроют 6 августа”",
        "  6 августа = 2031-08-06",
        "",
    ]
