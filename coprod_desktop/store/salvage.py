"""A whole database made of what can be read of a damaged one, and of the newest copy where nothing can be read.

A row of the copy comes back only where it may have stood in a part that cannot be read: what was taken out since, or
struck, stays out. Of two versions the newer stands. What lists and search go by is made again.
"""

from __future__ import annotations

import datetime
import shutil
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Table, select, text, update

from coprod_desktop.domain.ids import new_id
from coprod_desktop.store import bin as binned
from coprod_desktop.store import cipher, gone, gone_file, migrate, promises, schema, without_details
from coprod_desktop.store import strike as striking
from coprod_desktop.store.gone import GoneRow
from coprod_desktop.store.pages import PageKeys
from coprod_desktop.store.remains import Place, Places, Remains
from coprod_desktop.store.salvaged import LostLines, Salvaged, keep_meta, write_report
from coprod_desktop.store.store import DATABASE, Store, open_with_key
from coprod_desktop.store.transaction import Transaction
from coprod_desktop.store.trees import Column, Shape, Tree
from coprod_desktop.store.wal import Log

_SEALED = "sqlite_autoindex_set_aside_2"
_PLACE = "ix_permission_place"
_OWN = ("meta", "undo_step", "gone")
"""Tables that are joined in a way of their own."""
Row = dict[str, Any]


def made(
    folder: Path, raw_key: bytes, keys: PageKeys, log: Log, damaged: Path, copy: Path | None, told: Salvaged
) -> Salvaged:
    """Make a whole database in `folder`, which is empty, from a damaged one and a copy. Returns what came back.

    `damaged` is the database file. Raises UserError when what was made is not sound.
    """
    kept = _Copy(copy, folder / "copy", raw_key) if copy is not None else None
    remains = Remains(damaged, keys, log, _shapes(folder / "shapes", "head"), kept.places if kept else {})
    version = remains.version()
    upto = "head" if version is None or not 0 < version < migrate.SCHEMA_VERSION else f"{version:04d}"
    if upto != "head":
        remains = Remains(damaged, keys, log, _shapes(folder / "old shapes", upto), kept.places if kept else {})
    path = folder / DATABASE
    engine = cipher.writer(path, raw_key + keys.salt)
    try:
        migrate.to_newest(engine, upto)
        with engine.begin() as connection:
            _fill(connection, remains)
        migrate.to_newest(engine)
        with engine.begin() as connection:
            _begin_again(connection, kept)
    finally:
        engine.dispose()
    if (beside := damaged.with_name(gone_file.FILE)).exists():
        shutil.copyfile(beside, folder / gone_file.FILE)
    whole = open_with_key(folder, raw_key)
    try:
        return _Joining(whole, remains, kept).done(told)
    finally:
        whole.close()
        if kept is not None:
            kept.store.close()


def _shapes(folder: Path, upto: str) -> Mapping[str, Shape]:
    """Return what rows look like in a version of the schema: by an empty database of that version."""
    folder.mkdir()
    engine = cipher.writer(folder / DATABASE, bytes(32))
    try:
        migrate.to_newest(engine, upto)
        with engine.connect() as connection:
            return {name: Shape(_columns(connection, name)) for name in _tables(connection)}
    finally:
        engine.dispose()
        shutil.rmtree(folder)


def _tables(connection: Connection) -> list[str]:
    names = connection.exec_driver_sql("SELECT name FROM sqlite_schema WHERE type = 'table'").scalars()
    return [name for name in names if "_fts" not in name and name != "alembic_version"]


def _columns(connection: Connection, table: str) -> list[Column]:
    found = connection.exec_driver_sql(f'pragma table_info("{table}")').mappings().all()
    return [
        Column(
            c["name"],
            c["type"],
            not c["notnull"],
            c["dflt_value"] is not None,
            bool(c["pk"]) and c["type"] == "INTEGER",
        )
        for c in found
    ]


def _fill(connection: Connection, remains: Remains) -> None:
    """Put every row that can be read into an empty database, as it was."""
    for name, tree in remains.tables.items():
        if name != "undo_step":
            _put(connection, name, (remains.row(name, number, values) for number, values in sorted(tree.rows.items())))


def _put(connection: Connection, table: str, rows: Iterable[Mapping[str, Any]]) -> int:
    """Insert rows that are not there yet, by their own ids. Returns how many."""
    before = connection.exec_driver_sql(f'SELECT count(*) FROM "{table}"').scalar_one()
    for row in rows:
        names = ", ".join(f'"{name}"' for name in row)
        sql = f'INSERT INTO "{table}" ({names}) VALUES ({", ".join("?" * len(row))}) ON CONFLICT DO NOTHING'
        connection.exec_driver_sql(sql, tuple(row.values()))
    return int(connection.exec_driver_sql(f'SELECT count(*) FROM "{table}"').scalar_one() - before)


class _Copy:
    """The newest copy of the workspace, copied once more: it is brought up to date and what is gone taken out of it."""

    def __init__(self, copy: Path, folder: Path, raw_key: bytes) -> None:
        folder.mkdir()
        for name in (DATABASE, gone_file.FILE):
            if (copy / name).exists():
                shutil.copyfile(copy / name, folder / name)
        engine = cipher.reader(folder / DATABASE, raw_key)
        try:
            with engine.connect() as connection:
                found = connection.exec_driver_sql("SELECT name, type, tbl_name, rootpage FROM sqlite_schema").all()
        finally:
            engine.dispose()
        self.name = copy.name
        self.places: Places = {row[0]: Place(*row[1:]) for row in found if row[1] in ("table", "index")}
        self.store = open_with_key(folder, raw_key)
        with self.store.read() as connection:
            self.gone = gone.every(connection)
            self.clock = int(
                connection.execute(select(schema.meta.c.value).where(schema.meta.c.key == "clock")).scalar_one()
            )

    def rows(self, name: str) -> list[Row]:
        """Return a whole table; in each row `its_number`, by which it stands there."""
        table = schema.META.tables[name]
        number = [] if name in _OWN else [text(f"{_number(table)} AS its_number")]
        with self.store.read() as connection:
            return [dict(row) for row in connection.execute(select(table, *number)).mappings()]

    def obey(self, rows: Sequence[GoneRow], aside: Mapping[str, str]) -> None:
        """Take out what was struck, erased or emptied since, and seal what was sealed."""
        with self.store.write() as tx:
            for row_id, why in aside.items():
                if _has(tx, "entry", row_id):
                    if why == striking.WAITS:
                        striking.strike(tx, row_id, held=True)
                    else:
                        striking.seal(tx, row_id)
            for gone_row in rows:
                if (
                    gone_row.why == gone.EMPTIED
                    and gone_row.noun in binned.NOUNS
                    and _has(tx, gone_row.noun, gone_row.id)
                ):
                    binned.empty(tx, gone_row.noun, gone_row.id)
            gone_file.obey(tx, tuple(rows))


def _has(tx: Transaction, noun: str, row_id: str) -> bool:
    t = schema.META.tables[noun]
    return tx.connection.execute(select(t.c.id).where(t.c.id == row_id)).first() is not None


class _Joining:
    """Joins the copy with what was read, where something is missing, and makes again what is made of rows."""

    def __init__(self, whole: Store, remains: Remains, copy: _Copy | None) -> None:
        self._whole, self._remains, self._copy = whole, remains, copy
        self._is_of_today = remains.version() in (None, migrate.SCHEMA_VERSION)
        self._torn = {name: tree for name, tree in remains.tables.items() if not tree.is_whole}

    def done(self, told: Salvaged) -> Salvaged:
        """Do it. Returns the report, which is in the database too."""
        with self._whole.read() as connection:
            known = gone.every(connection)
            aside = dict(connection.execute(select(schema.set_aside.c.row_id, schema.set_aside.c.why)).all())
        for named, _number in self._remains.entries(_SEALED) if "set_aside" in self._torn else ():
            aside.setdefault(named, striking.RISK)  # which lines are sealed is not lost with their words
        if self._copy is not None:
            known = (*known, *(row for row in self._copy.gone if row.id not in {k.id for k in known}))
            self._copy.obey(known, aside)
        with self._whole.write() as tx:
            from_copy = self._join(tx)
            gone_file.obey(tx, tuple(row for row in known if row.why != gone.EMPTIED))
            gone.add_rows(tx, known)
            undo = self._bring_undo(tx, from_copy)
            nameless = without_details.sessions(tx) if "session" in self._torn else 0
            yeses = without_details.yeses(tx) if self._may_miss_a_no() else 0
            _make_again(tx)
            lines, rows, unsure = self._missing(tx.connection)
            report = asdict(told) | {
                "from_copy": self._copy.name if self._copy else None, "rows_from_copy": from_copy,
                "lines": lines, "rows": rows, "unsure": unsure, "undo": undo, "nameless": nameless, "yeses": yeses,
            }  # fmt: skip
            found = Salvaged(**report)
            write_report(tx.connection, found)
        self._whole.keep_gone()
        self._check()
        return found

    # ---- where something is missing

    def _join(self, tx: Transaction) -> int:
        """Fill what is missing. Returns how many rows the copy gave."""
        connection, from_copy = tx.connection, 0
        if self._is_of_today:
            _put(connection, "permission", self._answers_of_index())
        for name, tree in self._torn.items():
            if name not in schema.META.tables or name in _OWN:
                continue
            older = self._remains.older(name) if self._is_of_today else {}
            _put(connection, name, (self._remains.row(name, n, v) for n, v in older.items() if tree.misses(n)))
            from_copy += _put(connection, name, self._rows_of_copy(connection, name, tree))
            _newer(connection, name, self._rows_of_copy(connection, name, tree))
        self._bring_sealed_words(connection)
        return from_copy

    def _bring_sealed_words(self, connection: Connection) -> None:
        """What is sealed by the file beside the database alone has no words here; the copy may still have them."""
        t = schema.set_aside
        for row in self._copy.rows("set_aside") if self._copy is not None else ():
            kept = {name: row[name] for name in ("row", "why", "created_at")}
            connection.execute(update(t).where(t.c.row_id == row["row_id"], t.c.row.is_(None)).values(kept))

    def _rows_of_copy(self, connection: Connection, name: str, tree: Tree) -> Iterator[Row]:
        if self._copy is None:
            return
        table = schema.META.tables[name]
        taken = {row[0] for row in connection.exec_driver_sql(f'SELECT {_number(table)} FROM "{name}"')}
        away = _aside(connection) if name == "entry" else frozenset()
        for row in self._copy.rows(name):
            number = row.pop("its_number")
            has_place = "seq" in row
            if row.get("id") in away or (has_place and not tree.misses(number)):
                continue
            if has_place and number in taken:
                del row["seq"]
            yield row

    def _answers_of_index(self) -> Iterator[Row]:
        """What people allowed stands in an index as well: a no is not lost with its page."""
        if "permission" not in self._torn:
            return
        clocks = {entry[-1]: entry[0] for entry in self._remains.entries("ix_permission_hlc")}
        for noun, session, row_id, purpose, circle, value, basis, over, own, number in self._remains.entries(_PLACE):
            if self._torn["permission"].misses(number):
                yield {
                    "seq": number, "id": own, "noun": noun, "row_id": row_id, "purpose": purpose, "circle": circle,
                    "value": value, "basis": basis, "over": over, "session_id": session,
                    "hlc": clocks.get(number, 1), "device": self._whole.device,
                }  # fmt: skip

    def _may_miss_a_no(self) -> bool:
        """Tell whether an answer may be lost that neither an index nor a copy has."""
        return "permission" in self._torn and self._copy is None and not self._remains.has_whole(_PLACE)

    def _bring_undo(self, tx: Transaction, from_copy: int) -> bool:
        """What was done before can be undone as long as every row is what it left."""
        if from_copy or self._torn.keys() - {"draft", "meta"}:
            tx.connection.execute(schema.undo_step.delete())
            return False
        steps = self._remains.tables["undo_step"]
        _put(tx.connection, "undo_step", (self._remains.row("undo_step", n, v) for n, v in steps.rows.items()))
        return True

    # ---- what came back from nowhere

    def _missing(self, connection: Connection) -> tuple[tuple[LostLines, ...], dict[str, int], tuple[str, ...]]:
        rows: Counter[str] = Counter()
        unsure: list[str] = []
        for name, tree in self._torn.items():
            table = schema.META.tables.get(name)
            if table is None or "id" not in table.c or name in _OWN:
                continue
            here = set(connection.execute(select(table.c.id)).scalars())
            named = self._remains.entries(f"sqlite_autoindex_{name}_1")
            rows[name] = sum(tree.misses(number) and own not in here for own, number in named)
            if not self._remains.has_whole(f"sqlite_autoindex_{name}_1"):
                unsure.append(name)
        lines = self._missing_lines(connection) if "entry" in self._torn else ()
        rows["entry"] = max(0, rows["entry"] - sum(len(some.numbers) for some in lines))
        return lines, {name: many for name, many in rows.items() if many}, tuple(unsure)

    def _missing_lines(self, connection: Connection) -> tuple[LostLines, ...]:
        e, s = schema.entry, schema.session
        here = {tuple(row) for row in connection.execute(select(e.c.session_id, e.c.n))}
        away = {row.session_key + row.key for row in gone.every(connection)}
        days = {row.id: (row.date, row.key) for row in connection.execute(select(s.c.id, s.c.date, s.c.key))}
        found: dict[str, list[int]] = {}
        for session, n, number in self._remains.entries("ix_entry_number"):
            day, key = days.get(session, (None, ""))
            if self._torn["entry"].misses(number) and (session, n) not in here and f"{key}{n}" not in away:
                found.setdefault(day or "", []).append(n)
        return tuple(LostLines(day, tuple(sorted(numbers))) for day, numbers in sorted(found.items()))

    def _check(self) -> None:
        if wrong := self._whole.complaints():
            raise AssertionError(f"what was put together is not sound: {wrong}")


def _number(table: Table) -> str:
    return "seq" if "seq" in table.c else "rowid"


def _aside(connection: Connection) -> frozenset[str]:
    return frozenset(connection.execute(select(schema.set_aside.c.row_id)).scalars())


def _newer(connection: Connection, name: str, rows: Iterable[Row]) -> None:
    """Where a row came back in an older version, let the newer one of the copy stand."""
    table = schema.META.tables[name]
    if not {"id", "hlc", "updated_at"} <= set(table.c.keys()):
        return
    for row in rows:
        values = {k: v for k, v in row.items() if k not in ("seq", "id")}
        connection.execute(table.update().where(table.c.id == row["id"], table.c.hlc < row["hlc"]), [values])


def _begin_again(connection: Connection, copy: _Copy | None) -> None:
    """The clock never goes back behind anything that is here; a database that was put together is another device."""
    if copy is not None:
        _put(connection, "meta", copy.rows("meta"))
    clocks = [
        connection.exec_driver_sql(f'SELECT max(hlc) FROM "{table.name}"').scalar() or 0
        for table in schema.META.sorted_tables
        if "hlc" in table.c
    ]
    told = connection.exec_driver_sql("SELECT value FROM meta WHERE key = 'clock'").scalar()
    keep_meta(connection, "clock", str(max(int(told or 0), copy.clock if copy else 0, *clocks)))
    keep_meta(connection, "device", new_id())


def _make_again(tx: Transaction) -> None:
    """Make the index of promises again; that of search was made by triggers as the rows came in."""
    points = tx.connection.execute(select(schema.point.c.id)).scalars().all()
    promises.keep_open(tx.connection, points, datetime.date.fromisoformat(tx.today))
