"""The tools that an assistant has: it reads texts and looks into an archive, and changes nothing.

The first lines of their docstrings are what the assistant is told about them.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from ondit.config import LIMIT, READ_BYTES, Settings
from ondit.errors import UsageError
from ondit.integrations.answer import Found, Path, Piece, ReadArticle, Stand, Summary, Telling
from ondit.integrations.answering import found, path, piece, read_article, stand, summary, telling
from ondit.pipeline import looking, tracing
from ondit.pipeline.sent import read_sent
from ondit.pipeline.timeline import timeline
from ondit.records import Act, Standing, Via
from ondit.records.archived import Selection
from ondit.show.record import to_line

MOST = 100
"""Results that one answer may have: what an assistant can still take in."""

Text = Annotated[str, Field(description="The article's text, in any language.")]
Words = Annotated[
    str | None, Field(description="Words that stand in what is said, in the article's language.")
]
Like = Annotated[
    str | None, Field(description="A sentence in any language: what means the same is found.")
]
Name = Annotated[str, Field(description="A person, office or organisation, by any of its names.")]
Source = Annotated[str | None, Field(description="Only what this source says, by any name.")]
Outlet = Annotated[str | None, Field(description="Only articles of this outlet, or of a site.")]
Language = Annotated[str | None, Field(description="ISO 639 code of the articles' language.")]
Day = Annotated[str | None, Field(description="A day or time of publication (ISO 8601), included.")]
Most = Annotated[int, Field(ge=1, le=MOST, description="The most results to give.")]
What = Annotated[
    str, Field(description="An article's id or URL, a claim's id, or the claim in any language.")
]
About = Annotated[
    str | None, Field(description="Only what is about somebody or something, or said by them.")
]
Subject = Annotated[str | None, Field(description="Only what is about this, in any language.")]


class Desk:
    """Answers over one archive; each method opens it anew, so that any thread may ask.

    Every method raises ArchiveError if there is no archive or it fails.
    """

    def __init__(self, archive: str, settings: Settings) -> None:
        self._archive, self._settings = archive, settings

    def read(
        self,
        text: Text,
        *,
        title: str | None = None,
        outlet: str | None = None,
        url: str | None = None,
        published: Day = None,
        language: Language = None,
    ) -> ReadArticle:
        """Read a text: who says what in it, according to whom, with the place of every word.

        Nothing is fetched and nothing kept; `url` only says where the text is from.
        """
        if len(text.encode("utf-8", "surrogatepass")) > READ_BYTES.default:
            limit = READ_BYTES.default // 2**10
            raise UsageError(f"a text of more than {limit} KiB", "read it in parts")
        sent = {
            "text": text,
            "title": title,
            "outlet": outlet,
            "url": url,
            "published": published,
            "language": language,
        }
        return read_article(read_sent(sent, self._settings))

    def search(  # noqa: PLR0913 - as many as `ondit search` has options
        self,
        words: Words = None,
        like: Like = None,
        *,
        source: Source = None,
        outlet: Outlet = None,
        act: Act | None = None,
        via: Via | None = None,
        standing: Standing | None = None,
        language: Language = None,
        since: Day = None,
        until: Day = None,
        limit: Most = LIMIT.default,
    ) -> tuple[Found, ...]:
        """Search what was said in the archive, by words, by meaning, or by who said it.

        Act "confirm" with `like` finds who confirmed something, "deny" who denied it.
        """
        selection = Selection(
            words, source, outlet, act, via, standing, language, since, until, limit=limit
        )
        return tuple(map(found, looking.search(self._archive, selection, like)))

    def articles(
        self,
        outlet: Outlet = None,
        language: Language = None,
        since: Day = None,
        until: Day = None,
        limit: Most = LIMIT.default,
    ) -> tuple[Piece, ...]:
        """List the articles in the archive, the latest first."""
        selection = Selection(
            outlet=outlet, language=language, since=since, until=until, limit=limit
        )
        return tuple(map(piece, looking.articles(self._archive, selection)))

    def article(self, id: str) -> ReadArticle:  # noqa: A002 - what the assistant calls it
        """Show an article of the archive: its text and who says what in it."""
        return read_article(looking.article(self._archive, id, None))

    def claims(self, limit: Most = LIMIT.default) -> tuple[Summary, ...]:
        """List the claims that most articles carry, with how many origins they have.

        Many carriers and one origin: what looks confirmed many times was reported once.
        """
        traced = tracing.claims(self._archive, limit)
        return tuple(summary(one, traced.documents) for one in traced.trails)

    def trace(self, what: What) -> tuple[Path, ...]:
        """Show where a claim comes from: its origins, how it travelled, what was changed."""
        traced = tracing.trails(self._archive, what)
        return tuple(path(one, traced.documents) for one in traced.trails)

    def positions(
        self,
        name: Name,
        on: Subject = None,
        act: Act | None = None,
        since: Day = None,
        until: Day = None,
    ) -> tuple[Stand, ...]:
        """Show what somebody said, promised, refused or demanded over time, and who reports it."""
        selection = Selection(source=name, act=act, since=since, until=until)
        found = tracing.positions(self._archive, selection, on)
        return tuple(stand(one, one.ref.article) for one in found)

    def timeline(
        self,
        about: About = None,
        since: Day = None,
        until: Day = None,
        limit: Most = LIMIT.default,
    ) -> tuple[Telling, ...]:
        """Show what happens when, as articles tell it, each thing once; `since` and `until` are
        days on which it happens."""
        found = timeline(self._archive, about, since, until, limit)
        return tuple(telling(one, found.documents) for one in found.entries)

    def record(self, id: str) -> str:  # noqa: A002 - as in its address
        """Return all that was read in an article as one JSON record."""
        return to_line(looking.article(self._archive, id, None))
