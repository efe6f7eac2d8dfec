"""Bring a database to this program's schema: one Alembic chain, the whole of it in one transaction."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Engine

from coprod_desktop.errors import UserError

SCHEMA_VERSION = 2
"""Also in the database as user_version, read before Alembic is imported: most starts need no migration."""
APPLICATION_ID = 0x434F5052  # "COPR"


def to_newest(engine: Engine, upto: str = "head") -> None:
    """Upgrade if needed. Raises UserError for a database of a newer program; nothing is changed then.

    `upto` names an older revision, to make a workspace as an older program left it.
    """
    with engine.connect() as connection:
        found = connection.exec_driver_sql("pragma user_version").scalar_one()
    if found == SCHEMA_VERSION:
        return
    if found > SCHEMA_VERSION:
        raise UserError(
            "A newer version of this program made this workspace.", "Nothing was changed. Use that version."
        )
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, upto)
        version = SCHEMA_VERSION if upto == "head" else int(upto)
        connection.exec_driver_sql(f"pragma user_version = {version}")
        connection.exec_driver_sql(f"pragma application_id = {APPLICATION_ID}")
