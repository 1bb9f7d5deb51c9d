import pytest

from benchmarks.scoring import Tally, calibration_error, compare
from ondit.records import Act, Article, Attribution, Form, Mention, MentionType, Reading, Span, Via
from training.corpus import Gold, Text

TEXT = "Reuters reports that Mr. Okoye denied that the port is shut."


def spans(*parts: str) -> tuple[tuple[int, int], ...]:
    return tuple((TEXT.index(part), TEXT.index(part) + len(part)) for part in parts)


OUTER = Gold(
    spans("Reuters"), spans("reports"), spans("Mr. Okoye denied that the port is shut"),
    act=Act.SAY, via=Via.OUTLET,
)  # fmt: skip
INNER = Gold(
    spans("Mr. Okoye"), spans("denied"), spans("the port is shut"), act=Act.DENY, via=Via.NAMED
)
GOLD = Text("t", "en", "real", TEXT, (OUTER, INNER))


def found(gold: Gold, **changes: object) -> Attribution:
    """Return a gold attribution as a reader would have found it, but for some changes."""
    roles = {
        role: tuple(Span(*pair) for pair in getattr(gold, role))
        for role in ("source", "cue", "content", "condition")
    }
    rest = {"id": 1, "parent": None, "act": gold.act, "via": gold.via, "form": Form.INDIRECT}
    return Attribution(**(roles | rest | {"probability": 1.0} | changes))  # type: ignore[arg-type]


def figures(*attributions: Attribution) -> dict[str, float]:
    return compare(Reading(Article(TEXT), (), attributions), GOLD).row()


def test_what_annotators_saw_scores_one_everywhere() -> None:
    row = figures(found(OUTER), found(INNER))
    assert row.pop("ece") == 0
    assert set(row.values()) == {1.0}


def test_a_missed_nested_one_costs_recall_and_the_nested_score() -> None:
    row = figures(found(OUTER))
    assert (row["precision"], row["recall"], row["nested"]) == (1.0, 0.5, 0.0)


def test_a_wrong_source_keeps_the_content_but_not_sourced() -> None:
    wrong = tuple(Span(*pair) for pair in spans("Reuters"))
    row = figures(found(OUTER), found(INNER, source=wrong))
    assert (row["f1"], row["sourced"], row["strict"]) == (1.0, 0.5, 0.5)


def test_outer_punctuation_does_not_count_as_strict() -> None:
    begin, end = spans("the port is shut")[0]
    row = figures(found(OUTER), found(INNER, content=(Span(begin, end + 1),)))
    assert row["strict"] == 1.0


def test_one_gold_attribution_matches_only_one_found() -> None:
    row = figures(found(OUTER), found(INNER), found(INNER))
    assert row["precision"] == pytest.approx(2 / 3)


def test_names_count_when_span_and_type_are_right() -> None:
    gold = Text("t", "en", "mentions", TEXT, None, ((0, 7, "ORG"), (21, 30, "PER")))
    mentions = (
        Mention(Span(0, 7), MentionType.ORGANISATION),
        Mention(Span(25, 30), MentionType.PERSON),
    )
    assert compare(Reading(Article(TEXT), mentions), gold).row() == {"names": 0.5}


def test_calibration_error_is_the_gap_between_saying_and_being_right() -> None:
    assert calibration_error([(0.9, True), (0.9, False)]) == pytest.approx(0.4)
    assert calibration_error([(0.5, True), (0.5, False)]) == 0
    assert calibration_error([]) == 0


def test_tallies_add_up() -> None:
    one = compare(Reading(Article(TEXT), (), (found(OUTER),)), GOLD)
    total = Tally()
    total.add(one)
    total.add(one)
    assert (total.texts, total.gold, total.matched) == (2, 4, 2)
    assert total.row() == one.row()
