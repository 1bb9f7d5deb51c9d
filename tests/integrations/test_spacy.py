"""`nlp.add_pipe("ondit")` in spaCy itself, with the real model."""

from __future__ import annotations

from pathlib import Path

import pytest

spacy = pytest.importorskip("spacy", reason='not installed: pip install "ondit[spacy]"')

from spacy.tokens import Doc, DocBin  # noqa: E402 - where there is spaCy

from ondit.records import Act, Via  # noqa: E402

ENGLISH = (
    "The mayor of Osten, Ada Lund, said on Tuesday that the old bridge is safe. "
    "She refused to publish the engineers' report."
)
RUSSIAN = "Мэр Остена Ада Лунд заявила, что старый мост безопасен."
CHINESE = "奥斯滕市长阿达·伦德表示，旧桥是安全的。"


@pytest.fixture(scope="module")
def english() -> Doc:
    nlp = spacy.blank("en")
    nlp.add_pipe("ondit")
    doc: Doc = nlp(ENGLISH)
    return doc


def test_attributions_are_spans_of_the_document(english: Doc) -> None:
    first, *_ = english._.attributions
    assert first.act is Act.SAY
    assert first.via is Via.NAMED
    assert "the old bridge is safe" in first.content[0].text
    assert "Ada Lund" in first.chain[-1]
    assert first.cue[0].text == "said"
    assert first.content[0].doc is english


def test_span_groups_hold_the_roles_and_the_names(english: Doc) -> None:
    contents = english.spans["ondit_content"]
    assert {span.label_ for span in contents} >= {"say"}
    assert [span.text for span in contents] == [
        span.text for one in english._.attributions for span in one.content
    ]
    assert ("Ada Lund", "PER") in {
        (span.text, span.label_) for span in english.spans["ondit_mentions"]
    }


@pytest.mark.parametrize(("language", "text"), [("ru", RUSSIAN), ("xx", CHINESE), ("zh", CHINESE)])
def test_blank_pipelines_of_any_language_read(language: str, text: str) -> None:
    nlp = spacy.blank(language)
    nlp.add_pipe("ondit")
    (said, *_) = nlp(text)._.attributions
    reading = nlp(text)._.reading
    begin, end = said.content[0].start_char, said.content[-1].end_char
    exact = reading.attributions[0].content
    assert begin <= exact[0].begin
    assert exact[-1].end <= end


def test_documents_keep_it_on_disk(english: Doc, tmp_path: Path) -> None:
    english.to_disk(tmp_path / "doc")
    again = Doc(spacy.blank("en").vocab).from_disk(tmp_path / "doc")
    assert again._.reading == english._.reading
    assert [str(one.content) for one in again._.attributions] == [
        str(one.content) for one in english._.attributions
    ]
    packed = DocBin(store_user_data=True)
    packed.add(english)
    (unpacked,) = DocBin().from_bytes(packed.to_bytes()).get_docs(english.vocab)
    assert unpacked._.reading == english._.reading


def test_pipelines_keep_their_settings_on_disk(tmp_path: Path) -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("ondit", config={"threads": 1})
    nlp.to_disk(tmp_path / "nlp")
    again = spacy.load(tmp_path / "nlp")
    assert again.get_pipe_meta("ondit").assigns == nlp.get_pipe_meta("ondit").assigns
    assert again.config["components"]["ondit"]["threads"] == 1
    assert again(ENGLISH)._.attributions


def test_a_document_that_was_not_read_has_none() -> None:
    doc = spacy.blank("en")(ENGLISH)
    assert doc._.reading is None
    assert doc._.attributions == ()


@pytest.mark.parametrize("text", ["", "…", "One\r\ntwo said:\r\n“Three.”", "12 34"])
def test_any_text_goes_through(text: str) -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("ondit")
    doc = nlp(text)
    assert doc._.reading.article.text == doc.text


def test_the_program_in_the_docs_runs(capsys: pytest.CaptureFixture[str]) -> None:
    docs = (Path(__file__).parents[2] / "docs" / "spacy.md").read_text("utf-8")
    program = docs.split("```python\n")[1].split("```")[0]
    exec(compile(program, "docs/spacy.md", "exec"), {})
    assert "старый мост безопасен" in capsys.readouterr().out
