"""Who said what on spaCy's documents: `nlp.add_pipe("ondit")`, in any pipeline of any language.

`doc._.reading` is all that was read, with offsets in characters; `doc._.attributions` the same as
spaCy's spans. Both are made of what `doc.user_data` holds, so that documents that were written to
disk have them again.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import spacy.tokens
from spacy.language import Language
from spacy.tokens import Doc, SpanGroup

from ondit.config import NAMES, THREADS, Settings
from ondit.pipeline import read
from ondit.records import Act, Article, Attribution, Form, Mention, Reading, Span, Standing, Via
from ondit.show.record import from_line, to_line
from ondit.show.wording import sources

KEY = "ondit"
"""Where `doc.user_data` holds the reading, as the JSON record that `ondit read --json` writes."""

ROLES = ("source", "cue", "content", "condition")
MULTILINGUAL = "xx"
"""What spaCy calls a pipeline of no language: then it is detected."""

Words = tuple[spacy.tokens.Span, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """An attribution on a document; spans cover all tokens that its words touch.

    `chain` names through whom the words came, from the outside in; `parent` is the number of the
    attribution in whose content this lies.
    """

    number: int
    parent: int | None
    source: Words
    cue: Words
    content: Words
    condition: Words
    chain: tuple[str, ...]
    act: Act
    via: Via
    form: Form
    standing: Standing | None
    probability: float


class OnditPipe:
    """Reads documents; one that was read gets span groups `ondit_source`, `ondit_cue`,
    `ondit_content`, `ondit_condition` (their labels are acts) and `ondit_mentions`."""

    def __init__(self, language: str, settings: Settings) -> None:
        self._language = None if language == MULTILINGUAL else language
        self._settings = settings

    def __call__(self, doc: Doc) -> Doc:
        """Return the document with what is said in it.

        Raise WeightsError if the model cannot be loaded.
        """
        reading = read(Article(doc.text, language=self._language), self._settings)
        doc.user_data[KEY] = to_line(reading)
        for role in ROLES:
            found = [
                span
                for one in reading.attributions
                for span in _on(doc, getattr(one, role), one.act)
            ]
            doc.spans[f"{KEY}_{role}"] = SpanGroup(doc, name=f"{KEY}_{role}", spans=found)
        doc.spans[f"{KEY}_mentions"] = SpanGroup(
            doc, name=f"{KEY}_mentions", spans=_mentions(doc, reading.mentions)
        )
        return doc


@Language.factory(
    KEY,
    assigns=["doc.user_data", "doc.spans"],
    default_config={"threads": THREADS.default, "names": NAMES.default},
)
def make(nlp: Language, name: str, threads: int | None, names: str | None) -> OnditPipe:  # noqa: ARG001 - what spaCy passes
    """Return the component, with the threads that the model may use and a file of further names."""
    return OnditPipe(
        nlp.lang or MULTILINGUAL, Settings(threads=threads, names=Path(names) if names else None)
    )


def reading(doc: Doc) -> Reading | None:
    """Return what was read in a document, None if it went through no such pipeline."""
    line = doc.user_data.get(KEY)
    return _parsed(line) if line else None


def attributions(doc: Doc) -> tuple[Said, ...]:
    """Return who said what in a document, in the order of its text."""
    found = reading(doc)
    return tuple(_said(doc, one, found) for one in found.attributions) if found else ()


def _said(doc: Doc, one: Attribution, found: Reading) -> Said:
    source, cue, content, condition = (
        _on(doc, spans, one.act) for spans in (one.source, one.cue, one.content, one.condition)
    )
    return Said(
        number=one.id,
        parent=one.parent,
        source=source,
        cue=cue,
        content=content,
        condition=condition,
        chain=sources(found, one),
        act=one.act,
        via=one.via,
        form=one.form,
        standing=found.chains[one.id - 1].standing if found.chains else None,
        probability=one.probability,
    )


def _mentions(doc: Doc, mentions: Iterable[Mention]) -> Words:
    return tuple(span for one in mentions for span in _on(doc, (one.span,), one.type))


def _on(doc: Doc, spans: Iterable[Span], label: str) -> Words:
    """Return the tokens that spans of the text touch."""
    found = (
        doc.char_span(one.begin, one.end, label=str(label), alignment_mode="expand")
        for one in spans
    )
    return tuple(one for one in found if one is not None)


@lru_cache(maxsize=64)
def _parsed(line: str) -> Reading:
    """Return the reading of a record, made once however often a document is asked for it."""
    return from_line(line)


Doc.set_extension("reading", getter=reading, force=True)
Doc.set_extension("attributions", getter=attributions, force=True)
