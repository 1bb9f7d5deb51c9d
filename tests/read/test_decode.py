"""Decoding, on texts whose tokens are words, with candidates given by the words they cover."""

import numpy as np

from ondit.read.candidate import Candidate, viterbi
from ondit.read.decode import Calibration, decode
from ondit.read.pieces import Page
from ondit.read.tokens import tokenize
from ondit.records import Act, Form, Via
from tests.read.scorers import Words

CALIBRATION = Calibration((1.0, 0.0, 0.0), 0.0, 0.3)


def page(text):
    return Page.of(text, tokenize(text, "en", Words()))


def candidate(where, cue, source, content, logit=3.0, condition=()):
    """Return a candidate whose roles are stretches of the text, each found by its words."""

    def ranges(parts):
        found = []
        for part in parts:
            begin = where.text.index(part)
            end = begin + len(part)
            inside = np.flatnonzero((where.tokens.begin >= begin) & (where.tokens.end <= end))
            found.append((int(inside[0]), int(inside[-1]) + 1))
        return tuple(found)

    first = ranges(cue or source or content)[0][0]
    return Candidate(
        first,
        ranges(source),
        ranges(cue),
        ranges(content),
        ranges(condition),
        Act.SAY,
        Via.NAMED,
        (logit, 0.0, 0.0),
    )


def words(where, spans):
    return [span.of(where.text) for span in spans]


def test_inner_attributions_get_the_outer_one_as_parent():
    where = page("Sohu writes that Keir Starmer promised to send troops.")
    outer = candidate(where, ["writes"], ["Sohu"], ["Keir Starmer promised to send troops"])
    inner = candidate(where, ["promised"], ["Keir Starmer"], ["to send troops"])
    first, second = decode(where, [inner, outer], CALIBRATION)
    assert (first.id, first.parent) == (1, None)
    assert (second.id, second.parent) == (2, 1)
    assert words(where, second.source) == ["Keir Starmer"]


def test_of_two_with_one_content_the_first_is_outside():
    where = page("Reuters, citing Okoye, reports that the port is shut.")
    content = ["the port is shut"]
    reuters = candidate(where, ["reports"], ["Reuters"], content)
    okoye = candidate(where, ["citing"], ["Okoye"], content)
    first, second = decode(where, [okoye, reuters], CALIBRATION)
    assert words(where, first.source) == ["Reuters"]
    assert second.parent == first.id


def test_two_anchors_on_one_cue_are_one_attribution():
    where = page("The mayor has said that the bridge is safe.")
    content = ["the bridge is safe"]
    strong = candidate(where, ["has said"], ["The mayor"], content, logit=4.0)
    weak = candidate(where, ["said"], ["The mayor"], content, logit=1.0)
    (only,) = decode(where, [weak, strong], CALIBRATION)
    assert words(where, only.cue) == ["has said"]


def test_what_is_less_probable_than_the_threshold_is_not_shown():
    where = page("The mayor said that the bridge is safe.")
    doubtful = candidate(where, ["said"], ["The mayor"], ["the bridge is safe"], logit=-2.0)
    assert decode(where, [doubtful], CALIBRATION) == ()


def test_quotation_marks_around_a_content_belong_to_it():
    where = page("The mayor said: “The bridge is safe.”")
    (only,) = decode(
        where, [candidate(where, ["said"], ["The mayor"], ["The bridge is safe."])], CALIBRATION
    )
    assert words(where, only.content) == ["“The bridge is safe.”"]
    assert only.form is Form.DIRECT


def test_a_quotation_over_paragraphs_is_one_attribution():
    text = "“The bridge is safe,” said the mayor. “It will stay so.\n\n“Nobody need worry.”"
    where = page(text)
    content = ["“The bridge is safe,”", "“It will stay so."]
    (only,) = decode(where, [candidate(where, ["said"], ["the mayor"], content)], CALIBRATION)
    assert words(where, only.content) == [
        "“The bridge is safe,”",
        "“It will stay so.",
        "“Nobody need worry.”",
    ]


def test_a_content_with_a_few_quoted_words_is_mixed():
    where = page("The mayor called the bridge “perfectly safe” and open.")
    content = ["the bridge “perfectly safe” and open"]
    (only,) = decode(where, [candidate(where, ["called"], ["The mayor"], content)], CALIBRATION)
    assert only.form is Form.MIXED


def test_a_path_is_the_best_one_and_not_the_best_steps():
    emission = np.array([[[0.0, 1.0], [0.6, 0.5], [0.0, 1.0]]], np.float32)
    loose = viterbi(emission, np.zeros((2, 2), np.float32))
    bound = viterbi(emission, np.array([[0, -1], [-1, 0]], np.float32))
    assert loose.tolist() == [[1, 0, 1]]
    assert bound.tolist() == [[1, 1, 1]]
