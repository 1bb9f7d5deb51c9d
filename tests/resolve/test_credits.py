"""All that an article says about where it comes from, together."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ondit.records import Article, CreditKind, Reading
from ondit.resolve.credits import credits
from tests.resolve.samples import BODY, credited
from tests.resolve.test_credit_line import LINES
from tests.resolve.test_dateline import DATELINES
from tests.show.samples import readings


def found(text: str) -> list[tuple[str, str]]:
    return credited(credits(Article(text), ()))


def test_one_outlet_is_credited_once_for_each_kind() -> None:
    text = f"LONDON (Reuters) - Shares fell. {BODY}Photo: Reuters\n(with Reuters)"
    assert found(text) == [("agency", "Reuters"), ("photo", "Reuters")]


def test_a_page_from_another_site_is_republished() -> None:
    (one,) = credits(Article(BODY, canonical="courier.example"), ())
    assert (one.kind, one.outlet, one.span) == (CreditKind.REPUBLISHED, "courier.example", None)


@given(readings(st.text("Ab1é中ا (/«“:-–.,=\n【", min_size=2, max_size=80)))
def test_any_text_has_well_formed_credits(reading: Reading) -> None:
    for one in credits(reading.article, reading.attributions):
        if one.span is None:
            assert one.outlet == reading.article.canonical
            continue
        assert one.outlet in one.span.of(reading.article.text)
        assert one.outlet.strip() == one.outlet != ""


@given(st.sampled_from([text for text, _ in DATELINES]), st.sampled_from([one[0] for one in LINES]))
def test_datelines_and_lines_do_not_disturb_each_other(opening: str, line: str) -> None:
    assert set(found(f"{opening} {BODY}{line}")) == {*found(opening + BODY), *found(BODY + line)}
