"""Whether a database is an archive, and of which version; makes or brings it up to date."""

from __future__ import annotations

from importlib.resources import files

from sqlalchemy import Connection, inspect, text

from ondit.errors import ArchiveError
from ondit.late import late
from ondit.store.database import Database
from ondit.store.migrations import HEAD


def prepare(database: Database, *, create: bool) -> None:
    """Make the tables where there are none and `create` says so; bring old ones up to date.

    Raise ArchiveError if it is no archive, or one that a newer Ondit made.
    """
    with database.reading() as connection:
        found = _revision(connection)
    if found == HEAD:
        return
    if found is None and not create:
        raise ArchiveError(f"{database.name}: not an archive", "make one with `ondit add`")
    if found is None:
        database.lay_out()
    with database.writing() as connection:
        # Another process may have done it meanwhile.
        found = _revision(connection)
        if found != HEAD:
            _upgrade(database.name, connection, found)
    if found not in (None, HEAD):
        database.compact()


def _revision(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    found = connection.scalar(text("SELECT version_num FROM alembic_version"))
    return str(found)


def _upgrade(name: str, connection: Connection, found: str | None) -> None:
    config = late("alembic.config", "Config")()
    config.set_main_option("script_location", str(files("ondit.store.migrations")))
    config.attributes["connection"] = connection
    if found and found not in late("ondit.store.migrations.script", "revisions")(config):
        raise ArchiveError(f"{name}: made by a newer Ondit ({found})", "update Ondit")
    if found is None and inspect(connection).get_table_names():
        raise ArchiveError(f"{name}: a database of something else", "give another name")
    late("alembic.command", "upgrade")(config, "head")
