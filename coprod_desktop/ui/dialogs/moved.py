"""A session is moved or cancelled, with the reason: it stays in every list and in the log."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from coprod_desktop.domain import dates
from coprod_desktop.domain.changes import Changes
from coprod_desktop.domain.record import Session
from coprod_desktop.domain.words import SessionState
from coprod_desktop.errors import UserError
from coprod_desktop.services import sessions
from coprod_desktop.ui._forms.moved import Ui_Moved
from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.widgets.dialogs import fit_screen, is_right, take_as_typed
from coprod_desktop.ui.widgets.kept_field import KeptForm


class MovedDialog(QDialog):
    """One reason, and a day or none. Use `open_moved` to open it."""

    def __init__(self, context: Context, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._session = context, session
        self.ui = ui = Ui_Moved()
        ui.setupUi(self)
        self.setObjectName("movedDialog")
        self.setWindowTitle("Moved or cancelled")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        ui.movedNow.setText(_now(session))
        ui.movedTo.set_name("movedTo", ui.movedToLabel.text())
        ui.movedTo.today = context.desk.today
        ui.movedToLabel.setBuddy(ui.movedTo.edit)
        ui.why.set_words(session.state_why or "")
        ui.holdIt.setVisible(session.state is SessionState.CANCELLED)
        ui.cancelIt.setVisible(session.state is not SessionState.CANCELLED)
        KeptForm(context, self, f"moved:{session.id}", {"why": ui.why, "to": ui.movedTo}, session.id, session.id)
        ui.moveIt.clicked.connect(self._move)
        ui.cancelIt.clicked.connect(self._cancel)
        ui.holdIt.clicked.connect(self._hold)
        ui.cancel.clicked.connect(self.reject)
        ui.why.setFocus()
        fit_screen(self, 620, 400)

    def _move(self) -> None:
        ui = self.ui
        ui.banner.clear()
        if not is_right(ui.banner, take_as_typed(ui.movedTo)):
            return
        day = ui.movedTo.date()
        if day is None:
            self._refused(UserError("Say to which day it is moved.", "Nothing was changed."))
            ui.movedTo.edit.setFocus()
            return
        self._context.runner.do(
            sessions.move, self._session.id, day, ui.why.words(), done=self._done, failed=self._refused, owner=self
        )

    def _cancel(self) -> None:
        self.ui.banner.clear()
        self._context.runner.do(
            sessions.cancel, self._session.id, self.ui.why.words(), done=self._done, failed=self._refused, owner=self
        )

    def _hold(self) -> None:
        self._context.runner.do(
            sessions.hold_after_all, self._session.id, done=self._done, failed=self._refused, owner=self
        )

    def _done(self, _changes: Changes) -> None:
        self.accept()
        self._context.refresh_head()
        self._context.tell("Written down. It stays in the log, with the reason.", "", "done")

    def _refused(self, error: UserError) -> None:
        self.ui.banner.tell_error(error)


def _now(session: Session) -> str:
    day = dates.full(session.date)
    if session.state is SessionState.CANCELLED:
        return f"“{session.title}” was on {day}, and is cancelled."
    if session.state is SessionState.MOVED and session.moved_from is not None:
        return f"“{session.title}” is on {day}. It was moved from {dates.plain(session.moved_from)}."
    return f"“{session.title}” is on {day}."


def open_moved(context: Context, session: str, parent: QWidget) -> None:
    """Read a session's facts and open the dialog on them."""
    context.runner.ask(
        sessions.one, session, done=lambda found: MovedDialog(context, found, parent).open(), owner=parent
    )
