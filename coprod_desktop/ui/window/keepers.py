"""What keeps watch over an open workspace: it begins once the first page has all it asked for, and one can type."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QObject

from coprod_desktop.ui.base.runner import Job, Runner
from coprod_desktop.ui.window.shell import Shell

if TYPE_CHECKING:
    from coprod_desktop.domain.changes import Changes
    from coprod_desktop.services.desk import Desk
    from coprod_desktop.ui.window.backup_keeper import BackupKeeper


class Keepers(QObject):
    """One per opened workspace, until `finish`. `put_right` closes it, puts it right and opens it again."""

    def __init__(self, shell: Shell, runner: Runner, put_right: Callable[[], None], *, backs_up: bool) -> None:
        super().__init__(shell)
        self._shell, self._runner, self._put_right = shell, runner, put_right
        self._desk, self._backs_up = runner.desk, backs_up
        self.backups: BackupKeeper | None = None
        self._page = ""
        self._changed_at: datetime.datetime | None = None
        runner.changed.connect(self._changed)
        shell.page_shown.connect(self._page_shown)
        runner.once_idle(self._load)

    def _changed(self) -> None:
        self._changed_at = self._changed_at or datetime.datetime.now().astimezone()

    def _page_shown(self, key: str) -> None:
        self._page = key

    def _load(self) -> None:
        if shiboken6.isValid(self) and self._is_open():
            self._runner.ask(load, done=lambda _: self._begin(), owner=self)

    def _begin(self) -> None:
        from coprod_desktop.ui.window.damage_keeper import DamageKeeper
        from coprod_desktop.ui.window.kept_offer import KeptOffer
        from coprod_desktop.ui.window.room_keeper import RoomKeeper
        from coprod_desktop.ui.window.typed_offer import TypedOffer

        if not self._is_open():
            return
        KeptOffer(self._shell, self._runner)
        TypedOffer(self._shell, self._runner)
        DamageKeeper(self._shell, self._runner, self._put_right)
        RoomKeeper(self._shell, self._runner)
        self._back_up()
        self._runner.job(_past_their_time, done=self._sweep, owner=self)
        self._runner.ask(_read_rest, owner=self)

    def _sweep(self, found: Sequence[object]) -> None:
        """What has been in the Bin for its time goes for good."""
        if found and self._is_open():
            self._runner.do(_swept, owner=self)

    def _back_up(self) -> None:
        if self._backs_up and self.backups is None:
            from coprod_desktop.ui.window.backup_keeper import BackupKeeper

            self.backups = BackupKeeper(self._shell, self._runner, page=self._page, changed_at=self._changed_at)

    def _is_open(self) -> bool:
        return self._desk is not None and self._runner.desk is self._desk

    def finish(self) -> None:
        """The workspace is about to be closed: what was changed is backed up, however soon that is."""
        if self._changed_at is not None and self._is_open():
            self._back_up()
        self._desk = None
        if self.backups is not None:
            self.backups.finish()
        self.deleteLater()


# services are imported on the worker's thread: the window does not wait for them


def _read_rest(_desk: Desk) -> None:
    from coprod_desktop.services.program import content

    content.read_rest()


def _past_their_time(desk: Desk, _job: Job) -> Sequence[object]:
    from coprod_desktop.services import bin as bin_verbs

    return bin_verbs.due(desk)


def _swept(desk: Desk) -> Changes:
    from coprod_desktop.services import bin as bin_verbs

    return bin_verbs.sweep(desk)


def load(_desk: Desk | None = None) -> None:
    """Load what keeps watch, on the thread that calls: the window does not wait for it."""
    from coprod_desktop.services import damage_news  # noqa: F401
    from coprod_desktop.ui.window import backup_keeper, damage_keeper, kept_offer, room_keeper, typed_offer  # noqa: F401
