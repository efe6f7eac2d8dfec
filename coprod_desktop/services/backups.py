"""Backups: made while people work, thinned, copied to a second place, and told of.

What protects what: capture, edits and strikes are each on the disk at once, and a strike is never kept waiting for a
copy. A backup comes first before what changes much at one go: bringing a file in, emptying the Bin, an upgrade.
"""

from __future__ import annotations

import contextlib
import datetime
import json
import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from coprod_desktop.domain import dates, keeping
from coprod_desktop.domain.counted import counted
from coprod_desktop.domain.keeping import Mark
from coprod_desktop.errors import NotOnDisk, UserError
from coprod_desktop.services import keys
from coprod_desktop.services.desk import Desk
from coprod_desktop.store import backups, gone, store
from coprod_desktop.store.backups import Backup, NotBackedUp, Told

_PLACE, _PLACE_AT, _PLACE_HOLDS, _PLACE_WRONG, _WRONG, _ASKED = (
    "second place",
    "second place at",
    "second place holds",
    "second place wrong",
    "backup wrong",
    "second place asked",
)
"""Names of what the workspace remembers."""
_NOTHING_THERE: dict[str, str | None] = {_PLACE_AT: None, _PLACE_HOLDS: None, _PLACE_WRONG: None}
_NEW_CLOCK = 1
"""What the clock of a workspace says that nobody has written in: there is nothing to back up."""
Going = Callable[[float], None]


class Why(StrEnum):
    """Why a backup was made."""

    START = "start"
    WORK = "work"
    CLOSING = "closing"
    IMPORT = "import"
    ERASURE = backups.BEFORE_ERASURE
    UPGRADE = store.BEFORE_UPGRADE
    ASKED = "asked"


WHY = {
    Why.START: "when the program started",
    Why.WORK: "while you worked",
    Why.CLOSING: "when the workspace was closed",
    Why.IMPORT: "before a file was brought in",
    Why.ERASURE: "before the Bin was emptied",
    Why.UPGRADE: "before the program was upgraded",
    Why.ASKED: "when you asked for it",
}


def in_words(told: Told) -> str:
    """Return when a backup was made and what is in it."""
    counts = ((told.sessions, "session"), (told.lines, "line"), (told.promises, "promise"))
    return f"{dates.plain(told.at.date())}, {told.at:%H:%M}: {', '.join(counted(n, one) for n, one in counts)}"


def why_in_words(told: Told) -> str:
    """Return why it was made; "" for a reason of a newer program."""
    return WHY[Why(told.why)] if told.why in set(Why) else ""


@dataclass(frozen=True)
class SecondPlace:
    """Where copies go besides. `at`: when one was put there last, None for never. `wrong`: why the last one was not."""

    place: Path
    at: datetime.datetime | None
    there: bool
    wrong: str | None = None
    same_disk: bool = False
    """Whether it is there, but goes with the laptop: it is on the disk the workspace is on."""


@dataclass(frozen=True)
class Standing:
    """How things stand, for the line at the foot of the window."""

    last: datetime.datetime | None
    changed: bool
    """Whether something was written since."""
    wrong: str | None
    """Why the last backup did not come about, None when it did."""
    second: SecondPlace | None
    asked: bool
    """Whether somebody was asked for a second place."""
    no_code: str | None = None
    """What to say while a recovery code is wanting."""


@dataclass(frozen=True)
class ListedBackup:
    """One backup, as it is listed."""

    backup: Backup
    second: bool
    """Whether it is in the second place."""

    @property
    def id(self) -> str:
        """What tells it from the others in a list."""
        return str(self.backup.folder)


def changed(desk: Desk) -> bool:
    """Tell whether something was written since the newest backup, by the database's clock."""
    if desk.store.read_from is not None:
        return False  # its folder takes nothing
    newest = next(iter(backups.every(desk.store.backups.place)), None)
    return desk.store.clock > _NEW_CLOCK and (newest is None or newest.told.clock != desk.store.clock)


def make(desk: Desk, why: Why, going: Going = lambda _part: None) -> Backup:
    """Make one, prove it, let older ones go, and copy it to the second place if that is there. Raises NotBackedUp."""
    made = _make(desk, why, going)
    copy_on(desk, going)
    return made


def make_if_changed(desk: Desk, why: Why, going: Going = lambda _part: None) -> Backup | None:
    """Do the same if there is something that is in no backup; else only see to the second place."""
    if changed(desk):
        return make(desk, why, going)
    desk.store.backups.refresh(desk.store.backups.place)  # another passphrase is no change of the database
    copy_on(desk, going)
    return None


def before(desk: Desk, why: Why) -> None:
    """Make one before much is changed at one go, if something was written since the last. When it fails, that is told."""
    with contextlib.suppress(NotBackedUp):
        if changed(desk):
            _make(desk, why, lambda _part: None)


def _make(desk: Desk, why: Why, going: Going) -> Backup:
    keeper = desk.store.backups
    try:
        made = keeper.make(why, desk.now())
    except NotBackedUp as wrong:
        _remember(desk, **{_WRONG: wrong.what})
        raise
    going(0)  # the workspace may be closed by now
    if desk.store.remembered(_WRONG) is not None:
        _remember(desk, **{_WRONG: None})
    keeper.refresh(keeper.place)
    _thin(desk, keeper.place)
    return made


def copy_on(desk: Desk, going: Going = lambda _part: None) -> Backup | None:
    """Copy the newest backup to the second place, if that is there and has it not. What goes wrong there is told."""
    chosen, newest = second_place(desk), next(iter(backups.every(desk.store.backups.place)), None)
    if chosen is None or newest is None or not chosen.there:
        return None
    try:
        return _copy(desk, newest, chosen.place, going)
    except NotBackedUp as wrong:
        _remember(desk, **{_PLACE_WRONG: wrong.what})
        return None


def _copy(desk: Desk, backup: Backup, place: Path, going: Going) -> Backup:
    keeper = desk.store.backups
    folder = keeper.second(place)
    copied = backups.at(folder / backup.folder.name) or keeper.copy_to(backup, folder, going)
    keeper.refresh(folder)
    _thin(desk, folder)
    if place == _place(desk):
        marks = [one.mark for one in backups.every(folder)]
        holds = json.dumps([[mark.name, mark.clock, mark.day.isoformat()] for mark in marks])
        _remember(desk, **{_PLACE_AT: desk.now().isoformat(), _PLACE_HOLDS: holds, _PLACE_WRONG: None})
    return copied


def copy_once(desk: Desk, backup: Backup, place: Path) -> Backup:
    """Copy one to a place that is not remembered. Raises NotBackedUp."""
    return _copy(desk, backup, _usable(desk, place), lambda _part: None)


def pass_on_gone(desk: Desk) -> None:
    """Put what was struck beside the backups of the second place, if that is there."""
    chosen = second_place(desk)
    if chosen is not None and chosen.there:
        desk.store.backups.keep_gone(desk.store.backups.second(chosen.place))


def _thin(desk: Desk, folder: Path) -> None:
    with desk.store.read() as connection:
        marks = gone.marks(connection)
    desk.store.backups.thin(folder, marks, desk.today())


# ---- the second place


def second_place(desk: Desk) -> SecondPlace | None:
    """Return where copies go besides, None when nowhere. It is there when this workspace's own folder is in it."""
    place = _place(desk)
    if place is None:
        return None
    at, wrong = desk.store.remembered(_PLACE_AT), desk.store.remembered(_PLACE_WRONG)
    there = desk.store.backups.second(place).is_dir()
    last = datetime.datetime.fromisoformat(at) if at else None
    return SecondPlace(place, last, there, wrong, there and _is_same_disk(desk, place))


def choose_second_place(desk: Desk, place: Path | None) -> None:
    """Have copies put into a folder besides, from now on; None: no longer. Those that are there stay."""
    if place is None:
        _remember(desk, **{_PLACE: None, **_NOTHING_THERE, _ASKED: "yes"})
        return
    usable = _usable(desk, place)
    try:
        desk.store.backups.second(usable).mkdir(parents=True, exist_ok=True)
    except OSError as wrong:
        raise NotBackedUp(
            f"Backups cannot be put into {usable} ({wrong.strerror}).", "Nothing was changed. Choose another folder."
        ) from wrong
    _remember(desk, **{_PLACE: str(usable), **_NOTHING_THERE, _ASKED: "yes"})


def asked_for_second_place(desk: Desk) -> None:
    """Remember that somebody was asked: once is enough."""
    _remember(desk, **{_ASKED: "yes"})


def _is_same_disk(desk: Desk, place: Path) -> bool:
    with contextlib.suppress(OSError):
        return os.stat(place).st_dev == os.stat(desk.store.folder).st_dev
    return False


def _usable(desk: Desk, place: Path) -> Path:
    real = place.expanduser().absolute()
    if real.resolve().is_relative_to(desk.store.folder.resolve()):
        raise UserError("That folder is inside the workspace.", "Choose one on a stick or another disk.")
    return real


def _place(desk: Desk) -> Path | None:
    kept = desk.store.remembered(_PLACE)
    return Path(kept) if kept else None


def _remember(desk: Desk, **said: str | None) -> None:
    with contextlib.suppress(NotOnDisk):  # the same disk, most likely: then it is told by what was to be saved
        desk.store.remember(**said)


# ---- what is told


def listed(desk: Desk) -> Sequence[ListedBackup]:
    """Return the backups of this workspace, the newest first; those beside it before their copies."""
    chosen = second_place(desk)
    folders = [(desk.store.backups.place, False)]
    if chosen is not None and chosen.there:
        folders.append((desk.store.backups.second(chosen.place), True))
    found = [ListedBackup(one, second) for folder, second in folders for one in backups.every(folder)]
    return sorted(found, key=lambda one: (one.backup.told.clock, one.backup.folder.name, not one.second), reverse=True)


def standing(desk: Desk) -> Standing:
    """Return how things stand."""
    newest = max(backups.every(desk.store.backups.place), key=lambda one: one.told.clock, default=None)
    return Standing(
        last=newest.told.at if newest is not None else None,
        changed=changed(desk),
        wrong=desk.store.remembered(_WRONG),
        second=second_place(desk),
        asked=desk.store.remembered(_ASKED) is not None,
        no_code=str(wanting) if (wanting := keys.reminder(desk)) is not None else None,
    )


@dataclass(frozen=True)
class Holding:
    """A backup that holds something, and the day on which it goes at the latest."""

    made: datetime.date
    until: datetime.date
    second: bool


def holding(desk: Desk, created: str) -> Sequence[Holding]:
    """Return the backups that would still hold what was written at a time (as a row tells it) and is struck now.

    Of the second place those are told that were there when it was last.
    """
    struck = gone.mark_of(created, desk.store.clock + 1, desk.today())
    there = json.loads(desk.store.remembered(_PLACE_HOLDS) or "[]")
    second = [Mark(name, clock, datetime.date.fromisoformat(day)) for name, clock, day in there]
    here = [one.mark for one in backups.every(desk.store.backups.place)]
    marks = [*((mark, False) for mark in here), *((mark, True) for mark in second)]
    return [Holding(mark.day, struck.until, second) for mark, second in marks if keeping.holds(mark, struck)]
