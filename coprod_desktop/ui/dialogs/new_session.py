"""A new session, planned ahead: what it is called, what it is, when."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from coprod_desktop.domain.changes import Changes
from coprod_desktop.errors import UserError
from coprod_desktop.services import group_sessions, groups, sessions
from coprod_desktop.services.groups import GroupLine
from coprod_desktop.ui._forms.new_session import Ui_NewSession
from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.dialogs.session_fields import pick
from coprod_desktop.ui.widgets.dialogs import fit_screen, is_right, take_as_typed
from coprod_desktop.ui.widgets.kept_field import KeptForm


class NewSession(QDialog):
    """Makes the session and opens Get ready; nothing is made until then. What is wrong is said inside the dialog."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._form = form = Ui_NewSession()
        form.setupUi(self)
        self.setObjectName("newSession")
        self.setWindowTitle("A new session")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        form.sessionDate.set_name("sessionDate", form.sessionDateLabel.text())
        form.sessionStart.set_name("sessionStart", form.sessionStartLabel.text())
        form.sessionDateLabel.setBuddy(form.sessionDate.edit)
        form.sessionStartLabel.setBuddy(form.sessionStart.edit)
        form.sessionDate.today = context.desk.today
        form.sessionDate.set_date(context.desk.today())
        pick(form.sessionType, context.desk.content.pick_list("session types"), "listening space")
        fields = {"title": form.sessionTitle, "date": form.sessionDate, "start": form.sessionStart}
        KeptForm(context, self, "session:new", fields)
        self._type_chosen = False
        form.sessionType.activated.connect(self._choose_type)
        form.ofGroup.setAccessibleName(form.ofGroupLabel.text())
        form.ofGroup.setAccessibleDescription(
            "Its members come onto the list, and the place and time of its last session"
        )
        form.ofGroupLabel.setBuddy(form.ofGroup)
        self._offer(())
        context.runner.ask(groups.every, done=self._offer, owner=self)
        form.make.clicked.connect(self._make)
        form.cancel.clicked.connect(self.reject)
        form.sessionTitle.setFocus()
        fit_screen(self, 560, 460)

    def _choose_type(self, _at: int) -> None:
        self._type_chosen = True

    def _offer(self, found: Sequence[GroupLine]) -> None:
        """Offer the groups that are going on; nothing is asked while there is none."""
        form, today = self._form, self._context.desk.today().isoformat()
        going_on = [one for one in found if one.handed_over_on is None and (one.end is None or one.end >= today)]
        form.ofGroup.clear()
        form.ofGroup.addItem("None", None)
        for one in going_on:
            form.ofGroup.addItem(one.name, one.id)
        for part in (form.ofGroup, form.ofGroupLabel):
            part.setVisible(bool(going_on))

    def _make(self) -> None:
        form = self._form
        form.banner.clear()
        title = form.sessionTitle.text().strip()
        if not title:
            form.banner.tell_error(UserError("It has no name yet.", "A few words are enough; you can change them."))
            form.sessionTitle.setFocus()
            return
        if not is_right(form.banner, take_as_typed(form.sessionDate), take_as_typed(form.sessionStart)):
            return
        form.make.setEnabled(False)
        said: dict[str, Any] = {"title": title}
        group: str | None = form.ofGroup.currentData()
        if group is None or self._type_chosen:  # else it is what the group's last session was
            said["type"] = form.sessionType.currentData()
        if group is None or form.sessionStart.time() is not None:
            said["start"] = form.sessionStart.time()
        day = form.sessionDate.date() or self._context.desk.today()
        plan = partial(group_sessions.plan_next, group=group, on=day) if group else partial(sessions.new, date=day)
        self._context.runner.do(plan, **said, done=self._made, failed=self._refused, owner=self)

    def _made(self, made: tuple[str, Changes]) -> None:
        self.accept()
        self._context.open_page("get_ready", made[0])

    def _refused(self, error: UserError) -> None:
        self._form.make.setEnabled(True)
        self._form.banner.tell_error(error)
