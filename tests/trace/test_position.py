import numpy as np
import pytest

from ondit.records import Act, Article, Attribution, Document, Form, Reading, Span, Statement, Via
from ondit.records.trace import Claim, Ref, Trail
from ondit.trace.position import positions


def document(outlet: str, published: str | None, text: str, act: Act) -> Document:
    whole = (Span(0, len(text)),)
    found = Attribution(1, None, (), (), whole, (Span(0, 2),), act, Via.NAMED, Form.INDIRECT, 0.9)
    reading = Reading(Article(text, outlet=outlet, published=published), (), (found,))
    return Document(
        reading, (Statement(whole, 1), Statement(whole, None)), np.zeros((2, 384), np.float32)
    )


FIRST = document("Islander", "2034-02-12", "if found guilty, we pay", Act.COMMIT)
AGAIN = document("Courier", "2034-02-13", "the owner will pay", Act.COMMIT)
DENIED = document("Mail", None, "we will not pay", Act.REFUSE)
DOCUMENTS = {one.reading.article.id: one for one in (FIRST, AGAIN, DENIED)}
REFS = [Ref(name, 0) for name in DOCUMENTS]
TRAIL = Trail(Claim("c1", tuple(REFS[:2])), (), (), 2, 2, 1, 1, ())


def test_what_several_report_is_one_position_and_the_first_report_has_it() -> None:
    found = positions(reversed(REFS), DOCUMENTS, [TRAIL])
    assert [(one.act, one.outlets) for one in found] == [
        (Act.COMMIT, ("Islander", "Courier")),
        (Act.REFUSE, ("Mail",)),
    ]
    assert found[0].words == "if found guilty, we pay"
    assert found[0].condition == "if"


def test_the_articles_own_voice_is_nobodys_position() -> None:
    with pytest.raises(ValueError, match="own voice"):
        positions([Ref(REFS[0].article, 1)], DOCUMENTS, [])
