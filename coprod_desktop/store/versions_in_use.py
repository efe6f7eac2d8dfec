"""Versions of the libraries that hold the words."""

from __future__ import annotations

import alembic
import sqlalchemy
from sqlcipher3 import dbapi2


def versions() -> dict[str, str]:
    """Return name -> version."""
    return {"SQLAlchemy": sqlalchemy.__version__, "Alembic": alembic.__version__, "SQLite": dbapi2.sqlite_version}
