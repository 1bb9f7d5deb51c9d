from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ondit.errors import WeightsError
from ondit.read.reader import WEIGHTS
from ondit.read.vocabulary import SentencePieces, load

ANY_CHARACTER = st.characters(codec=None, exclude_categories=())


def test_pieces_stand_where_their_words_do() -> None:
    text = "Москва предупредила Киев"
    ids, places = load(WEIGHTS).pieces(text)
    assert len(ids) == len(places)
    assert "".join(text[begin:end] for begin, end in places) == text


@given(st.text(ANY_CHARACTER, max_size=60))
def test_pieces_of_any_text_lie_within_it_in_order(text: str) -> None:
    ids, places = load(WEIGHTS).pieces(text)
    assert len(ids) == len(places)
    begins = [begin for begin, _ in places]
    assert begins == sorted(begins)
    assert all(0 <= begin <= end <= len(text) for begin, end in places)


def test_a_damaged_vocabulary_says_so(tmp_path: Path) -> None:
    (tmp_path / "vocabulary.model").write_bytes(b"nothing of the kind")
    with pytest.raises(WeightsError, match="be read"):
        SentencePieces(tmp_path / "vocabulary.model")
