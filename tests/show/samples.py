"""Readings to show: written by hand, or any that is well formed."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import strategies as st

from ondit.records import (
    Act,
    Article,
    Attribution,
    Form,
    Mention,
    MentionType,
    Reading,
    Span,
    Via,
)

TEXT = (
    "As NBC News reports, Donald Trump confirmed in private: the US refuses to send troops "
    "unless a ceasefire holds.\n\n“We are ready,” said an official. “We always were.”"
)


def spans(text: str, words: Sequence[str]) -> tuple[Span, ...]:
    """Return where each of `words` first stands in `text`."""
    return tuple(Span(at := text.index(one), at + len(one)) for one in words)


def attribution(  # noqa: PLR0913 - as many as an attribution has
    text: str,
    number: int,
    *,
    parent: int | None = None,
    source: Sequence[str] = (),
    cue: Sequence[str] = (),
    content: Sequence[str] = (),
    condition: Sequence[str] = (),
    act: str = "say",
    via: str = "named",
    form: str = "indirect",
    probability: float = 0.9,
) -> Attribution:
    """Return the attribution whose parts are these words of `text`."""
    return Attribution(
        id=number,
        parent=parent,
        source=spans(text, source),
        cue=spans(text, cue),
        content=spans(text, content),
        condition=spans(text, condition),
        act=Act(act),
        via=Via(via),
        form=Form(form),
        probability=probability,
    )


def sample(title: str | None = "Troops") -> Reading:
    """Return a reading with a chain of three, a condition, a doubt and a split quotation."""
    refusal = "send troops unless a ceasefire holds"
    told = "Donald Trump confirmed in private: the US refuses to " + refusal
    confirmed = "the US refuses to " + refusal
    return Reading(
        Article(TEXT, title=title, outlet="Herald", language="en", published="2025-08-19"),
        (Mention(spans(TEXT, ["Donald Trump"])[0], MentionType.PERSON),),
        (
            attribution(TEXT, 1, source=["NBC News"], cue=["reports"], content=[told]),
            attribution(
                TEXT,
                2,
                parent=1,
                source=["Donald Trump"],
                cue=["confirmed"],
                content=[confirmed],
                act="confirm",
                probability=0.61,
            ),
            attribution(
                TEXT,
                3,
                parent=2,
                source=["the US"],
                cue=["refuses"],
                content=[refusal],
                condition=["unless a ceasefire holds"],
                act="refuse",
            ),
            attribution(
                TEXT,
                4,
                source=["an official"],
                cue=["said"],
                content=["“We are ready,”", "“We always were.”"],
                form="direct",
            ),
        ),
    )


TEXTS = st.text(st.characters(exclude_categories=["Cs"]), min_size=2, max_size=80)


@st.composite
def any_spans(draw: st.DrawFn, length: int, least: int = 0) -> tuple[Span, ...]:
    """Draw sorted spans without overlap within a text of this length."""
    count = draw(st.integers(least, 2))
    borders = draw(st.lists(st.integers(0, length), min_size=2 * count, max_size=2 * count))
    ordered = sorted(set(borders))
    found = tuple(Span(b, e) for b, e in zip(ordered[::2], ordered[1::2], strict=False))
    return found or ((Span(0, length),) if least else ())


@st.composite
def readings(draw: st.DrawFn, texts: st.SearchStrategy[str] = TEXTS) -> Reading:
    """Draw a well-formed reading of any text."""
    text = draw(texts)
    optional = st.none() | st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
    article = Article(text, **{name: draw(optional) for name in FIELDS})
    length = len(text)
    attributions = tuple(
        Attribution(
            id=number,
            parent=draw(st.none() | st.integers(1, number - 1)) if number > 1 else None,
            source=draw(any_spans(length)),
            cue=draw(any_spans(length)),
            content=draw(any_spans(length, least=1)),
            condition=draw(any_spans(length)),
            act=draw(st.sampled_from(Act)),
            via=draw(st.sampled_from(Via)),
            form=draw(st.sampled_from(Form)),
            probability=draw(st.floats(0, 1)),
        )
        for number in range(1, draw(st.integers(0, 4)) + 1)
    )
    mentions = tuple(
        Mention(span, draw(st.sampled_from(MentionType))) for span in draw(any_spans(length))
    )
    return Reading(article, mentions, attributions)


FIELDS = ("title", "outlet", "url", "language", "published", "byline", "canonical")
