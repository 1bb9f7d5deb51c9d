"""Records as newsrooms, crawlers and services export them, and the streams that hold them."""

from __future__ import annotations

import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ondit.config import Settings
from ondit.ingest.contents import contents
from ondit.ingest.field import fields
from ondit.ingest.raw import Raw
from ondit.records import Article
from ondit.records.item import Item

DEFAULTS = Settings()
SAID = "The minister said that the talks were over."
WORDS = st.text(st.characters(categories=["L", "P", "Zs"])).map(lambda text: "word " + text)


def items(data: str | bytes, settings: Settings = DEFAULTS) -> list[Item]:
    stream = io.BytesIO(data if isinstance(data, bytes) else data.encode())
    found = list(contents(Raw("export", b""), stream, settings))
    assert all(isinstance(one, Item) for one in found)
    return [one for one in found if isinstance(one, Item)]


def article(record: dict[str, object]) -> Article:
    [item] = items(json.dumps(record))
    assert item.article is not None, item.error
    return item.article


NEWS_PLEASE = {
    "authors": ["Eva Lind", "Ivan Petrov"],
    "date_download": "2025-08-20 01:00:00",
    "date_publish": "2025-08-19 10:15:00",
    "description": "A teaser.",
    "filename": "https%3A%2F%2Fnews.example%2Fa.json",
    "language": "en",
    "maintext": SAID,
    "source_domain": "news.example",
    "title": "Talks",
    "url": "https://news.example/a",
}
NINJS = {
    "uri": "https://news.example/a",
    "versioncreated": "2025-08-19T10:15:00Z",
    "byline": "Eva Lind",
    "headline": "Talks",
    "body_xhtml": f"<div><h2>Talks</h2><p>{SAID.replace('talks', '<em>talks</em>')}</p></div>",
    "language": "en-GB",
}
NINJS_3 = {
    "uri": "https://news.example/a",
    "firstcreated": "2025-08-19T10:15:00Z",
    "headlines": [{"role": "main", "value": "Talks"}, {"role": "short", "value": "T"}],
    "bodies": [{"contenttype": "text/html", "value": f"<p>{SAID}</p>"}, {"value": SAID}],
    "authors": [{"name": "Eva Lind"}, {"name": "Ivan Petrov"}],
}
NEWSAPI = {
    "source": {"id": None, "name": "Nordic Courier"},
    "author": "Eva Lind",
    "title": "Talks",
    "url": "https://news.example/a",
    "publishedAt": "2025-08-19T10:15:00Z",
    "content": SAID,
}
NEWSPAPER = {
    "source_url": "https://www.news.example",
    "url": "https://news.example/a",
    "title": "Talks",
    "text": SAID,
    "authors": ["Eva Lind"],
    "publish_date": "2025-08-19 10:15:00+03:00",
}
WORDPRESS = {
    "link": "https://news.example/a",
    "date": "2025-08-19T10:15:00",
    "title": {"rendered": "Talks"},
    "content": {"rendered": f"<p>{SAID}</p>\n"},
}
MEDIA_CLOUD = {
    "media_name": "Nordic Courier",
    "publish_date": "2025-08-19",
    "story_text": SAID,
    "Title": "Talks",
}


@pytest.mark.parametrize(
    ("record", "text", "outlet", "published", "byline"),
    [
        (NEWS_PLEASE, SAID, "news.example", "2025-08-19T10:15:00", "Eva Lind, Ivan Petrov"),
        (NINJS, f"Talks\n\n{SAID}", None, "2025-08-19T10:15:00+00:00", "Eva Lind"),
        (NINJS_3, SAID, None, "2025-08-19T10:15:00+00:00", "Eva Lind, Ivan Petrov"),
        (NEWSAPI, SAID, "Nordic Courier", "2025-08-19T10:15:00+00:00", "Eva Lind"),
        (NEWSPAPER, SAID, "news.example", "2025-08-19T10:15:00+03:00", "Eva Lind"),
        (WORDPRESS, SAID, None, "2025-08-19T10:15:00", None),
        (MEDIA_CLOUD, SAID, "Nordic Courier", "2025-08-19", None),
    ],
    ids=["news-please", "ninjs", "ninjs 3", "newsapi", "newspaper", "wordpress", "media cloud"],
)
def test_exports(
    record: dict[str, object], text: str, outlet: str | None, published: str, byline: str | None
) -> None:
    found = article(record)
    assert (found.text, found.title, found.outlet) == (text, "Talks", outlet)
    assert (found.published, found.byline) == (published, byline)


def test_no_name_stands_for_two_fields() -> None:
    names = [alias for field in fields().values() for alias in field.aliases]
    assert len(names) == len(set(names))


def test_the_field_text_is_kept_as_it_is() -> None:
    text = "He said: <p>is a tag</p> &amp; no."
    assert article({"text": text, "body": "<p>other</p>"}).text == text


def test_paragraphs_and_line_breaks_of_html_remain() -> None:
    body = "<p>“Yes”,<br>he\n  said.</p><ul><li>One</li><li>Two</li></ul><style>p{}</style>tail"
    assert article({"body": body}).text == "“Yes”,\n\nhe said.\n\nOne\n\nTwo\n\ntail"


@pytest.mark.parametrize(
    ("date", "published"),
    [
        ("Tue, 19 Aug 2025 10:15:00 +0300", "2025-08-19T10:15:00+03:00"),
        ("20250819101500", "2025-08-19T10:15:00"),
        (1755588600, "2025-08-19T07:30:00+00:00"),
        (1755588600000, "2025-08-19T07:30:00+00:00"),
        ("2025", "2025"),
        ("", None),
    ],
)
def test_dates(date: object, published: str | None) -> None:
    assert article({"text": SAID, "date": date}).published == published


@pytest.mark.parametrize(
    ("record", "says"),
    [
        ({"title": "Talks"}, "without text"),
        ({"text": 3}, '"text" is not a string'),
        ({"text": SAID, "date": "next week"}, '"date" is no date'),
        ({"text": SAID, "title": "a\0b"}, '"title" holds NUL'),
        ({"maintext": "a\ud83d"}, '"maintext" holds NUL or half'),
        ({"body": "<p>" * 200_000}, "far more markup"),
        ({"body": "<p></p>"}, "no words"),
        ([], "not a JSON object"),
    ],
)
def test_a_bad_record_is_an_error_of_its_own(record: object, says: str) -> None:
    good = {"text": SAID}
    lines = "\n".join(json.dumps(one) for one in (good, record, good))
    found = items(lines)
    assert [bool(item.article) for item in found] == [True, False, True]
    assert found[1].source == "export#2"
    assert says in str(found[1].error)


def test_damaged_lines_hide_no_others() -> None:
    lines = ['{"text": "one"}', "{", '{"text": "two"', "", "\0", '{"text": "three"}', '{"te']
    found = items("\n".join(lines))
    assert [item.source for item in found if item.article] == ["export#1", "export#6"]
    assert [item.source for item in found if item.error] == [f"export#{n}" for n in (2, 3, 5, 7)]


def test_a_line_over_the_limit_hides_no_others() -> None:
    lines = [json.dumps({"text": text}) for text in ("one", "long " * 5000, "three")]
    found = items("\n".join(lines), Settings(byte_limit=1000))
    assert [bool(item.article) for item in found] == [True, False, True]
    assert "larger than" in str(found[1].error)


def test_an_export_may_be_larger_than_the_limit_of_a_record() -> None:
    for lines in ("\n".join, lambda parts: f"[{', '.join(parts)}]"):
        data = lines([json.dumps({"text": f"{SAID} {number}"}) for number in range(3000)])
        found = items(data, Settings(byte_limit=1000))
        assert [item.article and item.article.text for item in found] == [
            f"{SAID} {number}" for number in range(3000)
        ]


def test_an_array_with_a_bad_element_in_it() -> None:
    found = items('[{"text": "one"}, {"text": 2}, "x", {"text": "four"}]')
    assert [bool(item.article) for item in found] == [True, False, False, True]


def test_one_record_over_many_lines() -> None:
    [item] = items(json.dumps({"text": SAID, "authors": ["Eva Lind"]}, indent=2))
    assert item.source == "export"
    assert item.article is not None


@given(st.lists(st.tuples(WORDS, WORDS), min_size=1, max_size=5), st.booleans(), st.booleans())
def test_whatever_is_written_is_read(
    texts: list[tuple[str, str]], as_array: bool, as_ascii: bool
) -> None:
    records = [{"text": text, "title": title} for text, title in texts]
    parts = [json.dumps(record, ensure_ascii=as_ascii) for record in records]
    data = f"[{','.join(parts)}]" if as_array else "\n".join(parts)
    found = [item.article for item in items(data)]
    assert [(one.text, one.title) for one in found if one] == [
        (text, title.strip()) for text, title in texts
    ]
