import numpy as np
import pytest

from ondit.read.antecedent import coreferences
from ondit.read.tokens import tokenize
from ondit.records import Span
from tests.read.scorers import Words

TEXT = "Ada Okoye met Li Wei. She said no."
TOKENS = tokenize(TEXT, "en", Words())


def span(words: str) -> Span:
    begin = TEXT.index(words)
    return Span(begin, begin + len(words))


def vectors(**directions: tuple[float, float]) -> np.ndarray:
    """Return a vector for each token, those of the words given."""
    rows = np.full((len(TOKENS), 2), 0.01, np.float32)
    for word, direction in directions.items():
        rows[TOKENS.begin == TEXT.index(word)] = direction
    return rows


def test_a_source_takes_up_the_earlier_one_that_points_its_way() -> None:
    found = coreferences(
        TOKENS,
        vectors(Ada=(1, 0), Okoye=(1, 0), Li=(0, 1), Wei=(0, 1), She=(1, 0.1)),
        [span("She")],
        [span("Ada Okoye"), span("Li Wei")],
    )
    assert [(one.span, one.antecedent) for one in found] == [(span("She"), span("Ada Okoye"))]
    assert found[0].probability > 0.9


def test_how_far_apart_two_point_says_how_doubtful_it_is() -> None:
    found = coreferences(
        TOKENS, vectors(Li=(0, 1), Wei=(0, 1), She=(1, 0.2)), [span("She")], [span("Li Wei")]
    )
    assert found[0].probability < 0.5


@pytest.mark.parametrize("names", [[], [span("She")]])
def test_what_nothing_stands_before_takes_up_nothing(names: list[Span]) -> None:
    assert coreferences(TOKENS, vectors(), [span("Ada Okoye")], names) == ()


def test_an_article_without_sources_has_none() -> None:
    assert coreferences(TOKENS, vectors(), [], []) == ()
