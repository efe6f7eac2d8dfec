"""The session's own facts: what, when, where, whose, who to ask; and who to ring when someone may be at risk."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from coprod_desktop.domain.changes import Changes
from coprod_desktop.domain.record import Session
from coprod_desktop.domain.words import Nation, SessionFormat
from coprod_desktop.errors import UserError
from coprod_desktop.services import sessions
from coprod_desktop.ui._forms.about_session import Ui_AboutSession
from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.dialogs.session_fields import pick
from coprod_desktop.ui.widgets.date_field import DateField, TimeField
from coprod_desktop.ui.widgets.dialogs import fit_screen, is_right, take_as_typed
from coprod_desktop.ui.widgets.kept_field import KeptForm
from coprod_desktop.ui.widgets.text import Words, restyle

_TEXTS = {
    "title": "sessionTitle",
    "place": "place",
    "organisation": "organisation",
    "contact": "contact",
    "lead_name": "leadName",
    "lead_phone": "leadPhone",
}
_DATES = {"date": "sessionDate", "reply_by": "replyBy"}
_TIMES = {"start": "sessionStart", "end": "sessionEnd", "finish_by": "finishBy"}


class AboutSession(QDialog):
    """Saves all that was changed as one step; "Leave it as it was" changes nothing. Use `about_session` to open it."""

    def __init__(self, context: Context, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._session = context, session
        self._form = form = Ui_AboutSession()
        form.setupUi(self)
        self.setObjectName("aboutSession")
        self.setWindowTitle("About this session")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for words in self.findChildren(Words):
            restyle(words)  # the form names their tone after the scroll area has styled them
        self._show()
        names = _TEXTS | _DATES | _TIMES
        fields = {field: getattr(form, name) for field, name in names.items()}
        KeptForm(context, self, f"session:{session.id}", fields, session.id, session.id)
        form.keep.clicked.connect(self._keep)
        form.cancel.clicked.connect(self.reject)
        form.sessionTitle.setFocus()
        fit_screen(self, 760, 700)

    def _show(self) -> None:
        form, session = self._form, self._session
        for field, name in _TEXTS.items():
            self._text(name).setText(getattr(session, field) or "")
        for field, name in _DATES.items():
            date = self._date(name)
            date.today = self._context.desk.today
            date.set_date(getattr(session, field))
        for field, name in _TIMES.items():
            self._time(name).set_time(getattr(session, field))
        for name in (*_DATES.values(), *_TIMES.values()):
            typed = getattr(form, name)
            label = getattr(form, f"{name}Label")
            label.setBuddy(typed.edit)
            typed.set_name(name, label.text())
        pick(form.sessionType, self._context.desk.content.pick_list("session types"), session.type)
        pick(form.sessionFormat, [f.value for f in SessionFormat], session.format, may_be_none=True)
        pick(form.nation, [n.value for n in Nation], session.nation, may_be_none=True)

    def _keep(self) -> None:
        form = self._form
        form.banner.clear()
        typed = [getattr(form, name) for name in (*_DATES.values(), *_TIMES.values())]
        if not is_right(form.banner, *map(take_as_typed, typed)):
            return
        now = self._read()
        if not now["title"]:
            self._refused(UserError("It needs a name.", "A few words are enough. Nothing was changed."))
            form.sessionTitle.setFocus()
            return
        if now["date"] is None:
            self._refused(UserError("It needs a date.", "Nothing was changed."))
            form.sessionDate.edit.setFocus()
            return
        changed = {field: value for field, value in now.items() if value != getattr(self._session, field)}
        if not changed:
            self.reject()
            return
        form.keep.setEnabled(False)
        self._context.runner.do(
            sessions.change, self._session.id, done=self._kept, failed=self._refused, owner=self, **changed
        )

    def _read(self) -> dict[str, Any]:
        form = self._form
        found: dict[str, Any] = {field: self._text(name).text().strip() or None for field, name in _TEXTS.items()}
        found |= {field: self._date(name).date() for field, name in _DATES.items()}
        found |= {field: self._time(name).time() for field, name in _TIMES.items()}
        kind, nation = form.sessionFormat.currentData(), form.nation.currentData()
        found["type"] = form.sessionType.currentData()
        found["format"] = SessionFormat(kind) if kind else None
        found["nation"] = Nation(nation) if nation else None
        return found

    def _kept(self, _changes: Changes) -> None:
        self.accept()
        self._context.refresh_head()

    def _refused(self, error: UserError) -> None:
        self._form.keep.setEnabled(True)
        self._form.banner.tell_error(error)

    def _text(self, name: str) -> QLineEdit:
        field: QLineEdit = getattr(self._form, name)
        return field

    def _date(self, name: str) -> DateField:
        field: DateField = getattr(self._form, name)
        return field

    def _time(self, name: str) -> TimeField:
        field: TimeField = getattr(self._form, name)
        return field


def about_session(context: Context, session: str, parent: QWidget) -> None:
    """Read a session's facts and open the dialog on them."""
    context.runner.ask(
        sessions.one, session, done=lambda found: AboutSession(context, found, parent).open(), owner=parent
    )
