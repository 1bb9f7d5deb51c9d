"""The columns that several of the archive's tables have."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, ForeignKey, Integer, Text

# SQLite counts rows by a column of the type INTEGER only; 2**31 pieces are too few for a server.
Key = BigInteger().with_variant(Integer(), "sqlite")

# ISO 8601 sorts by its characters, whatever the database's language.
Moment = Text().with_variant(Text(collation="C"), "postgresql")


def version(*, primary: bool = True) -> Column[int]:
    """Return the column that names the version a row belongs to, and goes with."""
    return Column(
        "version",
        Key,
        ForeignKey("versions.key", ondelete="CASCADE"),
        primary_key=primary,
        autoincrement=False,
        nullable=False,
        comment="row of `versions`",
    )


def hashed(identity: str) -> Column[int]:
    """Return a key that is the same in every archive; `identity` is what of."""
    return Column(
        "key", Key, primary_key=True, autoincrement=False, comment=f"63 bits, a hash of {identity}"
    )


def number(comment: str, *, primary: bool = True) -> Column[int]:
    """Return the column that counts what a version has."""
    return Column(
        "number",
        Integer,
        primary_key=primary,
        autoincrement=False,
        nullable=False,
        comment=comment,
    )
