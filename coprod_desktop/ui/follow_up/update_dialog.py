"""Say how a promise is going: a dated line that is added, never written over."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from coprod_desktop.domain.changes import Changes
from coprod_desktop.domain.words import UPDATE_WORDS, UpdateState
from coprod_desktop.errors import UserError
from coprod_desktop.services import promises
from coprod_desktop.services.promises import PromiseLine
from coprod_desktop.ui._forms.follow_up_update import Ui_FollowUpUpdate
from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.widgets.dialogs import fit_screen, is_right, take_as_typed
from coprod_desktop.ui.widgets.kept_field import KeptForm


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
        for value, shown in UPDATE_WORDS.items():
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
        how, words = UpdateState(ui.how.currentData()), ui.words.toPlainText().strip()
        self._context.runner.do(
            promises.add_update, line.id, on, how, words, done=self._saved, failed=self._refused, owner=self
        )

    def _saved(self, _changes: Changes) -> None:
        self._context.announce("Added.")
        self.accept()

    def _refused(self, error: UserError) -> None:
        self.ui.banner.tell_error(error)
        if not self.ui.words.toPlainText().strip():
            self.ui.words.setFocus()  # a no asks for its reason
