import pytest

from ondit.records import Span
from ondit.trace.cue import CueKind, cues


@pytest.mark.parametrize(
    ("language", "text", "kind", "word"),
    [
        ("en", "They won't resign", CueKind.NOT, "n't"),
        ("en", "Oil could leak", CueKind.MAY, "could"),
        ("ru", "Блок вернут, если согласуют ремонт", CueKind.IF, "если"),
        ("fr", "Il ne reconnaîtra pas le résultat", CueKind.NOT, "ne"),
        ("de", "Der Konzern erwägt einen Umzug", CueKind.CONSIDER, "erwägt"),
        ("ru", "Инспекция рекомендовала остановить реактор", CueKind.ADVISE, "рекомендовала"),
        ("fr", "La ministre n’a pas exclu un report", CueKind.MAY, "n’a pas exclu"),
        ("zh", "船体破裂可能导致泄漏", CueKind.MAY, "可能"),
        ("ar", "وإذا وافق البرلمان", CueKind.IF, "وإذا"),
    ],
)
def test_cues_are_found_where_they_stand(
    language: str, text: str, kind: CueKind, word: str
) -> None:
    its = cues(text, (Span(0, len(text)),), language)
    assert (kind, word) in [(one.kind, one.span.of(text)) for one in its]


def test_a_word_within_another_is_no_cue() -> None:
    text = "The notable mayor notified all"
    assert [one.span.of(text) for one in cues(text, (Span(0, len(text)),), "en")] == ["all"]


def test_a_word_within_a_longer_cue_does_not_count() -> None:
    text = "Не менее 15 тросов не оборваны"
    its = cues(text, (Span(0, len(text)),), "ru")
    assert [one.span.begin for one in its if one.kind is CueKind.NOT] == [text.rindex("не")]


def test_a_language_without_a_table_has_no_cues() -> None:
    assert cues("Nid yw'n wir", (Span(0, 12),), "cy") == ()
