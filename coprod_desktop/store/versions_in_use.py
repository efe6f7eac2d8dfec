"""Versions of the libraries that hold the words."""

from __future__ import annotations

import sqlalchemy
from sqlcipher3 import dbapi2


def versions() -> dict[str, str]:
    """Return name -> version."""
    import alembic  # a tenth of a second, and no command but the one that asks has any use for it

    return {"SQLAlchemy": sqlalchemy.__version__, "Alembic": alembic.__version__, "SQLite": dbapi2.sqlite_version}
