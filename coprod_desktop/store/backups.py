"""Backups: a second copy of the database, proved to be sound, beside it and in a second place.

Each is a folder that is a whole workspace: the database without a log, its key file, what is gone, and a page that
says what is in it and names nobody. It is made under another name, synced, opened again and looked through, and only
then given its own name: a folder with a proper name is a sound backup.
"""

from __future__ import annotations

import contextlib
import datetime
import hashlib
import itertools
import json
import os
import secrets
import shutil
import threading
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from coprod_desktop.domain import keeping
from coprod_desktop.domain.keeping import GoneMark, Mark
from coprod_desktop.errors import UserError
from coprod_desktop.store import cipher, contents, folder_names, gone_file, key
from coprod_desktop.store.contents import Contents
from coprod_desktop.store.key.files import Standing, read_one

FOLDER, VAULTS = key.BACKUPS, key.FILES
SECOND = "co-production backups"
"""The folder in a second place; in it one of each workspace, named after its key."""
DATABASE, TOLD = "workspace.db", "backup.json"
PART = ".part-"
BEFORE_ERASURE = "erasure"
"""Why a backup was made that goes as soon as the next one is there."""
VERSION = 1
_CHUNK = 1 << 20
_LONGEST = 1 << 14
"""Bytes that are read of a backup's page; it has a few hundred."""
_PAGES_AT_HAND = 32_768
"""KiB. With less, a look through all indexes opens the same pages again and again."""
_LEFT_BEHIND = 3600
"""Seconds after which an unfinished copy in a second place is nobody's any more: another laptop may be at work."""


class NotBackedUp(UserError):
    """No backup came of it. What is in the workspace is as it was."""


@dataclass(frozen=True)
class Told:
    """What backup.json says: nothing of people."""

    version: int
    made_at: str
    """UTC, ISO 8601."""
    why: str
    schema: int
    clock: int
    """The database's hybrid clock."""
    sessions: int
    lines: int
    promises: int
    sha256: str
    """Of workspace.db."""
    bytes: int

    @property
    def at(self) -> datetime.datetime:
        """When it was made, in local time."""
        return datetime.datetime.fromisoformat(self.made_at).astimezone()


@dataclass(frozen=True)
class Backup:
    """A backup that has its proper name."""

    folder: Path
    told: Told

    @property
    def mark(self) -> Mark:
        """What thinning looks at."""
        told = self.told
        return Mark(self.folder.name, told.clock, told.at.date(), told.why == BEFORE_ERASURE)


class Backups:
    """The backups of one workspace. One is made at a time; capture goes on meanwhile."""

    def __init__(self, workspace: Path, raw_key: bytes) -> None:
        self._workspace, self._key = workspace, raw_key
        self._turn = threading.Lock()
        self.place = workspace / FOLDER

    def second(self, place: Path) -> Path:
        """Return where this workspace's backups are in a second place."""
        return place / SECOND / key.check_of(self._key)[:12]

    def make(self, why: str, now: datetime.datetime) -> Backup:
        """Make one and prove it. Raises NotBackedUp; nothing with a proper name is there then."""
        with self._turn:
            try:
                self.place.mkdir(mode=0o700, exist_ok=True)
                clear_parts(self.place)
                return self._make(why, now.astimezone(datetime.UTC))
            except OSError as wrong:
                raise _no_room(wrong) from wrong
            except (cipher.Damaged, dbapi2.Error) as wrong:
                if "full" in str(wrong):
                    raise _no_room(OSError(None, "The disk is full")) from wrong
                raise _not_sound("a part of the database cannot be read") from wrong

    def _make(self, why: str, now: datetime.datetime) -> Backup:
        part = self.place / f"{PART}{secrets.token_hex(4)}"
        part.mkdir(mode=0o700)
        try:
            held = self._copy_database(part / DATABASE)
            self._copy_beside(part)
            prove(part / DATABASE, self._key, held)
            size, digest = (part / DATABASE).stat().st_size, sha256(part / DATABASE)
            counts = {name: getattr(held, name) for name in ("schema", "clock", "sessions", "lines", "promises")}
            made_at = now.isoformat(timespec="seconds")
            told = Told(version=VERSION, made_at=made_at, why=why, sha256=digest, bytes=size, **counts)
            write(part / TOLD, page_of(told))
            folder_names.sync(part)
            return Backup(_take_name(part, self.place, now), told)
        except BaseException:
            shutil.rmtree(part, ignore_errors=True)
            raise

    def _copy_database(self, target: Path) -> Contents:
        """Copy the database as it is at one moment, in one step: in several it would never end beside a writer."""
        with (self._workspace / DATABASE).open("rb") as file:
            salt = file.read(16)
        os.close(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        with (
            contextlib.closing(cipher.connect(self._workspace / DATABASE, self._key)) as live,
            contextlib.closing(cipher.blank(target, self._key, salt)) as copy,
        ):
            live.execute("begin")
            held = contents.of(live)
            live.backup(copy)
            live.execute("rollback")
        with target.open("rb+") as file:
            os.fsync(file.fileno())
        return held

    def _copy_beside(self, part: Path) -> None:
        beside = self._beside()
        for name, data in beside.items():
            write(part / name, data)
        if VAULTS[0] not in beside:  # damaged or lost here: another backup has it
            whole = (vault for _, vault in key.in_backups(self._workspace) if vault["check"] == key.check_of(self._key))
            for vault in itertools.islice(whole, 1):
                key.save(part, vault)

    def _beside(self) -> dict[str, bytes]:
        """Return what stands beside every copy: the key file, if it is this workspace's and whole, and what is gone."""
        found: dict[str, bytes] = {}
        for sheet in (read_one(self._workspace / name) for name in VAULTS):
            whole = sheet.vault if sheet.standing in (Standing.WHOLE, Standing.OLD) else None
            if whole is not None and whole["check"] == key.check_of(self._key):
                found |= dict.fromkeys(VAULTS if not found else (sheet.path.name,), sheet.path.read_bytes())
        with contextlib.suppress(OSError):
            found[gone_file.FILE] = (self._workspace / gone_file.FILE).read_bytes()
        return found

    def copy_to(self, backup: Backup, folder: Path, going: Callable[[float], None] = lambda _part: None) -> Backup:
        """Copy one that is proved to another folder, and compare. Raises NotBackedUp. `going` may raise to stop it."""
        try:
            folder.mkdir(parents=True, exist_ok=True)
            clear_parts(folder, _LEFT_BEHIND)
            part = folder / f"{PART}{secrets.token_hex(4)}"
            part.mkdir(mode=0o700)
            try:
                _copy(backup.folder / DATABASE, part / DATABASE, backup.told.bytes, going)
                for name in (*VAULTS, gone_file.FILE, TOLD):
                    with contextlib.suppress(FileNotFoundError):
                        write(part / name, (backup.folder / name).read_bytes())
                if sha256(part / DATABASE) != backup.told.sha256:
                    raise _not_sound("the copy in the second place is not the same")
                folder_names.sync(part)
                part.rename(folder / backup.folder.name)
                folder_names.sync(folder)
            except BaseException:
                shutil.rmtree(part, ignore_errors=True)
                raise
        except OSError as wrong:
            raise _no_room(wrong) from wrong
        return Backup(folder / backup.folder.name, backup.told)

    def refresh(self, folder: Path) -> None:
        """Bring the key file and what is gone up to date in each backup of a folder, and what is gone beside them.

        So a passphrase that was changed no longer opens older backups, and a recovery code made later does.
        """
        now = self._beside()
        for one in (*(b.folder for b in every(folder)), folder):
            for name, data in now.items():
                if one != folder or (name == gone_file.FILE and folder != self.place):
                    _renew(one / name, data)

    def keep_gone(self, folder: Path) -> None:
        """Put what is gone beside the backups of another place, if that is there."""
        with contextlib.suppress(OSError):
            if folder.is_dir():
                _renew(folder / gone_file.FILE, (self._workspace / gone_file.FILE).read_bytes())

    def thin(self, folder: Path, gone: Iterable[GoneMark], today: datetime.date) -> None:
        """Delete what the rule of domain.keeping lets go. What cannot be deleted goes another time."""
        there = every(folder)
        going = keeping.to_go([one.mark for one in there], gone, today)
        for one in there:
            if one.folder.name in going:
                dying = one.folder.with_name(f"{PART}{one.folder.name}")  # half a backup has no proper name
                with contextlib.suppress(OSError):
                    one.folder.rename(dying)
                    shutil.rmtree(dying)


def every(folder: Path) -> tuple[Backup, ...]:
    """Return the backups of a folder by the database's clock, the newest first."""
    try:
        found = [backup for path in folder.iterdir() if (backup := at(path)) is not None]
    except OSError:
        return ()
    return tuple(sorted(found, key=lambda one: (one.told.clock, one.folder.name), reverse=True))


def at(folder: Path) -> Backup | None:
    """Return the backup that a folder is, None when it is none or says nothing that can be read."""
    if folder.name.startswith(PART):
        return None
    try:
        with (folder / TOLD).open("rb") as file:
            said: dict[str, Any] = json.loads(file.read(_LONGEST))
        told = Told(**{field.name: said[field.name] for field in fields(Told)})
        whole = all(isinstance(getattr(told, f.name), str if f.type == "str" else int) for f in fields(Told))
        told.at  # noqa: B018  # a time that can be read
        check = said.pop("check", None)
        proved = check == _check(said) if check is not None else said == asdict(told) and told.version == VERSION
        return Backup(folder, told) if whole and proved else None
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None


def page_of(told: Told) -> bytes:
    """Return backup.json as it is written."""
    said = asdict(told)
    return json.dumps({**said, "check": _check(said)}, indent=1).encode()


def _check(said: Mapping[str, Any]) -> str:
    """Return what proves that the page is as it was written; one that never had it is known by having nothing else."""
    return hashlib.sha256(json.dumps(said, sort_keys=True).encode()).hexdigest()


def is_whole(backup: Backup) -> bool:
    """Tell whether a backup's database is still the one that was proved, byte for byte."""
    try:
        return sha256(backup.folder / DATABASE) == backup.told.sha256
    except OSError:
        return False


def prove(database: Path, raw_key: bytes, held: Contents | None = None) -> Contents:
    """Open a file of a database that nobody writes to, look at every page, row and index, and count what is in it.

    `held` is what must be in it. Raises NotBackedUp with what is wrong; OSError and Damaged where it cannot be read.
    """
    with contextlib.closing(cipher.unchanging(database, raw_key)) as connection:
        connection.execute(f"pragma cache_size = -{_PAGES_AT_HAND}")
        if wrong := contents.faults(connection):
            raise _not_sound(wrong)
        found = contents.of(connection)
    if held is not None and found != held:
        raise _not_sound("not everything is in it")
    return found


def sha256(path: Path) -> str:
    """Return the SHA-256 of a file, in hex."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def write(path: Path, data: bytes) -> None:
    """Write a small file that only its owner can read, and sync it."""
    with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def clear_parts(folder: Path, older: float = 0) -> None:
    """Take away what was left half done, if it is older than so many seconds."""
    for part in folder.glob(f"{PART}*"):
        with contextlib.suppress(OSError):
            if not older or time.time() - part.stat().st_mtime > older:
                shutil.rmtree(part)


def _renew(path: Path, data: bytes) -> None:
    with contextlib.suppress(OSError):
        if not path.exists() or path.read_bytes() != data:
            new = path.with_name(f"{path.name}.part")
            write(new, data)
            new.replace(path)


def _copy(source: Path, target: Path, size: int, going: Callable[[float], None]) -> None:
    with source.open("rb") as old, open(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as new:
        while data := old.read(_CHUNK):
            new.write(data)
            going(new.tell() / max(size, 1))
        new.flush()
        os.fsync(new.fileno())


def _take_name(part: Path, place: Path, now: datetime.datetime) -> Path:
    name = f"{now:%Y-%m-%dT%H%M%SZ}"
    final, n = place / name, 1
    while final.exists():
        n += 1
        final = place / f"{name}-{n}"
    part.rename(final)
    folder_names.sync(place)
    return final


def _no_room(wrong: OSError) -> NotBackedUp:
    why = wrong.strerror or "it cannot be written"
    return NotBackedUp(f"No backup could be made ({why}).", "What you wrote is saved. Make room, or check the disk.")


def _not_sound(why: str) -> NotBackedUp:
    return NotBackedUp(
        f"No backup could be made: {why}.",
        "The backups made before are kept. Lock the workspace, open it again, and see what it says.",
    )
