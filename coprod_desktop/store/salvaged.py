"""The report of what came back of a damaged workspace and what did not. It stands in the database, so encrypted."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field

from sqlalchemy import Connection

REPORT = "put right"
"""Under which key of `meta` the newest report stands."""
_TOLD = "put right told"


@dataclass(frozen=True)
class LostLines:
    """Lines of one session that came back from nowhere: its day, and their numbers."""

    day: str
    numbers: tuple[int, ...]


@dataclass(frozen=True)
class Salvaged:
    """What came back and what did not. Kept in the database, so encrypted."""

    at: str
    kept_in: str
    """The folder beside the database with the damaged files."""
    pages: int = 0
    """How many pages could not be read."""
    mended: bool = False
    """Whether all of it could be put right in place: nothing is missing then."""
    from_copy: str | None = None
    """The folder of the copy that was joined with it."""
    rows_from_copy: int = 0
    lines: tuple[LostLines, ...] = ()
    rows: Mapping[str, int] = field(default_factory=dict)
    """Noun -> how many rows came back from nowhere, other than lines."""
    unsure: tuple[str, ...] = ()
    """Nouns of which rows may be missing that no index names any more."""
    nameless: int = 0
    """How many sessions have their lines, and nothing else that is known of them."""
    yeses: int = 0
    """How many answers that allow something were taken back, for a no may be among what is missing."""
    undo: bool = True
    """Whether what was done before can still be undone."""


def keep_meta(connection: Connection, key: str, value: str) -> None:
    """Keep a value in `meta`, in place of what was there."""
    sql = "INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value"
    connection.exec_driver_sql(sql, (key, value))


def write_report(connection: Connection, found: Salvaged) -> None:
    """Keep the report, in place of an older one."""
    keep_meta(connection, REPORT, json.dumps(asdict(found), ensure_ascii=False))


def untold(connection: Connection) -> Salvaged | None:
    """Return the newest report when nobody was told of it yet."""
    told = connection.exec_driver_sql("SELECT value FROM meta WHERE key = ?", (_TOLD,)).scalar()
    found = report(connection)
    return found if found is not None and found.at != told else None


def tell(connection: Connection) -> None:
    """Remember that people were told of the newest report."""
    found = report(connection)
    if found is not None:
        keep_meta(connection, _TOLD, found.at)


def report(connection: Connection) -> Salvaged | None:
    """Return the newest report, if anything was ever put right here."""
    kept = connection.exec_driver_sql("SELECT value FROM meta WHERE key = ?", (REPORT,)).scalar()
    if kept is None:
        return None
    values = json.loads(kept)
    lines = tuple(LostLines(some["day"], tuple(some["numbers"])) for some in values.pop("lines"))
    return Salvaged(**{**values, "lines": lines, "unsure": tuple(values["unsure"])})
