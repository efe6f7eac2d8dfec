"""The backups there are, with what is in each; one made now; and a second place for them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from pathlib import Path

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from coprod_desktop.errors import UserError
from coprod_desktop.services import backups
from coprod_desktop.services.backups import ListedBackup, Standing, Why
from coprod_desktop.services.desk import Desk
from coprod_desktop.ui._forms.settings_backups import Ui_SettingsBackups
from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.base.folders import near
from coprod_desktop.ui.base.runner import Job
from coprod_desktop.ui.style import icons
from coprod_desktop.ui.widgets.card import Card
from coprod_desktop.ui.widgets.room import Room
from coprod_desktop.ui.widgets.rows_list import ListRow, RowsList
from coprod_desktop.ui.widgets.show_rows import show_rows
from coprod_desktop.ui.words import backup as words

BUSY = "At work. This can take a minute."


@dataclass(frozen=True)
class BackupsSeen:
    """What the card shows."""

    listed: Sequence[ListedBackup]
    standing: Standing


class BackupsCard(Card):
    """`set_up` once; read when the card is shown. Sticks are slow: all of it is done aside."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", "true")
        self.form = form = Ui_SettingsBackups()
        form.setupUi(self)
        self.setObjectName("backupsCard")
        self._context: Context | None = None
        self._place: Path | None = None
        self._busy = False
        self.list = RowsList[ListedBackup](_row, "backupsList", "Backups, the newest first", with_icons=False)
        Room(self.list, 7)
        place = QVBoxLayout(form.backupsPlace)
        place.setContentsMargins(0, 0, 0, 0)
        place.addWidget(self.list)
        icons.put(form.backupsChoose, "folder")
        form.backupsState.hide()
        form.backupsSecond.hide()
        form.backupsStop.hide()
        form.backupsPlace.hide()
        form.backupsChoose.clicked.connect(self._choose)
        form.backupsStop.clicked.connect(
            lambda: self._do(partial(backups.choose_second_place, place=None), words.STOPPED)
        )
        form.backupsMake.clicked.connect(self._make)
        for before, after in pairwise((form.backupsChoose, form.backupsStop, self.list, form.backupsMake)):
            QWidget.setTabOrder(before, after)

    def set_up(self, context: Context) -> None:
        """Give the card what pages have. Once."""
        self._context = context
        if self.isVisible():
            self._read()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: D102
        super().showEvent(event)
        self._read()

    def _read(self) -> None:
        if self._context is not None:
            self._context.runner.aside(_seen, done=self._show, failed=self._refuse, owner=self)

    def _show(self, seen: BackupsSeen) -> None:
        form, second = self.form, seen.standing.second
        show_rows(self.list, seen.listed)
        form.backupsNone.setVisible(not seen.listed)
        form.backupsPlace.setVisible(bool(seen.listed))
        self._place = second.place if second is not None else None
        form.backupsSecond.show_state(*words.second_place(second))
        form.backupsSecond.show()
        form.backupsStop.setVisible(second is not None)
        form.backupsChoose.setText("Choose another place…" if second is not None else "Keep a second copy elsewhere…")

    # ---- acts

    def _choose(self) -> None:
        if self._busy:
            return
        start = near(self._place) if self._place is not None else Path.home()
        found = QFileDialog.getExistingDirectory(self, words.WHERE, str(start))
        if found:
            self._do(partial(backups.choose_second_place, place=Path(found)), words.CHOSEN, Why.ASKED)

    def _make(self) -> None:
        self._do(_make_one, words.MADE)

    def _do(self, act: Callable[[Desk], object], said: str, then: Why | None = None) -> None:
        if self._context is None or self._busy:
            return
        self._busy = True  # the button stays pressable: one that is switched off loses the focus
        self.form.backupsState.show_state("saving", BUSY)
        self.form.backupsState.show()
        self._context.announce(BUSY)
        self._context.runner.aside(
            partial(_done, act, then), done=partial(self._is_done, said), failed=self._refuse, owner=self
        )

    def _is_done(self, said: str, seen: BackupsSeen) -> None:
        self._show(seen)
        second = seen.standing.second
        wrong = second.wrong if second is not None else None
        self._say("look" if wrong else "done", f"{said} {wrong or ''}".strip())
        if self._context is not None:
            self._context.runner.kept.emit()

    def _refuse(self, error: UserError) -> None:
        self._say("danger", f"{error.what} {error.do}".strip())

    def _say(self, state: str, said: str) -> None:
        self._busy = False
        self.form.backupsState.show_state(state, said)
        self.form.backupsState.show()
        if self._context is not None:
            self._context.announce(said)


def _seen(desk: Desk, _job: Job) -> BackupsSeen:
    return BackupsSeen(backups.listed(desk), backups.standing(desk))


def _done(act: Callable[[Desk], object], then: Why | None, desk: Desk, job: Job) -> BackupsSeen:
    act(desk)
    if then is not None:
        backups.make_if_changed(desk, then, job.say)
    return _seen(desk, job)


def _make_one(desk: Desk) -> None:
    backups.make(desk, Why.ASKED)


def _row(listed: ListedBackup) -> ListRow:
    told = listed.backup.told
    why, where = backups.why_in_words(told), "in the second place" if listed.second else "on this computer"
    return ListRow(listed.id, backups.in_words(told), f"{where} · {why}".strip(" ·").capitalize())
