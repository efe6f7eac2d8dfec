"""Bring a database to this program's schema: one Alembic chain, the whole of it in one transaction.

The database as it was is backed up first.
"""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable
from pathlib import Path

from sqlalchemy import Engine

from coprod_desktop.store import newer

SCHEMA_VERSION = 12
"""Also in the database as user_version, read before Alembic is imported: most starts need no migration."""
APPLICATION_ID = 0x434F5052  # "COPR"
_KEPT_DAYS = 30
COPYING = "A backup is made first, and looked through."
UPGRADING = "The backup is made. Now every session is brought up to date."
Say = Callable[[str], object]
"""Takes in words what is being done, while somebody waits."""
_ROOM = -128 * 1024
"""KiB of memory for pages while the tables change, so that each is read, decrypted and written once, not a hundred times."""


def copies(database: Path) -> list[Path]:
    """Return the copies that older programs kept before upgrades of a database."""
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


def to_newest(engine: Engine, upto: str = "head", *, first: Callable[[], object] | None = None, say: Say = str) -> None:
    """Upgrade if needed. Raises newer.WORKSPACE for a database of a newer program; nothing is changed then.

    `upto` names an older revision, to make a workspace as an older program left it. `first` is called before anything
    in a database that is there already is changed; `say` hears what is going on.
    """
    with engine.connect() as connection:
        found = connection.exec_driver_sql("pragma user_version").scalar_one()
    if found == SCHEMA_VERSION:
        return
    if found > SCHEMA_VERSION:
        raise newer.WORKSPACE
    if found and first is not None:
        say(COPYING)
        first()
        say(UPGRADING)
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    with engine.begin() as connection:
        connection.exec_driver_sql(f"pragma cache_size = {_ROOM}")
        config.attributes["connection"] = connection
        command.upgrade(config, upto)
        version = SCHEMA_VERSION if upto == "head" else int(upto)
        connection.exec_driver_sql(f"pragma user_version = {version}")
        connection.exec_driver_sql(f"pragma application_id = {APPLICATION_ID}")
