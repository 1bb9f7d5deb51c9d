"""The connection to an archive's database: what differs between SQLite and PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from sqlite3 import Connection as SQLite
from sqlite3 import Error as SQLiteError

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError

from ondit.errors import ArchiveError
from ondit.store.failure import failure

SERVERS = ("postgresql", "postgres")
BUSY = 30.0
"""Seconds to wait for another process that is writing; adding an article takes 12 ms."""

PAGE = 1024
"""Bytes of a page of the file. An article's text and vectors fill pages of their own, the last
of them half: with SQLite's usual 4,096 an archive of 700 short articles is a quarter larger."""

LOCK = 0x6F6E6469
"""The number of PostgreSQL's advisory lock that who writes to an archive holds."""


class Database:
    """An archive's database; a transaction is whole or has not been."""

    def __init__(self, where: str | Path, *, create: bool) -> None:
        """Prepare the connection. Raise ArchiveError if there is nothing to connect to."""
        self.url = _url(where)
        self.name = _name(self.url)
        if not (create or _is_server(self.url) or Path(self.name).is_file()):
            raise ArchiveError(f"{self.name}: no such archive", "make one with `ondit add`")
        self.engine = _engine(self.url)

    @property
    def is_server(self) -> bool:
        """Whether it is PostgreSQL."""
        return _is_server(self.url)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Give a connection that sees one state of the archive. Raise ArchiveError."""
        with self._guard(), self.engine.begin() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Give a connection that alone writes; what it wrote is kept if nothing is raised.

        Raise ArchiveError.
        """
        with self._guard(), self.engine.connect() as plain:
            connection = plain.execution_options(ondit_writes=True)
            with connection.begin():
                if self.is_server:
                    connection.execute(text(f"SELECT pg_advisory_xact_lock({LOCK})"))
                yield connection

    def lay_out(self) -> None:
        """Set what a file can be given only while it is empty. Raise ArchiveError."""
        if self.is_server:
            return
        with self._guard(), closing(self.engine.raw_connection()) as connection:
            cursor = connection.cursor()
            cursor.execute(f"PRAGMA page_size = {PAGE}")
            cursor.execute("PRAGMA journal_mode = WAL")

    def compact(self) -> None:
        """Give back the space that a file no longer needs. Raise ArchiveError."""
        if not self.is_server:
            with self._guard(), closing(self.engine.raw_connection()) as connection:
                connection.cursor().execute("VACUUM")

    def close(self) -> None:
        """Let go of the database."""
        self.engine.dispose()

    @contextmanager
    def _guard(self) -> Iterator[None]:
        try:
            yield
        except (DBAPIError, SQLiteError) as error:
            raise failure(self.name, error) from error


def _name(url: URL) -> str:
    """Return the address as a user gave it, without the password."""
    if _is_server(url):
        return url.set(drivername=SERVERS[0]).render_as_string()
    return str(url.database)


def _is_server(url: URL) -> bool:
    return url.get_backend_name() == SERVERS[0]


def _url(where: str | Path) -> URL:
    """Return the URL of a server, or of the file that a path or an sqlite:/// URL names."""
    scheme, rule, rest = str(where).partition("://")
    if not rule or isinstance(where, Path):
        return URL.create("sqlite", database=str(where))
    try:
        if scheme in SERVERS:
            return make_url(f"postgresql+psycopg://{rest}")
        if scheme == "sqlite":
            return make_url(str(where))
    except (ArgumentError, ValueError) as error:
        raise ArchiveError(f"{where}: not the address of an archive", str(error)) from error
    raise ArchiveError(f"{scheme}: not a database that can be an archive", "postgresql or a file")


def _engine(url: URL) -> Engine:
    if _is_server(url):
        return _server(url)
    engine = create_engine(url, connect_args={"timeout": BUSY})
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _server(url: URL) -> Engine:
    try:
        return create_engine(url, pool_pre_ping=True)
    except ModuleNotFoundError as error:
        hint = 'install it with `pip install "ondit[postgres]"`'
        raise ArchiveError("PostgreSQL's client is not installed", hint) from error


def _prepare(connection: SQLite, _: object) -> None:
    # Transactions begin where _begin says so and not where the driver thinks they should.
    connection.isolation_level = None
    connection.execute("PRAGMA foreign_keys = ON")
    # A commit is on the disk, not only with the system, before an article is reported as added:
    # 12 ms an article instead of 8, where reading it takes some hundred.
    connection.execute("PRAGMA synchronous = FULL")


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get("ondit_writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
