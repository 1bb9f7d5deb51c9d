import numpy as np

from ondit.read.labels import NAME_TAGS
from ondit.read.names import mentions
from ondit.read.tokens import tokenize
from ondit.records import MentionType
from tests.read.scorers import Words

TEXT = "Ada Okoye, of Reuters, flew to Lagos."


def scores(*tags: str) -> np.ndarray:
    """Return logits that are sure of a tag for each token."""
    rows = np.zeros((len(tags), len(NAME_TAGS)), np.float32)
    rows[np.arange(len(tags)), [NAME_TAGS.index(tag) for tag in tags]] = 5
    return rows


def found(*tags: str) -> list[tuple[str, MentionType]]:
    tokens = tokenize(TEXT, "en", Words())
    return [(one.span.of(TEXT), one.type) for one in mentions(TEXT, tokens, scores(*tags))]


def test_names_are_read_off_their_tags() -> None:
    tags = ["B-PER", "I-PER", "O", "O", "B-ORG", "O", "O", "O", "B-LOC", "O"]
    assert found(*tags) == [
        ("Ada Okoye", MentionType.PERSON),
        ("Reuters", MentionType.ORGANISATION),
        ("Lagos", MentionType.PLACE),
    ]


def test_neighbouring_names_stay_apart() -> None:
    tags = ["B-PER", "B-PER", "O", "O", "O", "O", "O", "O", "O", "O"]
    assert [name for name, _ in found(*tags)] == ["Ada", "Okoye"]


def test_an_organisation_in_pieces_is_one() -> None:
    tags = ["B-ORG", "B-ORG", "O", "O", "B-ORG", "O", "O", "O", "B-ORG", "O"]
    assert [name for name, _ in found(*tags)] == ["Ada Okoye", "Reuters", "Lagos"]


def test_a_name_never_goes_on_in_another_type() -> None:
    tags = ["B-PER", "I-ORG", "O", "O", "O", "O", "O", "O", "O", "O"]
    assert len(found(*tags)) <= 2
    assert all(name in ("Ada", "Okoye", "Ada Okoye") for name, _ in found(*tags))


def test_punctuation_at_its_ends_is_no_part_of_a_name() -> None:
    tags = ["B-PER", "I-PER", "I-PER", "O", "O", "O", "O", "O", "O", "O"]
    assert found(*tags) == [("Ada Okoye", MentionType.PERSON)]


QUOTED = "«Газпром» и Фонд «Сколково» ответили Кремлю"


def test_marks_that_are_not_its_own_are_no_part_of_a_name_and_words_are_whole() -> None:
    tokens = tokenize(QUOTED, "ru", Words())
    words = [QUOTED[b:e] for b, e in zip(tokens.begin, tokens.end, strict=True)]
    tags = ["O"] * len(words)
    tags[0] = "B-ORG"
    tags[1] = "I-ORG"
    tags[2] = "I-ORG"
    begin = words.index("Фонд")
    tags[begin : begin + 4] = ["B-ORG", "I-ORG", "I-ORG", "I-ORG"]
    names = [one.span.of(QUOTED) for one in mentions(QUOTED, tokens, scores(*tags))]
    assert names == ["Газпром", "Фонд «Сколково»"]


def test_a_mark_alone_is_no_name() -> None:
    tokens = tokenize("« и »", "ru", Words())
    assert mentions("« и »", tokens, scores("B-ORG", "O", "B-ORG")) == ()
