"""Bring a database to this program's schema: one Alembic chain, the whole of it in one transaction.

The database as it was is kept beside it first, and for a month.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import time
from pathlib import Path

from sqlalchemy import Engine

from coprod_desktop.errors import UserError

SCHEMA_VERSION = 5
"""Also in the database as user_version, read before Alembic is imported: most starts need no migration."""
APPLICATION_ID = 0x434F5052  # "COPR"
_KEPT_DAYS = 30


def copies(database: Path) -> list[Path]:
    """Return the copies that were kept before upgrades of a database."""
    return sorted(database.parent.glob(f"{database.stem}-before-schema-*{database.suffix}"))


def until(copy: Path) -> float:
    """Return the time after which a copy is taken away, when the workspace is opened."""
    return copy.stat().st_mtime + _KEPT_DAYS * 86400


def forget_old_copies(database: Path, now: float | None = None) -> None:
    """Take away copies that are older than a month."""
    for copy in copies(database):
        with contextlib.suppress(OSError):
            if (now or time.time()) > until(copy):
                copy.unlink()


def _keep_copy(engine: Engine, database: Path) -> None:
    with engine.connect() as connection:
        raw = connection.connection.driver_connection
        if raw is not None:
            raw.execute("pragma wal_checkpoint(truncate)").fetchone()
    target = database.with_name(f"{database.stem}-before-schema-{SCHEMA_VERSION}{database.suffix}")
    part = target.with_suffix(".part")
    shutil.copyfile(database, part)
    os.chmod(part, 0o600)
    with part.open("rb+") as file:
        os.fsync(file.fileno())
    part.replace(target)


def to_newest(engine: Engine, upto: str = "head", *, database: Path | None = None) -> None:
    """Upgrade if needed. Raises UserError for a database of a newer program; nothing is changed then.

    `upto` names an older revision, to make a workspace as an older program left it. `database` is the file, of which
    a copy is kept before it is upgraded.
    """
    with engine.connect() as connection:
        found = connection.exec_driver_sql("pragma user_version").scalar_one()
    if found == SCHEMA_VERSION:
        return
    if found > SCHEMA_VERSION:
        raise UserError(
            "A newer version of this program made this workspace.", "Nothing was changed. Use that version."
        )
    if found and database is not None:
        _keep_copy(engine, database)
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
