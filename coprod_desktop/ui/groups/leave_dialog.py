"""Somebody leaves a group: the day, who takes on what they promised, and a thank-you. Nothing hangs in the air after it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from coprod_desktop.domain.changes import Changes
from coprod_desktop.domain.counted import counted
from coprod_desktop.errors import UserError
from coprod_desktop.services import leaving
from coprod_desktop.services.leaving import Leaving
from coprod_desktop.ui._forms.leaving import Ui_Leaving
from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.groups.own_papers import make_paper
from coprod_desktop.ui.widgets.dialogs import fit_screen, is_right, take_as_typed
from coprod_desktop.ui.widgets.kept_field import KeptForm


def open_leaving(context: Context, member: str, parent: QWidget) -> None:
    """Look at what hangs on somebody, and ask."""

    def ask(found: Leaving) -> None:
        LeaveDialog(context, found, parent).open()

    context.runner.ask(leaving.before, member, done=ask, owner=parent)


class LeaveDialog(QDialog):
    """What is wrong is said inside, and what was typed stays."""

    def __init__(self, context: Context, found: Leaving, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._found = context, found
        self.ui = ui = Ui_Leaving()
        ui.setupUi(self)
        self.setObjectName("leaving")
        self.setWindowTitle("Somebody leaves")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        ui.leavingTitle.setText(f"{found.name} leaves {found.group}")
        ui.leavingNow.setText(_hangs(found))
        ui.leftOn.set_name("leftOn", ui.leftOnLabel.text())
        ui.leftOnLabel.setBuddy(ui.leftOn.edit)
        ui.leftOn.today, ui.leftOn.past = context.desk.today, True
        ui.leftOn.set_date(context.desk.today())
        ui.leftWhy.setAccessibleName(ui.leftWhyLabel.text())
        self._offer_heirs(found)
        fields = {"left_why": ui.leftWhy, "left_on": ui.leftOn, "heir": ui.heir.lineEdit()}
        KeptForm(context, self, f"group_member:{found.member.id}", fields, None, found.member.id)
        ui.leaveIt.clicked.connect(self._leave)
        ui.cancel.clicked.connect(self.reject)
        ui.leftOn.edit.setFocus()
        fit_screen(self, 620, 460)

    def _offer_heirs(self, found: Leaving) -> None:
        heir = self.ui.heir
        heir.setEditable(True)
        heir.setAccessibleName(self.ui.heirLabel.text())
        heir.addItems(["", *found.heirs])
        edit = heir.lineEdit()
        assert edit is not None
        edit.setObjectName("heirEdit")
        edit.setAccessibleName(self.ui.heirLabel.text())
        for widget in (heir, self.ui.heirLabel):
            widget.setVisible(bool(found.promises or found.watches))

    def _leave(self) -> None:
        ui = self.ui
        ui.banner.clear()
        if not is_right(ui.banner, take_as_typed(ui.leftOn)):
            return
        day = ui.leftOn.date() or self._context.desk.today()
        verb = partial(leaving.leave, heir=ui.heir.currentText(), thanked=ui.thanked.isChecked())
        self._context.runner.do(
            verb, self._found.member.id, day, ui.leftWhy.text(), done=self._done, failed=self._refused, owner=self
        )

    def _done(self, _changes: Changes) -> None:
        heir = self.ui.heir.currentText().strip()
        self.accept()
        whose = f"{f'{heir}’s' if heir else 'nobody’s'} now"
        told = " ".join(
            f"{counted(many, *words)} {whose}."
            for many, *words in (
                (len(self._found.promises), "promise is", "promises are"),
                (self._found.watches, "line of the log to keep an eye on is", "lines of the log to keep an eye on are"),
            )
            if many
        )
        page, member = self.parentWidget() or self, self._found.member.id
        make = partial(make_paper, self._context, member, "handover", page)
        what = f"Written down: {self._found.name} left. {told}".strip()
        self._context.tell(what, "", "done", "Make the page that hands over", make)

    def _refused(self, error: UserError) -> None:
        self.ui.banner.tell_error(error)


def _hangs(found: Leaving) -> str:
    told = []
    if found.promises:
        told.append(f"{counted(len(found.promises), 'open promise is', 'open promises are')} theirs.")
    if found.to_look_at:
        told.append(f"{counted(found.to_look_at, 'line of the log is', 'lines of the log are')} in their name.")
    if found.only_chair:
        told.append("Without them nobody chairs the group.")
    return " ".join(told) or "They have no open promise here."
