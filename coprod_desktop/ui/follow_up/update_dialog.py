"""Say how a promise is going: a dated line that is added, never written over."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from coprod_desktop.domain.changes import Changes
from coprod_desktop.domain.words import UPDATE_WORDS, EarlierStatus, UpdateState
from coprod_desktop.errors import UserError
from coprod_desktop.services import answers
from coprod_desktop.services.promises import PromiseLine
from coprod_desktop.ui._forms.follow_up_update import Ui_FollowUpUpdate
from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.widgets.dialogs import fit_screen, is_right, take_as_typed
from coprod_desktop.ui.widgets.kept_field import KeptForm

EARLIER_WORDS = {
    EarlierStatus.ON_TRACK: "In hand",
    EarlierStatus.PART_DONE: "Part done",
    EarlierStatus.DONE: "Done",
    EarlierStatus.NOT_DONE: "We did not do this",
    EarlierStatus.WILL_NOT_HAPPEN: "Changed to no",
}
"""What can be said of a promise from an earlier paper; its own list has no dated lines."""


class UpdateDialog(QDialog):
    """For one promise. What is wrong is said inside, and what was typed stays."""

    def __init__(self, context: Context, line: PromiseLine, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._line = context, line
        self.ui = ui = Ui_FollowUpUpdate()
        ui.setupUi(self)
        self.setObjectName("followUpUpdate")
        self.setWindowTitle("How it is going")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        ui.updatePromise.setText(line.what)
        words = UPDATE_WORDS if line.noun == "point" else EARLIER_WORDS
        for value, shown in words.items():
            ui.how.addItem(shown, value)
        ui.on.set_name("on", "On which day")
        ui.onLabel.setBuddy(ui.on.edit)
        ui.on.today, ui.on.past = context.desk.today, True
        ui.on.set_date(context.desk.today())
        ui.save.clicked.connect(self._save)
        ui.cancel.clicked.connect(self.reject)
        KeptForm(context, self, f"update:{line.id}", {"text": ui.words, "on": ui.on}, line.session, line.id)
        ui.how.setFocus()
        fit_screen(self, 560, 560)

    def _save(self) -> None:
        ui, line = self.ui, self._line
        ui.banner.clear()
        if not is_right(ui.banner, take_as_typed(ui.on)):
            return
        on = ui.on.date() or self._context.desk.today()
        how, words = ui.how.currentData(), ui.words.toPlainText().strip()
        if how in (UpdateState.CHANGED_TO_NO, EarlierStatus.WILL_NOT_HAPPEN) and not words:
            self._refused(UserError("A no needs its reason.", "Say why in plain words."))
            ui.words.setFocus()
            return
        runner = self._context.runner
        if line.noun == "point":
            state = UpdateState(how)
            runner.do(
                answers.add_update, line.session, line.id, on, state, words,
                done=self._saved, failed=self._refused, owner=self,
            )  # fmt: skip
        else:
            status = EarlierStatus(how)
            runner.do(
                answers.change_earlier, line.id, status, on, words or None,
                done=self._saved, failed=self._refused, owner=self,
            )  # fmt: skip

    def _saved(self, _changes: Changes) -> None:
        self._context.announce("Added.")
        self.accept()

    def _refused(self, error: UserError) -> None:
        self.ui.banner.tell_error(error)
