"""Is every part of a workspace as it was written? And when not: put it right, and say what came back.

A workspace is looked at while nobody has it open (`verify`), or page by page beside whoever works in it (`look_on`).
"""

from __future__ import annotations

import contextlib
import datetime
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from coprod_desktop.domain.counted import counted
from coprod_desktop.errors import DamagedWorkspace, UserError
from coprod_desktop.services import backups as backups_made
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
    salvaged,
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
_AT_ONCE = 512
"""Pages looked at in one go beside whoever works: 5 ms, in which no line is saved."""
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


def look_on(desk: Desk, say: Callable[[float], None] = lambda _part: None) -> Sequence[int]:
    """Look at every page of the open database, a few at a time, beside whoever works. Returns those that are damaged.

    `say` gets how far it is, and may raise to stop.
    """
    found: list[int] = []
    first, more = 1, True
    while more:
        some, more = desk.store.damaged_pages(first, _AT_ONCE)
        found += some
        first += _AT_ONCE
        say(0.0)
    return found


def damaged(found: Sequence[int]) -> DamagedWorkspace:
    """Return what to say of pages that were found damaged while the workspace is open."""
    return DamagedWorkspace(
        f"{counted(len(found), 'part', 'parts')} of this workspace's database {'is' if len(found) == 1 else 'are'} damaged.",
        "Lines are still saved. “Put it right” closes it for a moment, keeps the damaged files, and saves all that can "
        "be read, with the newest backup.",
    )


def news(desk: Desk) -> tuple[str, str] | None:
    """Return what was put right that nobody was told of yet; None when nothing was."""
    kept = desk.store.mended
    if kept is not None:
        return words_of(Salvaged("", kept.kept_in, mended=True))
    with desk.store.read() as connection:
        report = salvaged.untold(connection)
    return words_of(report) if report is not None else None


def news_is_told(desk: Desk) -> None:
    """Somebody was told: it is no news any more."""
    desk.store.mended = None
    with desk.store.write() as tx:
        salvaged.tell(tx.connection)


def told(desk: Desk) -> Salvaged | None:
    """Return the report of when this workspace was put right last."""
    with desk.store.read() as connection:
        return salvaged.report(connection)


def words_of(report: Salvaged) -> tuple[str, str]:
    """Return what came back and what did not, as two sentences for a person: what happened, and what to do."""
    kept = f"The damaged files are kept in the folder {report.kept_in}."
    if report.mended:
        return "A part of this workspace was damaged, and could be put right. Nothing is missing.", kept
    lost = [
        f"{_lines(some.numbers)} of {_day(some.day)} could not be read: {_listed(some.numbers)}"
        for some in report.lines
    ]
    lost += [f"{counted(many, *_NOUNS.get(noun, _OTHER))} could not be read" for noun, many in report.rows.items()]
    copy = [f"{counted(report.rows_from_copy, 'row')} came from the backup {report.from_copy}"] * bool(
        report.rows_from_copy
    )
    names = ", ".join(dict.fromkeys(_NOUNS.get(noun, _OTHER)[1] for noun in report.unsure))
    unsure = [f"Whether some of these are missing, nothing says any more: {names}"] * bool(names)
    undo = [] if report.undo else ["What was done before cannot be undone any more"]
    more = [
        f"{counted(report.nameless, 'session has', 'sessions have')} its lines and a day, and nothing else any more"
    ] * bool(report.nameless)
    more += [
        f"A no may be missing: {counted(report.yeses, 'yes was', 'yeses were')} taken back, to be asked again"
    ] * bool(report.yeses)
    said = ". ".join(
        (*(lost or ["Nothing is missing" if not unsure and not more else ""]), *more, *unsure, *copy, *undo)
    )
    return f"This workspace was damaged, and was put right. {said.lstrip('. ')}.", kept


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
        found.append(FoundWrong(store.DATABASE, f"{many} not as written: {_listed(looked.pages)}.", PUT_RIGHT))
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


# ---- words


_NOUNS = {
    "session": ("session", "sessions"),
    "entry": ("line", "lines"),
    "point": ("point", "points"),
    "person": ("person", "people"),
    "attendance": ("person's part in a session", "people's parts in a session"),
    "promise_update": ("update", "updates"),
    "telling": ("promise on a paper", "promises on a paper"),
    "permission": ("answer about permission", "answers about permission"),
    "revision": ("earlier version", "earlier versions"),
    "need": ("need", "needs"),
    "agenda_item": ("item of an agenda", "items of an agenda"),
    "checklist_item": ("line of a checklist", "lines of a checklist"),
}
_OTHER = ("other row", "other rows")


def _lines(numbers: Sequence[int]) -> str:
    return counted(len(numbers), "line")


def _listed(numbers: Sequence[int]) -> str:
    shown = ", ".join(map(str, numbers[:20]))
    return f"{shown} and {len(numbers) - 20} more" if len(numbers) > 20 else shown


def _day(iso: str) -> str:
    if not iso:
        return "a session that could not be read"
    day = datetime.date.fromisoformat(iso)
    return f"{day.day} {day:%B %Y}"
