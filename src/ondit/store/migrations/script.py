"""A step's SQL, written for each database, as statements to run."""

from __future__ import annotations

from importlib.resources import files

from alembic import op
from alembic.config import Config
from alembic.script import ScriptDirectory

END = ";\n"


def run(step: str) -> None:
    """Run the statements of a step, or a part of one, in the database that is being changed."""
    connection = op.get_bind()
    name = f"{step}.{connection.dialect.name}.sql"
    script = (files("ondit.store.migrations.versions") / name).read_text("utf-8")
    for statement in script.split(END):
        if statement.strip():
            connection.exec_driver_sql(statement)


def revisions(config: Config) -> frozenset[str]:
    """Return the names of all steps that this Ondit knows."""
    steps = ScriptDirectory.from_config(config).walk_revisions()
    return frozenset(step.revision for step in steps)
