"""Versions of the libraries that hold the words."""

from __future__ import annotations

import sqlalchemy
from sqlcipher3 import dbapi2


def versions() -> dict[str, str]:
    """Return name -> version."""
    import alembic  # a tenth of a second, and no command but the one that asks has any use for it

    return {"SQLAlchemy": sqlalchemy.__version__, "Alembic": alembic.__version__, "SQLite": dbapi2.sqlite_version}


def cipher() -> dict[str, str]:
    """Return what SQLCipher says of itself, by the name of its pragma: "cipher_version", "cipher_hmac_algorithm" …"""
    connection = dbapi2.connect(":memory:")
    try:
        connection.execute("pragma key=\"x'" + "00" * 32 + "'\"")
        names = (
            "cipher_version",
            "cipher_provider",
            "cipher_provider_version",
            "cipher_page_size",
            "cipher_hmac_algorithm",
        )
        return {name: str((connection.execute(f"pragma {name}").fetchone() or [""])[0]) for name in names}
    finally:
        connection.close()


def openssl_of_wraps() -> str:
    """Return the version of OpenSSL that locks the key; the database has one of its own."""
    from cryptography.hazmat.backends.openssl import backend

    return (backend.openssl_version_text().split() or ["", ""])[1]
