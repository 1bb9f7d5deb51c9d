"""The archive's tables, each with its comments: for Ondit, and for people who query them."""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
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

from ondit.records import Act, Form, Standing, Via
from ondit.store.columns import Key, Moment, hashed, number, version
from ondit.store.values import Coded, Spans

metadata = MetaData()

versions = Table(
    "versions",
    metadata,
    Column("key", Key, primary_key=True, comment="internal number"),
    Column("article", Text, nullable=False, comment="the article's id, the same in every archive"),
    number("counts an article's versions from 1", primary=False),
    Column("current", Boolean, nullable=False, comment="whether it is the latest"),
    Column("seen", Moment, nullable=False, comment="when it was added (UTC)"),
    Column(
        "hash", LargeBinary, nullable=False, comment="of the text, composed (NFC), blanks collapsed"
    ),
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
    Column("first", Key, nullable=False, comment="key of its first row of `said`"),
    Column("attributions", Integer, nullable=False, comment="how many it has from there on"),
    Column(
        "contents", LargeBinary, nullable=False, comment="vectors of contents, 384 times 2 bits"
    ),
    Column("own", LargeBinary, nullable=False, comment="those of sentences in its own voice"),
    Column("text", Text, nullable=False, comment="the whole text; all offsets point into it"),
    Column("reading", LargeBinary, nullable=False, comment="all else that was found, packed"),
    UniqueConstraint("article", "number"),
    Index("versions_hash", "hash"),
    comment="one row a state of an article's text and what it says about itself",
)
Index("versions_dated", func.coalesce(versions.c.moment, text("''")), versions.c.key)

addresses = Table(
    "addresses",
    metadata,
    Column("url", Text, primary_key=True, comment="normalised: no fragment, no tracking"),
    Column("article", Text, nullable=False, comment="the article's id"),
    comment="one row a URL under which an article was met",
    sqlite_with_rowid=False,
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

said = Table(
    "said",
    metadata,
    Column("key", Key, primary_key=True, autoincrement=False, comment="counts all of an archive"),
    version(primary=False),
    number("counts a version's attributions from 1", primary=False),
    Column("parent", Integer, comment="number of the one in whose content it lies"),
    Column("source", Key, ForeignKey("sources.key"), nullable=False, comment="who said it"),
    Column("act", Coded(Act), nullable=False, comment="what is being done: row of `codes`"),
    Column("via", Coded(Via), nullable=False, comment="what kind of source: row of `codes`"),
    Column("form", Coded(Form), nullable=False, comment="what kind of quotation: row of `codes`"),
    Column("standing", Coded(Standing), comment="what a reader may conclude: row of `codes`"),
    Column("hands", SmallInteger, comment="how many stand between reader and source"),
    Column("probability", Float, nullable=False, comment="that it is right, in [0, 1]"),
    Column("source_at", Spans, comment="where its source stands: begin,end,begin,end"),
    Column("cue_at", Spans, comment="where its cue stands"),
    Column("content_at", Spans, nullable=False, comment="where its content stands"),
    Column("condition_at", Spans, comment="where its condition stands"),
    Column(
        "chain",
        Text,
        comment="who it came through, from the source outward: the number of an attribution of "
        "the same version, minus that of one of its links, or 0 for its outlet",
    ),
    Index("said_source", "source"),
    comment="one row a content and who said it; read the view `attributions`",
)

links = Table(
    "links",
    metadata,
    version(),
    number("counts a version's links from 1"),
    Column("name", Text, nullable=False, comment="as the text names it; empty if it does not"),
    Column("via", Text, nullable=False, comment="named, office, outlet, document, group ..."),
    Column("kind", Text, nullable=False, comment="article, credit, translation, signature ..."),
    Column("begin", Integer, comment="first character of the version's text, from 0"),
    Column("end", Integer, comment="the character after the last"),
    Column("inferred", Boolean, nullable=False, comment="not said of all of the article"),
    comment="one row somebody through whose hands words came who is no attribution's source and "
    "not the article's outlet",
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
    comment="one row a form of an entity's name in a version",
    sqlite_with_rowid=False,
)

codes = Table(
    "codes",
    metadata,
    Column("code", SmallInteger, primary_key=True, autoincrement=False, comment="what `said` has"),
    Column("word", Text, nullable=False, comment="the word that it stands for"),
    comment="one row a word that is kept as a number",
    sqlite_with_rowid=False,
)

fetches = Table(
    "fetches",
    metadata,
    Column("url", Text, primary_key=True, comment="as it was asked for"),
    Column("etag", Text, comment="the server's name for this state of the page"),
    Column("last_modified", Text, comment="the server's time for it"),
    Column("fetched_at", Float, nullable=False, comment="seconds since 1970 (UTC)"),
    comment="one row a URL that was fetched, so that it isn't sent again unchanged",
    sqlite_with_rowid=False,
)
