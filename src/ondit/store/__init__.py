"""Keeps readings in an archive, an SQLite file or a PostgreSQL database, and finds them again."""

# An archive has these tables, too, whether it is traced or not.
from ondit.store import traceschema as traceschema
