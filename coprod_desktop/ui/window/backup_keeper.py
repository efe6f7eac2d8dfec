"""Has backups made while people work, and shows at the foot of the window how things stand.

Once the window is open, every ten minutes in which something was written, and when the workspace is closed or locked.
All of it is done aside: no line waits for it, and closing waits a few seconds at most.
"""

from __future__ import annotations

import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QFileDialog

from coprod_desktop.domain.changes import Changes
from coprod_desktop.errors import UserError
from coprod_desktop.services import backups
from coprod_desktop.services.backups import Standing, Why
from coprod_desktop.services.desk import Desk
from coprod_desktop.ui.base.runner import Job, Runner
from coprod_desktop.ui.base.timers import Every
from coprod_desktop.ui.window.shell import Shell
from coprod_desktop.ui.words import backup as words

START_MS, EVERY_MS, LOOK_MS = 4_000, 600_000, 60_000
SETTLED = datetime.timedelta(minutes=2)
"""How old the last backup is before one is made because somebody left Listen: they may be back in a moment."""
CLOSING_MS = 2_500
"""Milliseconds that closing waits at most. What is not done by then is done at the next start."""


class BackupKeeper(QObject):
    """One per opened workspace, until `finish`. `page` is in front, and something was first changed at `changed_at`."""

    def __init__(
        self, shell: Shell, runner: Runner, *, page: str = "", changed_at: datetime.datetime | None = None
    ) -> None:
        super().__init__()  # it outlives a window that goes while it waits
        self._shell, self._runner = shell, runner
        self._changed_at = changed_at
        self._standing: Standing | None = None
        self._page = page
        self._over = self._told = False
        self._timers = [
            Every(partial(self._make_if_changed, Why.WORK), EVERY_MS, self),
            Every(self.look, LOOK_MS, self),
        ]
        for timer in self._timers:
            timer.start()
        QTimer.singleShot(START_MS, self, partial(self._make, Why.START))
        runner.changed.connect(self._changed)
        runner.kept.connect(self.look)
        shell.page_shown.connect(self._page_shown)
        self.look()

    def finish(self) -> None:
        """The workspace is about to be closed: back up what is in no backup, if that takes no longer than people wait."""
        self._over = True
        for timer in self._timers:
            timer.stop()
        desk = self._runner.desk
        if self._changed_at is not None and desk is not None and desk.store.folder.is_dir():
            self._make(Why.CLOSING, closing=True)
            self._runner.wait_aside(CLOSING_MS)
        self.deleteLater()

    # ---- making

    def _changed(self, changes: Changes) -> None:
        self._changed_at = self._changed_at or _now()
        if changes.removed and self._standing is not None and self._standing.second is not None:
            self._runner.aside(_pass_on_gone, owner=self)
        self.show()

    def _make_if_changed(self, why: Why) -> None:
        if self._changed_at is not None:
            self._make(why)

    def _make(self, why: Why, *, closing: bool = False) -> None:
        if self._runner.desk is None or (self._over and not closing):
            return
        self._changed_at = None
        self._runner.aside(partial(_back_up, why), done=self._stands, failed=partial(self._failed, why), owner=self)

    def _failed(self, why: Why, error: UserError) -> None:
        self._changed_at = self._changed_at or _now()
        if self._over:
            return
        if not self._told and why is not Why.CLOSING:
            self._told = True  # once; after that the foot of the window says so
            self._shell.tell(error.what, error.do, "danger")
        self.look()

    # ---- how things stand

    def look(self) -> None:
        """Read how things stand, and show it."""
        if self._runner.desk is not None and not self._over:
            self._runner.aside(_standing, done=self._stands, failed=_unheard, owner=self)

    def _stands(self, standing: Standing) -> None:
        before, self._standing = self._standing, standing
        came = standing.second is not None and standing.second.there
        if came and before is not None and not (before.second is not None and before.second.there):
            self._make(Why.WORK)  # a stick was plugged in
        if standing.changed and self._changed_at is None:
            self._changed_at = _now()
        self.show()

    def show(self) -> None:
        """Say when the last backup was, and the last copy outside this laptop; what is too long ago is marked."""
        if self._standing is not None and not self._over:
            self._shell.status.show_kept(*words.strip(self._standing, self._changed_at, _now()))

    # ---- a second place, asked for once

    def _page_shown(self, key: str) -> None:
        before, self._page = self._page, key
        stands = self._standing
        if before == "settings":
            self.look()
        if before != "listen" or key == "listen" or self._over or stands is None:
            return
        wrote = stands.last is not None or self._changed_at is not None
        if stands.last is None or _now() - stands.last > SETTLED:
            self._make_if_changed(Why.WORK)  # most often the session has ended
        if stands.second is None and not stands.asked and wrote:
            self._standing = None  # read again below: asked from now on
            self._runner.do(_asked, failed=_unheard, done=lambda _none: self.look(), owner=self)
            self._shell.tell(words.OFFER, words.OFFER_MORE, "info", "Choose a place…", self._choose)

    def _choose(self) -> None:
        found = QFileDialog.getExistingDirectory(self._shell, words.WHERE)
        if found and self._runner.desk is not None:
            self._runner.aside(partial(_use, Path(found)), done=self._used, failed=self._shell.fail, owner=self)

    def _used(self, standing: Standing) -> None:
        self._stands(standing)
        self._shell.tell(*words.put_there(standing))


def _back_up(why: Why, desk: Desk, job: Job) -> Standing:
    backups.make_if_changed(desk, why, job.say)
    return backups.standing(desk)


def _pass_on_gone(desk: Desk, _job: Job) -> None:
    backups.pass_on_gone(desk)


def _standing(desk: Desk, _job: Job) -> Standing:
    return backups.standing(desk)


def _use(place: Path, desk: Desk, job: Job) -> Standing:
    backups.choose_second_place(desk, place)
    backups.make_if_changed(desk, Why.ASKED, job.say)
    return backups.standing(desk)


def _asked(desk: Desk) -> None:
    backups.asked_for_second_place(desk)


def _unheard(_error: UserError) -> None:
    """What could not be read or kept now is asked again another time."""


def _now() -> datetime.datetime:
    return datetime.datetime.now().astimezone()
