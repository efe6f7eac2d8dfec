"""Connections to the encrypted database, and what every one of them must hold true."""

from __future__ import annotations

from enum import Enum
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.dialects import registry
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.engine.interfaces import CompiledCacheType
from sqlalchemy.pool import QueuePool
from sqlalchemy.util import LRUCache
from sqlcipher3 import dbapi2

from coprod_desktop.domain.ids import is_id
from coprod_desktop.errors import UserError

OLDEST_SQLITE = (3, 51, 3)
"""Older ones can corrupt a WAL database on reset."""
_PRAGMAS = (
    "journal_mode=wal",
    "synchronous=full",  # a word shown as saved is on the disk
    "fullfsync=on",  # macOS: fsync alone leaves it in the drive's cache
    "checkpoint_fullfsync=on",
    "foreign_keys=on",
    "cell_size_check=on",
    "trusted_schema=off",
    "secure_delete=on",  # struck words leave no trace in freed pages
    "temp_store=memory",  # nothing readable spills to a temporary file
)


_COMPILED: CompiledCacheType = LRUCache(1_000)
"""Every statement as it was compiled once, for whatever engine comes to it next. Each holds the values that it had then."""


class Dialect(SQLiteDialect_pysqlite):
    """SQLite's own, and every engine's alike: what the reading engine compiled, the writing one need not."""

    supports_statement_cache = True

    def __eq__(self, other: object) -> bool:
        return type(other) is Dialect

    def __hash__(self) -> int:
        return hash(Dialect)


registry.register("sqlite.house", __name__, "Dialect")


def forget_words() -> None:
    """Let go of the statements that hold what people wrote or looked for, now that their workspace is closed."""
    for key in list(_COMPILED):
        compiled: Any = _COMPILED.get(key)
        if compiled is not None and any(_is_words(bind.value) for bind in compiled.cache_key.bindparams):
            _COMPILED.pop(key, None)


def _is_words(value: object) -> bool:
    if isinstance(value, (list, tuple)):
        return any(map(_is_words, value))
    return not (value is None or value == "" or isinstance(value, (int, Enum)) or is_id(value))


class Damaged(Exception):
    """The database cannot be read with a key that is known to be right."""


def writer(path: Path, key: bytes) -> Engine:
    """Return the engine with the only writing connection; its transactions take the write lock at once."""
    return _engine(path, key, "BEGIN IMMEDIATE", 1)


def reader(path: Path, key: bytes) -> Engine:
    """Return an engine for reading; each transaction sees one moment of the database."""
    return _engine(path, key, "BEGIN", 2)


def _engine(path: Path, key: bytes, begin: str, size: int) -> Engine:
    engine = create_engine(
        "sqlite+house://",
        module=dbapi2,
        creator=lambda: connect(path, key),
        poolclass=QueuePool,
        pool_size=size,
        max_overflow=0,
        execution_options={"compiled_cache": _COMPILED},
        hide_parameters=True,  # an error's message would quote what people said
    )

    @event.listens_for(engine, "begin")
    def _begin(connection: Any) -> None:
        connection.exec_driver_sql(begin)

    return engine


def connect(path: Path, key: bytes) -> Any:
    """Open one connection. Raises Damaged when the pages do not fit the key."""
    connection = _keyed(str(path), key)
    try:
        connection.execute("select count(*) from sqlite_master").fetchone()
        for pragma in _PRAGMAS:
            connection.execute(f"pragma {pragma}").fetchone()
    except dbapi2.DatabaseError as wrong:
        connection.close()
        if isinstance(wrong, dbapi2.OperationalError):
            raise
        raise Damaged from wrong
    return connection


def blank(path: Path, key: bytes, salt: bytes) -> Any:
    """Open a connection to fill a new file through, with the salt of another: their pages are sealed alike.

    It keeps no journal and waits for no disk. Who fills the file syncs it, and throws it away when that fails.
    """
    connection = _keyed(str(path), key, salt)
    for pragma in ("journal_mode=off", "synchronous=off"):
        connection.execute(f"pragma {pragma}").fetchone()
    return connection


def unchanging(path: Path, key: bytes) -> Any:
    """Open a connection that reads a file nobody writes to, and leaves nothing beside it. Raises Damaged."""
    connection = _keyed(f"{path.absolute().as_uri()}?mode=ro&immutable=1", key, uri=True)
    try:
        connection.execute("select count(*) from sqlite_master").fetchone()
    except dbapi2.DatabaseError as wrong:
        connection.close()
        raise Damaged from wrong
    return connection


def _keyed(name: str, key: bytes, salt: bytes = b"", *, uri: bool = False) -> Any:
    connection = dbapi2.connect(name, isolation_level=None, check_same_thread=False, timeout=5, uri=uri)
    connection.execute("pragma cipher_log_level=NONE")  # else the C library writes to stderr
    connection.execute(f"pragma key=\"x'{key.hex()}{salt.hex()}'\"")
    return connection


def assert_sound(connection: Any, path: Path) -> None:
    """Refuse to go on when what durability and secrecy rest on is not so. `connection` is a raw one."""
    if dbapi2.sqlite_version_info < OLDEST_SQLITE:
        raise UserError(
            "The database library is too old to be safe.", "Nothing was changed. Install the program again."
        )
    if not connection.execute("pragma cipher_version").fetchone():
        raise UserError("This computer's database library cannot encrypt.", "Nothing was stored. Install it again.")
    wal, synchronous = (connection.execute(f"pragma {p}").fetchone()[0] for p in ("journal_mode", "synchronous"))
    if wal != "wal" or synchronous != 2:
        raise UserError(
            "This folder cannot keep words safely.", "Nothing was stored. Choose a folder on this computer."
        )
    with path.open("rb") as file:
        start = file.read(15)
    if start == b"SQLite format 3":
        raise UserError("The database in this folder is not encrypted.", "It was not opened. Choose another folder.")
