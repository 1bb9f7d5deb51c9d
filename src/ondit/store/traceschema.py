"""The archive's tables for tracing: what was found, for people who query it, and what is kept so
that no two articles are compared twice."""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    Float,
    Index,
    Integer,
    LargeBinary,
    SmallInteger,
    Table,
    Text,
)

from ondit.store.columns import Key, Moment
from ondit.store.schema import metadata

claims = Table(
    "claims",
    metadata,
    Column("id", Text, primary_key=True, comment="that of the set of its carriers"),
    Column("carriers", Integer, nullable=False, comment="how many articles carry it"),
    Column("outlets", Integer, nullable=False, comment="how many outlets do"),
    Column("languages", Integer, nullable=False, comment="in how many languages"),
    Column("origins", Integer, nullable=False, comment="how many independent origins it has"),
    Column(
        "named", Integer, nullable=False, comment="how many of those are here and name their source"
    ),
    Column("shifts", Integer, nullable=False, comment="how often a retelling changed it"),
    Column("depth", Integer, nullable=False, comment="steps of the longest way from an origin"),
    Column("flags", Text, nullable=False, comment="what to beware of, parted by blanks"),
    Column("began", Moment, comment="when its first carrier was published, in UTC"),
    Column("trail", LargeBinary, nullable=False, comment="all that is known of it, packed"),
    comment="one row a claim: what statements of two articles or more have in common",
)
Index("claims_carried", claims.c.carriers.desc(), claims.c.origins, claims.c.id)

carriers = Table(
    "carriers",
    metadata,
    Column("article", Text, primary_key=True, comment="the article's id"),
    Column(
        "place",
        Integer,
        primary_key=True,
        autoincrement=False,
        comment="which of its statements, from 0",
    ),
    Column("claim", Text, nullable=False, index=True, comment="row of `claims`"),
    comment="one row a statement that carries a claim",
    sqlite_with_rowid=False,
)

origins = Table(
    "origins",
    metadata,
    Column("claim", Text, primary_key=True, comment="row of `claims`"),
    Column("article", Text, primary_key=True, comment="the article's id"),
    Column(
        "place",
        Integer,
        primary_key=True,
        autoincrement=False,
        comment="which of its statements, from 0",
    ),
    Column("sources", Text, nullable=False, comment="who it has it from, parted by semicolons"),
    Column("unnamed", Boolean, nullable=False, comment="whether nobody of them is named"),
    Column("independent", Boolean, nullable=False, comment="no other heard it at that occasion"),
    Column("ghost", Text, comment="an outlet it names that is not in the archive"),
    comment="one row an article that has a claim from its own source",
    sqlite_with_rowid=False,
)

relays = Table(
    "relays",
    metadata,
    Column("child", Text, primary_key=True, comment="id of the article that is made from it"),
    Column(
        "number",
        Integer,
        primary_key=True,
        autoincrement=False,
        comment="counts an article's relays from 1, the likeliest first",
    ),
    Column("parent", Text, index=True, comment="id of the article it is made from, if it is here"),
    Column("outlet", Text, comment="the outlet of that article, or the one that is named"),
    Column("kind", Text, nullable=False, comment="named, copied, translated or linked"),
    Column("probability", Float, nullable=False, comment="that it is right, in [0, 1]"),
    Column("late", Boolean, nullable=False, comment="dated after what is made from it"),
    Column("unordered", Boolean, nullable=False, comment="the dates don't tell which was first"),
    comment="one row an article that another is made from",
    sqlite_with_rowid=False,
)

disputes = Table(
    "disputes",
    metadata,
    Column("one", Text, primary_key=True, comment="an article's id"),
    Column(
        "one_place", Integer, primary_key=True, autoincrement=False, comment="which statement of it"
    ),
    Column("other", Text, primary_key=True, index=True, comment="another article's id"),
    Column(
        "other_place", Integer, primary_key=True, autoincrement=False, comment="which one of that"
    ),
    comment="one row two statements of which one denies or contradicts the other",
    sqlite_with_rowid=False,
)

followed = Table(
    "followed",
    metadata,
    Column("number", Key, primary_key=True, autoincrement=False, comment="never given twice"),
    Column("article", Text, nullable=False, unique=True, comment="the article's id"),
    Column("version", Key, nullable=False, comment="row of `versions` that was compared"),
    Column("text", Text, nullable=False, index=True, comment="digest of that version's text"),
    Column("floor", Integer, nullable=False, comment="how near the last of its nearest is"),
    Column("statements", LargeBinary, nullable=False, comment="which of `vectors` are compared"),
    Column("kept", LargeBinary, nullable=False, comment="what its trails need of it, packed"),
    comment="one row an article that was compared with those before it",
)

pairs = Table(
    "pairs",
    metadata,
    Column("one", Key, primary_key=True, autoincrement=False, comment="row of `followed`"),
    Column("other", Key, primary_key=True, autoincrement=False, index=True, comment="another one"),
    Column("score", Integer, nullable=False, comment="how near they are in meaning"),
    Column("back", Float, nullable=False, comment="probability that one is made from other"),
    Column("forth", Float, nullable=False, comment="probability that other is made from one"),
    Column("bond", LargeBinary, comment="what they have in common, packed; nothing if nothing"),
    comment="one row two articles that were compared",
    sqlite_with_rowid=False,
)

untraced = Table(
    "untraced",
    metadata,
    Column("article", Text, primary_key=True, comment="the article's id"),
    comment="one row an article that came, changed or went since claims were traced",
    sqlite_with_rowid=False,
)

tracing = Table(
    "tracing",
    metadata,
    Column("id", SmallInteger, primary_key=True, autoincrement=False, comment="always 1"),
    Column("models", Text, nullable=False, comment="digest of what comparing depends on"),
    Column("generation", Integer, nullable=False, comment="counts what was written by tracing"),
    Column("last", Key, nullable=False, comment="the last number of `followed` that was given"),
    Column("statements", Integer, nullable=False, comment="how many statements are compared"),
    comment="one row: how far tracing has come",
)
