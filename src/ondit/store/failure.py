"""What a database's error means for whoever runs Ondit."""

from __future__ import annotations

from sqlalchemy.exc import DBAPIError

from ondit.errors import ArchiveError

CAUSES = {
    "SQLITE_FULL": ("the disk is full", "make room; what was reported as added is kept"),
    "SQLITE_CANTOPEN": ("cannot be opened", "is there such a folder, and may you write to it?"),
    "SQLITE_NOTADB": ("not an archive", "it is a file of another kind"),
    "SQLITE_READONLY": ("may not be written to", "check its permissions and its folder's"),
    "SQLITE_BUSY": ("another process is writing to it", "try again when that one is done"),
    "SQLITE_LOCKED": ("another process is writing to it", "try again when that one is done"),
    "SQLITE_IOERR": ("cannot be read or written", "check the disk"),
    "SQLITE_CORRUPT": ("damaged", "take a backup, or save what `sqlite3 FILE .recover` finds"),
    "53100": ("the server's disk is full", "make room; what was reported as added is kept"),
    "28": ("the server does not let you in", "check the user and the password"),
    "3D000": ("no such database on the server", "make it with `createdb`"),
    "42501": ("the server does not let you write", "check what the user may do"),
    "25006": ("the server may not be written to", "is it a copy for reading only?"),
    "55P03": ("another process is writing to it", "try again when that one is done"),
}
"""By SQLite's name of the error, or the beginning of PostgreSQL's code for it."""

GONE = ("the server cannot be reached", "is it running? what was reported as added is kept")


def failure(name: str, error: Exception) -> ArchiveError:
    """Return the error that the user of the archive `name` is shown."""
    original = error.orig if isinstance(error, DBAPIError) else error
    code = getattr(original, "sqlite_errorname", None) or getattr(original, "sqlstate", None) or ""
    for known, (what, hint) in CAUSES.items():
        if code.startswith(known):
            return ArchiveError(f"{name}: {what}", hint)
    lost = isinstance(error, DBAPIError) and error.connection_invalidated
    if lost or (not code and type(original).__module__.startswith("psycopg")):
        return ArchiveError(f"{name}: {GONE[0]}", GONE[1])
    reason = " ".join(str(original or error).split())
    return ArchiveError(f"{name}: the database refused", reason)
