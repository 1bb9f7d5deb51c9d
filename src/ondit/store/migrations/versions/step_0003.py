"""The tables of tracing; all articles of an older archive wait to be traced."""

from __future__ import annotations

from ondit.store.migrations.script import run

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Make the tables, and what notes which articles came, changed and went."""
    run(revision)
