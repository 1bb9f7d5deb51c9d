"""The archive's tables, each with its comments: for Ondit, and for people who query them."""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    SmallInteger,
    Table,
    Text,
    UniqueConstraint,
    func,
    text,
)

from ondit.store.columns import Key, Moment, begin, end, hashed, number, version

metadata = MetaData()

articles = Table(
    "articles",
    metadata,
    Column("id", Text, primary_key=True, comment="short id, the same in every archive"),
    Column("added", Moment, nullable=False, comment="when it was first added (UTC)"),
    comment="one row an article: one text by one outlet, through all its versions",
)

versions = Table(
    "versions",
    metadata,
    Column("key", Key, primary_key=True, comment="internal number"),
    Column(
        "article",
        Text,
        ForeignKey("articles.id", ondelete="CASCADE"),
        nullable=False,
        comment="the article's id",
    ),
    number("counts an article's versions from 1", primary=False),
    Column("current", Boolean, nullable=False, comment="whether it is the latest"),
    Column("seen", Moment, nullable=False, comment="when it was added (UTC)"),
    Column("hash", Text, nullable=False, comment="of the text, composed (NFC), blanks collapsed"),
    Column("title", Text, comment="the headline"),
    Column("outlet", Text, comment="who published it, as its source names it"),
    Column("outlet_folded", Text, nullable=False, comment="its words as they are searched for"),
    Column("site", Text, comment="the host of its URL without www."),
    Column("url", Text, comment="where it was taken from, as given"),
    Column("language", Text, comment="ISO 639 code"),
    Column("published", Text, comment="when it says it was published, as given"),
    Column("moment", Moment, comment="`published` in UTC, for comparing"),
    Column("byline", Text, comment="who wrote it, as its source says"),
    Column("canonical", Text, comment="another site that its markup says it is from"),
    Column("summary", Text, nullable=False, comment="its attributions in one line"),
    Column("text", Text, nullable=False, comment="the whole text; all offsets point into it"),
    Column("reading", LargeBinary, nullable=False, comment="all that was found, packed"),
    UniqueConstraint("article", "number"),
    UniqueConstraint("article", "hash"),
    Index("versions_hash", "hash"),
    comment="one row a state of an article's text and what it says about itself",
)
Index(
    "versions_current",
    versions.c.article,
    unique=True,
    sqlite_where=versions.c.current,
    postgresql_where=versions.c.current,
)

Index("versions_dated", func.coalesce(versions.c.moment, text("''")), versions.c.key)

addresses = Table(
    "addresses",
    metadata,
    Column("url", Text, primary_key=True, comment="normalised: no fragment, no tracking"),
    Column(
        "article",
        Text,
        ForeignKey("articles.id", ondelete="CASCADE"),
        nullable=False,
        index=True,
        comment="the article's id",
    ),
    comment="one row a URL under which an article was met",
)

entities = Table(
    "entities",
    metadata,
    hashed("its id"),
    Column("id", Text, nullable=False, comment="its id in every reading"),
    Column("name", Text, nullable=False, comment="its name where it was first met"),
    Column("kind", Text, nullable=False, comment="PER, ORG, LOC, OUTLET or STATE"),
    Column("country", Text, comment="ISO 3166 code, where known"),
    Column("wikidata", Text, comment="Wikidata's id, where known"),
    comment="one row a person, organisation, place, outlet or state",
)

forms = Table(
    "forms",
    metadata,
    hashed("its entity, name and type"),
    Column("entity", Key, ForeignKey("entities.key"), nullable=False, comment="row of `entities`"),
    Column("name", Text, nullable=False, comment="as some article writes it, without titles"),
    Column("type", Text, nullable=False, comment="PER, ORG or LOC"),
    Column("folded", Text, nullable=False, comment="its words as they are searched for"),
    comment="one row a way of writing an entity's name, in all of the archive",
)

sources = Table(
    "sources",
    metadata,
    hashed("its name and entity"),
    Column("name", Text, nullable=False, comment="a name or a description; empty if none"),
    Column("entity", Key, ForeignKey("entities.key"), comment="row of `entities`, if known"),
    Column("folded", Text, nullable=False, comment="its words as they are searched for"),
    comment="one row a way in which those who say something are named, in all of the archive",
)
Index(
    "sources_entity",
    sources.c.entity,
    sqlite_where=sources.c.entity.is_not(None),
    postgresql_where=sources.c.entity.is_not(None),
)

attributions = Table(
    "attributions",
    metadata,
    version(),
    number("counts a version's attributions from 1"),
    Column("parent", Integer, comment="number of the one in whose content it lies"),
    Column("source", Key, ForeignKey("sources.key"), nullable=False, comment="who said it"),
    Column("act", Text, nullable=False, comment="what is being done: say, confirm, deny ..."),
    Column("via", Text, nullable=False, comment="named, office, outlet, document, group ..."),
    Column("form", Text, nullable=False, comment="direct, indirect or mixed quotation"),
    Column("standing", Text, comment="on-record, relayed, unnamed or own-voice"),
    Column("hands", SmallInteger, comment="how many stand between reader and source"),
    Column("link", Integer, comment="number of the last link of its chain"),
    Column("probability", Float, nullable=False, comment="that it is right, in [0, 1]"),
    Index("attributions_source", "source"),
    comment="one row a content and who said it",
    sqlite_with_rowid=False,
)

pieces = Table(
    "pieces",
    metadata,
    version(),
    Column(
        "attribution",
        Integer,
        primary_key=True,
        autoincrement=False,
        comment="its number in the version",
    ),
    Column("role", Text, primary_key=True, comment="s source, c cue, q content, k condition"),
    begin(primary=True),
    end(),
    CheckConstraint(text('0 <= "begin" AND "begin" < "end"'), name="pieces_are_spans"),
    comment="one row a stretch of text that is part of an attribution",
    sqlite_with_rowid=False,
)

links = Table(
    "links",
    metadata,
    version(),
    number("counts a version's links from 1"),
    Column("outer", Integer, comment="number of the next link further out, if any"),
    Column("attribution", Integer, comment="whose source it is, if it is one's"),
    Column("name", Text, comment="nothing where it is just that source's, or the words there"),
    Column("via", Text, comment="as in attributions; nothing where it is just that one's"),
    Column("kind", Text, comment="article, credit, translation, signature; else attribution"),
    begin(nullable=True),
    end(nullable=True),
    Column("inferred", Boolean, nullable=False, comment="not said of all of the article"),
    comment="one row somebody through whose hands words of a version came",
    sqlite_with_rowid=False,
)

mentions = Table(
    "mentions",
    metadata,
    version(),
    number("counts a version's names from 1"),
    begin(),
    end(),
    Column("type", Text, nullable=False, comment="PER, ORG or LOC"),
    comment="one row a name in a text",
    sqlite_with_rowid=False,
)

credits = Table(
    "credits",
    metadata,
    version(),
    number("counts a version's credits from 1"),
    Column("kind", Text, nullable=False, comment="agency, original, translation ..."),
    Column("outlet", Text, nullable=False, comment="whom it credits, as written"),
    begin(nullable=True),
    end(nullable=True),
    Column("inferred", Boolean, nullable=False, comment="not said of all of the article"),
    comment="one row a statement of where an article is from; no span: from its markup",
    sqlite_with_rowid=False,
)

timexes = Table(
    "timexes",
    metadata,
    version(),
    number("counts a version's expressions from 1"),
    begin(),
    end(),
    Column("value", Text, nullable=False, comment="EDTF (ISO 8601-2)"),
    Column("kind", Text, nullable=False, comment="date, time, duration, interval or set"),
    comment="one row an expression of time in a text",
    sqlite_with_rowid=False,
)

entity_forms = Table(
    "entity_forms",
    metadata,
    version(),
    Column(
        "form",
        Key,
        ForeignKey("forms.key"),
        primary_key=True,
        autoincrement=False,
        comment="row of `forms`",
    ),
    Column("rule", Text, nullable=False, comment="why it was taken for the entity's"),
    comment="one row a form of an entity's name in a version",
    sqlite_with_rowid=False,
)

vectors = Table(
    "vectors",
    metadata,
    version(),
    Column(
        "contents",
        LargeBinary,
        nullable=False,
        comment="of contents, 4 bits each",
    ),
    Column(
        "own", LargeBinary, nullable=False, comment="of sentences in its own voice, 2 bits each"
    ),
    comment="one row a version: what its statements mean, in 384 dimensions",
)

fetches = Table(
    "fetches",
    metadata,
    Column("url", Text, primary_key=True, comment="as it was asked for"),
    Column("etag", Text, comment="the server's name for this state of the page"),
    Column("last_modified", Text, comment="the server's time for it"),
    Column("fetched_at", Float, nullable=False, comment="seconds since 1970 (UTC)"),
    comment="one row a URL that was fetched, so that it isn't sent again unchanged",
)
