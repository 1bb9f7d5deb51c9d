"""Keeps readings in an archive, an SQLite file or a PostgreSQL database, and finds them again."""
