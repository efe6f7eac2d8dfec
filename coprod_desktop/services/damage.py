"""Is every part of a workspace as it was written? And when not: put it right, and say what came back.

A workspace is looked at while nobody has it open; services.damage_news looks at its pages beside whoever works in it.
"""

from __future__ import annotations

import contextlib
import datetime
import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from coprod_desktop.domain.counted import counted
from coprod_desktop.errors import UserError
from coprod_desktop.services import backups as backups_made
from coprod_desktop.services.damage_news import listed
from coprod_desktop.services.desk import Desk
from coprod_desktop.store import (
    backups,
    cipher,
    contents,
    gone_file,
    health,
    locking,
    put_right,
    reading_only,
    soundness,
    store,
)
from coprod_desktop.store.backups import Backup
from coprod_desktop.store.contents import Contents
from coprod_desktop.store.health import Health
from coprod_desktop.store.key import files
from coprod_desktop.store.key.files import Standing
from coprod_desktop.store.salvaged import LostLines as LostLines
from coprod_desktop.store.salvaged import Salvaged as Salvaged

PUT_RIGHT = "Open the workspace and press “Put it right”; or: coprod-desktop --workspace DIR verify --put-right"
Say = Callable[[float, str], None]


@dataclass(frozen=True)
class FoundWrong:
    """One thing that is not as it should be: in which file or part, what, and what to do."""

    where: str
    what: str
    do: str


@dataclass(frozen=True)
class Verified:
    """What was looked at. Counts are None where the database could not be read."""

    found: tuple[FoundWrong, ...]
    sessions: int | None
    lines: int | None
    promises: int | None
    pages: int

    @property
    def ok(self) -> bool:
        """Whether all is as it was written."""
        return not self.found


_GONE = FoundWrong(
    gone_file.FILE, "The list of what was struck is damaged.", "Open the workspace: it is written again."
)


def verify(folder: Path, secret: str | None, say: Say = lambda _part, _words: None) -> Verified:
    """Look at everything in a workspace that nobody has open: key files, pages, log, rows, search, backups.

    Changes nothing. Raises UserError where there is no workspace, it is open, or the secret is wrong.
    """
    raw, salt = _key(folder, secret)
    with contextlib.ExitStack() as until_the_end:
        own = folder
        if reading_only.takes_writing(folder, store.DATABASE):
            until_the_end.enter_context(locking.held(folder))
        else:
            own = reading_only.copied(folder)
            until_the_end.callback(reading_only.forget, own)
        say(0.1, "Looking at each page")
        looked = health.look(own, raw, salt)
        found = [*_of_keys(folder), *_of_files(looked)]
        counts = None
        if looked.is_sound:
            say(0.4, "Looking at each line, and at search")
            wrong, counts = _of_rows(own, raw)
            found += wrong
        if gone_file.is_damaged(folder, raw):
            found.append(_GONE)
        say(0.8, "Looking at the backups")
        found += _of_backups(folder, raw)
    sessions, lines, promises = (counts.sessions, counts.lines, counts.promises) if counts else (None, None, None)
    return Verified(tuple(found), sessions, lines, promises, looked.many)


def put_it_right(folder: Path, secret: str | bytes | None) -> Salvaged:
    """Put a damaged workspace right that nobody has open. Returns what came back; the damaged files are kept.

    Raises UserError when nothing is damaged, or there is no room for it.
    """
    return _put_right(folder, *_key(folder, secret))


def close_and_put_right(desk: Desk) -> Salvaged:
    """Close an open workspace and put it right. Raises UserError as put_it_right does; it is closed then as well."""
    folder, raw = desk.store.folder, desk.store.raw_key()
    desk.store.close()
    return _put_right(folder, raw, None)


def _put_right(folder: Path, raw: bytes, salt: str | None) -> Salvaged:
    with locking.held(folder):
        health.finish(folder)
        looked = health.look(folder, raw, salt)
        try:
            if looked.is_sound and not _of_rows(folder, raw)[0]:
                raise UserError("Nothing in this workspace is damaged.", "Nothing was changed.")
            return put_right.put_right(folder, raw, looked)
        except OSError as wrong:
            raise UserError(
                f"There is not enough room to put it right, or the folder cannot be written ({wrong.strerror}).",
                "The damaged files are as they were. Make room, then try again.",
            ) from wrong


# ---- what is looked at


def _key(folder: Path, secret: str | bytes | None) -> tuple[bytes, str | None]:
    opened = store.key_of(folder, secret)[1]
    return opened.key, opened.vault.get("salt")


def _of_keys(folder: Path) -> list[FoundWrong]:
    """An older workspace has one key file, without a checksum: it gets both when it is opened."""
    sheets = [files.read_one(folder / name) for name in files.FILES]
    if any(sheet.standing is Standing.OLD for sheet in sheets) or files.alike(sheets):
        return []
    wrong = [sheet for sheet in sheets if sheet.standing is not Standing.WHOLE] or sheets[1:]
    said = {Standing.MISSING: "This key file is missing.", Standing.WHOLE: "The two key files are not the same."}
    again = "Open the workspace: it is written again from the other."
    return [FoundWrong(one.path.name, said.get(one.standing, "This key file is damaged."), again) for one in wrong]


def _of_files(looked: Health) -> list[FoundWrong]:
    found = []
    if looked.pages:
        many = counted(len(looked.pages), "page")
        found.append(FoundWrong(store.DATABASE, f"{many} not as written: {listed(looked.pages)}.", PUT_RIGHT))
    if looked.log.is_damaged:
        lost = "" if looked.log.is_whole else " Something in it cannot be read."
        what = f"The log of what was saved last is damaged; what stands after that can be read.{lost}"
        found.append(FoundWrong(health.LOG, what, PUT_RIGHT))
    return found


def _of_rows(folder: Path, raw: bytes) -> tuple[list[FoundWrong], Contents | None]:
    try:
        connection = cipher.connect(folder / store.DATABASE, raw)
    except cipher.Damaged:
        return [FoundWrong(store.DATABASE, "The database cannot be opened.", PUT_RIGHT)], None
    try:
        wrong = [FoundWrong(store.DATABASE, said, PUT_RIGHT) for said in soundness.complaints(connection)]
        return wrong, None if wrong else contents.of(connection)
    finally:
        connection.close()


def _of_backups(folder: Path, raw: bytes) -> list[FoundWrong]:
    place = folder / backups.FOLDER
    named = sorted(path for path in place.glob("*") if path.is_dir() and not path.name.startswith(backups.PART))
    again = "Make a new one: coprod-desktop --workspace DIR backup"
    found = []
    for path in named:
        copy = backups.at(path)
        if copy is None or not backups.is_whole(copy) or not _is_as_told(copy, raw):
            found.append(FoundWrong(f"{backups.FOLDER}/{path.name}", "This backup is not as it was made.", again))
        beside = [wrong.where for wrong in _of_keys(path)] + [_GONE.where] * gone_file.is_damaged(path, raw)
        found += [FoundWrong(f"{backups.FOLDER}/{path.name}/{name}", "This file is damaged.", again) for name in beside]
    return found


def _is_as_told(copy: Backup, raw: bytes) -> bool:
    """Tell whether a backup is what its page says: what is in it, how large it is, when and why it was made."""
    told = copy.told
    try:
        with contextlib.closing(cipher.unchanging(copy.folder / store.DATABASE, raw)) as connection:
            held = contents.of(connection)
        named = f"{datetime.datetime.fromisoformat(told.made_at):%Y-%m-%dT%H%M%SZ}"
    except (cipher.Damaged, OSError, ValueError):
        return False
    same = all(
        getattr(held, name) == getattr(told, name) for name in ("schema", "clock", "sessions", "lines", "promises")
    )
    size = (copy.folder / store.DATABASE).stat().st_size
    known = told.version == backups.VERSION and told.why in set(backups_made.Why)
    return same and known and size == told.bytes and copy.folder.name.startswith(named)


def as_json(found: Verified) -> str:
    """Return what was found as JSON."""
    rows = [{"where": f.where, "what": f.what, "do": f.do} for f in found.found]
    counts = {"sessions": found.sessions, "lines": found.lines, "promises": found.promises, "pages": found.pages}
    return json.dumps({"ok": found.ok, "found": rows, **counts}, ensure_ascii=False, indent=1)
