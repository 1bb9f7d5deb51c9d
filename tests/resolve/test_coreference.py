"""Who sources are, in readings written by hand."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given

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
from tests.show.samples import readings

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


def test_a_role_leads_to_the_one_who_is_named_with_it() -> None:
    story = Story("Finance minister Vera Stern came. The minister said it rained.", "en")
    minister = story.span("The minister")
    reading = Reading(
        story.article,
        (Mention(story.span("Vera Stern"), PERSON),),
        (story.said(1, minister, story.span("it rained"), Via.NAMED),),
        (Coreference(minister, story.span("Vera Stern"), 0.9),),
    )
    assert names(reading) == [("Vera Stern", True)]


def test_a_paper_is_the_outlet_that_was_named_before() -> None:
    story = Story("The Evening Dispatch said it rained. The paper said it snowed.", "en")
    paper, dispatch = story.span("The paper"), story.span("The Evening Dispatch")
    reading = Reading(
        story.article,
        (Mention(dispatch, ORGANISATION),),
        (
            story.said(1, dispatch, story.span("it rained"), Via.OUTLET),
            story.said(2, paper, story.span("it snowed"), Via.OUTLET),
        ),
        (Coreference(paper, dispatch, 0.7),),
    )
    assert names(reading)[1] == (names(reading)[0][0], True)


def test_who_says_i_is_the_speaker_even_if_named_after_the_quotation() -> None:
    story = Story("«Я хочу домой», — сказала Анна Хольм.", "ru")
    speaker, me = story.span("Анна Хольм"), story.span("Я")
    outer = story.said(1, speaker, story.span("«Я хочу домой»"), Via.NAMED)
    inner = replace(story.said(2, me, story.span("домой"), Via.NAMED), parent=1)
    reading = Reading(story.article, (Mention(speaker, PERSON),), (outer, inner))
    assert names(reading) == [("Анна Хольм", True)] * 2


def test_an_unnamed_role_stands_for_itself() -> None:
    story = Story("Anna Holm came. A diplomat said it rained.", "en")
    source = story.span("A diplomat")
    reading = Reading(
        story.article,
        (Mention(story.span("Anna Holm"), PERSON),),
        (story.said(1, source, story.span("it rained"), Via.GROUP),),
        (Coreference(source, story.span("Anna Holm"), 0.2),),
    )
    assert names(reading) == [("diplomat", True)]


def test_a_surname_gets_the_full_name_where_no_blanks_are_written() -> None:
    story = Story("堀江雅之が来た。堀江は雨だと述べた。", "ja")
    source = story.span("堀江", 2)
    reading = Reading(
        story.article,
        (Mention(story.span("堀江雅之"), PERSON), Mention(source, PERSON)),
        (story.said(1, source, story.span("雨だ"), Via.NAMED),),
    )
    assert names(reading) == [("堀江雅之", True)]


def test_a_name_stands_in_the_script_of_its_article() -> None:
    story = Story("Юрген Клинсман (Jürgen Klinsmann) прибыл. Клинсман сказал: дождь.", "ru")
    source = story.span("Клинсман", 2)
    reading = Reading(
        story.article,
        tuple(
            Mention(one, PERSON)
            for one in (story.span("Юрген Клинсман"), story.span("Jürgen Klinsmann"), source)
        ),
        (story.said(1, source, story.span("дождь"), Via.NAMED),),
    )
    assert names(reading) == [("Юрген Клинсман", True)]


def test_a_case_ending_behind_an_apostrophe_is_no_part_of_a_name() -> None:
    story = Story("Reuters'ın haberine göre yağmur yağdı.", "tr")
    source = story.span("Reuters'ın")
    reading = Reading(
        story.article,
        (Mention(source, ORGANISATION),),
        (story.said(1, source, story.span("yağmur yağdı"), Via.OUTLET),),
    )
    assert names(reading) == [("Reuters", True)]


@given(readings())
def test_any_reading_names_each_source_once_and_in_order(reading: Reading) -> None:
    found = resolve(reading).namings
    sources = sorted({span for one in reading.attributions for span in one.source})
    assert [one.span for one in found] == sources
    assert all(one.name for one in found)
