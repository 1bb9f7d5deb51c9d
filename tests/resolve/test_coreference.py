"""Who sources are, in readings written by hand."""

from __future__ import annotations

from ondit.records import (
    Act,
    Article,
    Attribution,
    Coreference,
    Form,
    Mention,
    MentionType,
    Reading,
    Span,
    Via,
)
from ondit.resolve.resolver import resolve

PERSON, ORGANISATION = MentionType.PERSON, MentionType.ORGANISATION


class Story:
    """A text whose spans are found by their words, the n-th time that they stand there."""

    def __init__(self, text: str, language: str) -> None:
        self.article = Article(text, language=language)

    def span(self, words: str, time: int = 1) -> Span:
        at = -1
        for _ in range(time):
            at = self.article.text.index(words, at + 1)
        return Span(at, at + len(words))

    def said(self, number: int, source: Span, content: Span, via: Via) -> Attribution:
        return Attribution(
            number, None, (source,), (), (content,), (), Act.SAY, via, Form.INDIRECT, 0.9
        )


def names(reading: Reading) -> list[tuple[str, bool]]:
    return [(one.name, one.resolved) for one in resolve(reading).namings]


def test_a_surname_gets_the_full_name() -> None:
    story = Story("Ada Okoye came. Okoye said it rained.", "en")
    surname = story.span("Okoye", 2)
    reading = Reading(
        story.article,
        (Mention(story.span("Ada Okoye"), PERSON), Mention(surname, PERSON)),
        (story.said(1, surname, story.span("it rained"), Via.NAMED),),
    )
    assert names(reading) == [("Ada Okoye", True)]


def test_a_pronoun_gets_the_name_that_it_takes_up() -> None:
    story = Story("Анна Хольм приехала. Она сказала, что идёт дождь.", "ru")
    she = story.span("Она")
    reading = Reading(
        story.article,
        (Mention(story.span("Анна Хольм"), PERSON),),
        (story.said(1, she, story.span("идёт дождь"), Via.NAMED),),
        (Coreference(she, story.span("Анна Хольм"), 0.9),),
    )
    assert names(reading) == [("Анна Хольм", True)]


def test_a_doubtful_pronoun_stays_unresolved_and_says_so() -> None:
    story = Story("Anna Holm kam. Er sagte, es regne.", "de")
    he = story.span("Er")
    reading = Reading(
        story.article,
        (Mention(story.span("Anna Holm"), PERSON),),
        (story.said(1, he, story.span("es regne"), Via.NAMED),),
        (Coreference(he, story.span("Anna Holm"), 0.3),),
    )
    assert names(reading) == [("Er", False)]


def test_a_named_person_is_not_resolved_to_an_office() -> None:
    story = Story("The Harbour Board met. She said it rained.", "en")
    she = story.span("She")
    board = story.span("Harbour Board")
    reading = Reading(
        story.article,
        (Mention(board, ORGANISATION),),
        (story.said(1, she, story.span("it rained"), Via.NAMED),),
        (Coreference(she, board, 0.9),),
    )
    assert names(reading) == [("She", False)]


def test_an_office_of_a_person_is_not_the_person() -> None:
    story = Story("Keir Starmer's office said it rained.", "en")
    office = story.span("Keir Starmer's office")
    reading = Reading(
        story.article,
        (Mention(story.span("Keir Starmer"), PERSON),),
        (story.said(1, office, story.span("it rained"), Via.OFFICE),),
    )
    assert names(reading) == [("Keir Starmer's office", True)]


def test_every_attribution_gets_a_chain() -> None:
    story = Story("Anna Holm said it rained.", "en")
    reading = Reading(
        story.article,
        (Mention(story.span("Anna Holm"), PERSON),),
        (story.said(1, story.span("Anna Holm"), story.span("it rained"), Via.NAMED),),
    )
    resolved = resolve(reading)
    assert [one.sources[0].name for one in resolved.chains] == ["Anna Holm"]
    assert [one.name for one in resolved.entities] == ["Anna Holm"]
    assert resolved.attributions == reading.attributions
