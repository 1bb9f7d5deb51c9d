import itertools
import shutil
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ondit.errors import WeightsError
from ondit.read.reader import WEIGHTS
from ondit.read.sentence import SentenceEncoder

TROOPS = ("The US will send no troops", "США не отправят войска", "美国不会派兵")
HARVEST = ("The harvest was poor this year", "Урожай в этом году был плохим", "今年收成不好")


@pytest.fixture(scope="module")
def encoder() -> SentenceEncoder:
    return SentenceEncoder()


def test_in_every_two_languages_what_means_the_same_is_closest(encoder: SentenceEncoder) -> None:
    troops, harvest = encoder.vectors(TROOPS), encoder.vectors(HARVEST)
    np.testing.assert_allclose(np.linalg.norm(troops, axis=1), 1.0, atol=1e-5)
    for one, other in itertools.permutations(range(3), 2):
        assert troops[one] @ troops[other] > troops[one] @ harvest[other] + 0.02
        assert harvest[one] @ harvest[other] > harvest[one] @ troops[other] + 0.02


@settings(max_examples=15, deadline=None)
@given(st.lists(st.text(max_size=40), max_size=5))
def test_a_vector_does_not_depend_on_what_is_encoded_beside_it(
    encoder: SentenceEncoder, others: list[str]
) -> None:
    alone = encoder.vectors(TROOPS[:1])[0]
    beside = encoder.vectors([*others, TROOPS[0]])[-1]
    assert alone.tobytes() == beside.tobytes()


def test_no_texts_are_no_vectors_and_a_very_long_one_is_cut(encoder: SentenceEncoder) -> None:
    assert encoder.vectors([]).shape == (0, 384)
    assert encoder.vectors(["word " * 5000]).shape == (1, 384)


def test_a_folder_without_the_encoder_says_so(tmp_path: Path) -> None:
    for name in ("vocabulary.model", "words.npy", "scales.npy"):
        shutil.copy(WEIGHTS / name, tmp_path)
    with pytest.raises(WeightsError, match="no usable model"):
        SentenceEncoder(weights=tmp_path)
