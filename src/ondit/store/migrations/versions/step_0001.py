"""The tables of the first version."""

from __future__ import annotations

from ondit.store.migrations.script import run

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make all tables, indexes and views."""
    run(revision)
