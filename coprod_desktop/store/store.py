"""One open workspace: its lock, its connections, and transactions on them. Nothing outside this package sees SQL."""

from __future__ import annotations

import contextlib
import datetime
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from filelock import FileLock
from sqlalchemy import Connection, Engine, text
from sqlalchemy.exc import DBAPIError
from sqlcipher3 import dbapi2

from coprod_desktop.domain.changes import Changes
from coprod_desktop.domain.ids import new_id
from coprod_desktop.errors import DiskFull, FolderGone, NotOnDisk, ReadOnly, UserError
from coprod_desktop.store import (
    ballast,
    cipher,
    clock,
    gone_file,
    health,
    here,
    key,
    locking,
    migrate,
    pages,
    reading_only,
    undo,
)
from coprod_desktop.store.ground import Ground
from coprod_desktop.store.rescue import Rescue
from coprod_desktop.store.sentences import cannot_write, disk_error, told
from coprod_desktop.store.transaction import Transaction

if TYPE_CHECKING:
    from coprod_desktop.store.backups import Backups

DATABASE = here.DATABASE
VAULT = key.FILES[0]
BEFORE_UPGRADE = "upgrade"
"""Why a backup was made: the program was about to change the tables."""


class Store:
    """An open workspace. Made by open_store; closed once."""

    def __init__(self, folder: Path, lock: FileLock, writer: Engine, reader: Engine, raw_key: bytes) -> None:
        self.folder = folder
        self._lock = lock
        self._writer = writer
        self._reader = reader
        self._key = raw_key
        self._turn = threading.RLock()
        with reader.connect() as connection:
            rows = {row.key: row.value for row in connection.execute(text("SELECT key, value FROM meta"))}
        self._clock = self.clock_at_opening = int(rows["clock"])
        self.device = self._device(rows)
        self.key_news: UserError | None = None
        """What was wrong with the key files when it was opened, to be told once."""
        self.upgraded_from: Path | None = None
        """The backup of how it was, when an older program had left it and it was brought up to date just now."""
        self.read_from: Path | None = None
        """The folder this was copied from, when that takes nothing: it can only be read."""
        self._page_keys: pages.PageKeys | None = None
        self.mended: health.Health | None = None
        """What was put right of the files before it was opened, to be told once."""
        self._ground = Ground(folder / DATABASE)  # after the first look, which begins the log

    def _device(self, meta: dict[str, str]) -> str:
        """Return this laptop's name among others: a new one for a folder that was copied, by the file's own number."""
        number = str((self.folder / DATABASE).stat().st_ino)
        device = meta["device"] if meta.get("file", number) == number else new_id()
        if meta.get("file") != number:
            with self._writer.begin() as connection:
                put = text("INSERT INTO meta (key, value) VALUES (:k, :v) ON CONFLICT (key) DO UPDATE SET value = :v")
                connection.execute(put, [{"k": "file", "v": number}, {"k": "device", "v": device}])
        return device

    @cached_property
    def backups(self) -> Backups:
        """Its backups."""
        return _backups(self.folder, self._key)

    # ---- reading and writing

    @contextlib.contextmanager
    def read(self) -> Iterator[Connection]:
        """Give a connection that sees one moment of the database."""
        with self._told(), self._reader.connect() as connection:
            yield connection

    @contextlib.contextmanager
    def write(self, said: str = "", *, kind: str = "do", reverts: int | None = None) -> Iterator[Transaction]:
        """Give one transaction. `said` is what undo calls it; without it nothing can be undone.

        The result is in Transaction.changes after the block; by then it is on the disk, in the folder it was opened in.
        """
        with self._turn, self._told():
            self._check_takes_writing()
            now = _now()
            ticked = clock.tick(self._clock, int(now.timestamp() * 1000))
            with self._writer.begin() as connection:
                tx = Transaction(connection, ticked, self.device, now)
                yield tx
                changes = tx.close(said, kind, reverts)
            self._clock = ticked
            self._ground.check()
            tx.changes = changes

    def _check_takes_writing(self) -> None:
        if self.read_from is not None:
            raise ReadOnly(self.read_from)

    # ---- undo

    def undo_last(self) -> Changes:
        """Take back the last step. Raises UserError when there is none or it was changed since."""
        with self.read() as connection:
            step = undo.next_undo(connection)
        if step is None:
            raise UserError("There is nothing to undo.", "")
        return self._revert(step, "undo" if step.kind != undo.IMPORT else "undone import")

    def redo_last(self) -> Changes:
        """Bring back the last step that was undone."""
        with self.read() as connection:
            step = undo.next_redo(connection)
        if step is None:
            raise UserError("There is nothing to bring back.", "")
        return self._revert(step, "redo")

    def _revert(self, step: undo.UndoStep, kind: str) -> Changes:
        with self.write(step.said, kind=kind, reverts=step.clock) as tx:
            kept = undo.revert(tx, step.clock)
        return replace(tx.changes, kept=kept)

    # ---- the workspace itself

    def key_file(self) -> key.Vault:
        """Return what the key files say now. Raises UserError."""
        self._ground.check()  # else they could be those of another workspace by now
        return here.keys(self.folder).vault

    def change_key_file(self, change: Callable[[key.Vault, bytes], key.Vault]) -> None:
        """Write what `change` makes of the key file and the key. Raises UserError; the old one holds then."""
        self._check_takes_writing()
        with self._turn:
            changed = change(self.key_file(), self._key)
            try:
                key.save(self.folder, changed)
            except OSError as wrong:
                raise cannot_write(self.folder, wrong) from wrong

    def _heal_key_files(self, found: key.Found, opened: key.Unlocked) -> None:
        salt = pages.salt_of(self.folder / DATABASE)
        with contextlib.suppress(OSError):  # a folder that takes nothing opens all the same
            if salt is not None:
                self.key_news = key.heal(self.folder, found, opened, salt)

    def keep_gone(self) -> None:
        """Keep what was struck or erased beside the database too. What cannot be written is written next time."""
        with self.read() as connection, contextlib.suppress(OSError):
            gone_file.save(self.folder, self._key, connection)

    def obey_gone(self) -> None:
        """Take out what is gone by the file beside the database: this may be an older copy of it."""
        if gone_file.is_damaged(self.folder, self._key):
            self.keep_gone()
        with self.read() as connection:
            missing = gone_file.unknown(connection, gone_file.read(self.folder, self._key))
        if missing:
            with self.write() as tx:
                gone_file.obey(tx, missing)
            self.checkpoint()

    @property
    def clock(self) -> int:
        """The database's clock: another value means that something was changed."""
        return self._clock

    def remember(self, **said: str | None) -> None:
        """Keep something of the program's own in the workspace, beside what people did: the clock does not move."""
        put = text("INSERT INTO meta (key, value) VALUES (:k, :v) ON CONFLICT (key) DO UPDATE SET value = :v")
        self._check_takes_writing()
        with self._turn, self._told(), self._writer.begin() as connection:
            for name, value in said.items():
                if value is None:
                    connection.execute(text("DELETE FROM meta WHERE key = :k"), [{"k": name}])
                else:
                    connection.execute(put, [{"k": name, "v": value}])

    def remembered(self, name: str) -> str | None:
        """Return what is kept by this name, None when nothing is."""
        with self.read() as connection:
            return connection.execute(text("SELECT value FROM meta WHERE key = :k"), {"k": name}).scalar()

    def checkpoint(self) -> None:
        """Move everything from the log into the database file and empty the log."""
        with self._turn, self._told(), self._writer.connect() as connection:
            raw = connection.connection.driver_connection
            if raw is not None:
                raw.execute("pragma wal_checkpoint(truncate)").fetchone()

    def raw_key(self) -> bytes:
        """Return the key, for what is done to the files after they are closed."""
        return self._key

    def rescue_in(self, folder: Path) -> Rescue:
        """Return where words are kept that this workspace's folder will not take, locked with its key."""
        return Rescue(folder, self._key)

    @contextlib.contextmanager
    def _told(self) -> Iterator[None]:
        """Turn what the database library raises into sentences; when the folder is gone, that is what to say."""
        try:
            with told():
                yield
        except NotOnDisk as wrong:
            if not isinstance(wrong, FolderGone):
                self._ground.check()
                wrong.room_made = ballast.give_up(self.folder, is_full=isinstance(wrong, DiskFull))
            raise

    def raw_check(self) -> dict[str, str]:
        """Return what selfcheck reports of the open database: cipher, journal mode, damaged pages."""
        with self._reader.connect() as connection:
            ask: Callable[[str], object] = lambda p: connection.exec_driver_sql(f"pragma {p}").scalar()  # noqa: E731
            return {
                "cipher": str(ask("cipher_version")),
                "journal": str(ask("journal_mode")),
                "damage": str(ask("cipher_integrity_check") or "none"),
            }

    def damaged_pages(self, first: int, many: int) -> tuple[list[int], bool]:
        """Look at some pages of the open database file. Returns those that do not hold, and whether there are more.

        Under the turn of writing: nothing is moved from the log into the file meanwhile. Two thousand take 20 ms.
        """
        database = self.folder / DATABASE
        with self._turn:
            keys = self._page_keys or pages.keys_of(database, self._key)
            self._page_keys = keys
            found = pages.damaged(database, keys, first, many)
            if found:
                self.checkpoint()  # what is newer in the log takes its place
                found = pages.damaged(database, keys, first, many)
            return found, first + many <= pages.count(database)

    def complaints(self, *, pages: bool = True) -> list[str]:
        """Return what is wrong with the open database, looked at as a whole; see soundness.complaints."""
        from coprod_desktop.store import soundness

        with self._turn, self._told(), self._writer.connect() as connection:
            raw = connection.connection.driver_connection
            return soundness.complaints(raw, pages=pages)

    def close(self) -> None:
        """Close the connections, forget the words that went through them, and let go of the lock."""
        with contextlib.suppress(UserError):
            self.checkpoint()
        self._writer.dispose()
        self._reader.dispose()
        cipher.forget_words()
        self._lock.release()
        if self.read_from is not None:
            reading_only.forget(self.folder)


def _now() -> datetime.datetime:
    return datetime.datetime.now().astimezone()


def get_ready() -> None:
    """Load what opening a workspace needs beside this module."""
    from cryptography.hazmat.primitives.ciphers import aead  # noqa: F401
    from cryptography.hazmat.primitives.kdf import hkdf  # noqa: F401
    from sqlalchemy.dialects import sqlite  # noqa: F401


def create(folder: Path, passphrase: str | None) -> None:
    """Make an empty workspace. Raises UserError when one is there already or the folder cannot be written."""
    if here.anything(folder):
        raise UserError(
            f"There is a workspace in {folder} already.", "It was left as it is. Open it, or choose another folder."
        )
    try:
        folder.mkdir(parents=True, exist_ok=True)
        raw, vault = key.make(passphrase)
        with locking.take(folder):
            engine = cipher.writer(folder / DATABASE, raw)
            try:
                migrate.to_newest(engine)
                with engine.begin() as connection:
                    number = str((folder / DATABASE).stat().st_ino)
                    rows = [{"k": "device", "v": new_id()}, {"k": "clock", "v": "1"}, {"k": "file", "v": number}]
                    connection.execute(text("INSERT INTO meta (key, value) VALUES (:k, :v)"), rows)
            finally:
                engine.dispose()
            salt = pages.salt_of(folder / DATABASE)
            key.save(folder, vault if salt is None else {**vault, "salt": salt.hex()})
    except OSError as wrong:
        _unmake(folder)
        raise cannot_write(folder, wrong) from wrong
    except DBAPIError as wrong:
        _unmake(folder)
        raise disk_error(wrong) from wrong


def _unmake(folder: Path) -> None:
    """Take away what a workspace that could not be made left: it would look like one that lost its key."""
    for name in (DATABASE, f"{DATABASE}-wal", f"{DATABASE}-shm", *key.FILES):
        with contextlib.suppress(OSError):
            (folder / name).unlink()


def open_store(folder: Path, secret: str | bytes | None, say: migrate.Say = str) -> Store:
    """Open a workspace; `say` hears what takes long. Raises UserError for each thing that can be wrong; nothing is changed then."""
    found, opened = key_of(folder, secret)
    if not reading_only.takes_writing(folder, DATABASE):
        return _to_read(folder, opened)
    lock = locking.take(folder)
    try:
        mended = health.before_opening(folder, opened.key, opened.vault.get("salt"))
        store = _opened(folder, lock, opened.key, say)
        store.mended = mended
        store._heal_key_files(found, opened)
        return store
    except BaseException:
        lock.release()
        raise


def _backups(folder: Path, raw_key: bytes) -> Backups:
    from coprod_desktop.store.backups import Backups  # the first line typed does not wait for it

    return Backups(folder, raw_key)


def _to_read(folder: Path, opened: key.Unlocked) -> Store:
    """Open a copy of a workspace whose folder takes nothing. It goes when it is closed, and nothing is written in it."""
    copied = reading_only.copied(folder)
    lock = locking.take(copied)
    try:
        health.before_opening(copied, opened.key, opened.vault.get("salt"))
        store = _opened(copied, lock, opened.key)
        store.read_from, store.backups = folder, _backups(folder, opened.key)
        return store
    except BaseException:
        lock.release()
        reading_only.forget(copied)
        raise


def key_of(folder: Path, secret: str | bytes | None) -> tuple[key.Found, key.Unlocked]:
    """Return the key of the workspace in a folder, and what there is of key files. Raises UserError."""
    wrong = here.trouble(folder)
    if wrong is not None:
        raise wrong
    found = here.keys(folder)
    return found, key.unlock(found, secret, lambda raw, vault: here.fits(folder, raw, vault))


def open_with_key(folder: Path, raw: bytes) -> Store:
    """Open a database in a folder that has no key file: one that is being put together, or a copy that is looked at."""
    lock = locking.take(folder)
    try:
        return _opened(folder, lock, raw)
    except BaseException:
        lock.release()
        raise


def _opened(folder: Path, lock: FileLock, raw: bytes, say: migrate.Say = str) -> Store:
    path = folder / DATABASE
    writer, reader = cipher.writer(path, raw), cipher.reader(path, raw)
    try:
        with contextlib.closing(cipher.connect(path, raw)) as connection:
            cipher.assert_sound(connection, path)
        before: list[Path] = []
        first = lambda: before.append(_backups(folder, raw).make(BEFORE_UPGRADE, _now()).folder)  # noqa: E731
        migrate.to_newest(writer, first=first, say=say)
        migrate.forget_old_copies(path)
        opened = Store(folder, lock, writer, reader, raw)
        opened.upgraded_from = next(iter(before), None)
        opened.obey_gone()
        return opened
    except cipher.Damaged as wrong:
        raise health.damaged() from wrong
    except DBAPIError as wrong:
        raise disk_error(wrong) from wrong
    except dbapi2.Error as wrong:
        raise cannot_write(folder, wrong) from wrong
