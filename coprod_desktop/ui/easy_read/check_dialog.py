"""Note that a named group has read the Easy Read paper and found it clear."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from coprod_desktop.domain.changes import Changes
from coprod_desktop.errors import UserError
from coprod_desktop.services.making import easy_read
from coprod_desktop.ui._forms.easy_read_check import Ui_EasyCheckForm
from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.widgets.dialogs import fit_screen, is_right, take_as_typed
from coprod_desktop.ui.widgets.kept_field import KeptForm


class CheckDialog(QDialog):
    """For the paper as it is now (its fingerprint). What is wrong is said inside, and what was typed stays."""

    def __init__(
        self, context: Context, session: str, kind: str, fingerprint: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context, self._session, self._kind, self._fingerprint = context, session, kind, fingerprint
        self.ui = ui = Ui_EasyCheckForm()
        ui.setupUi(self)
        self.setObjectName("easyCheck")
        self.setWindowTitle("A group has checked it")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        ui.on.set_name("on", "On which day")
        ui.onLabel.setBuddy(ui.on.edit)
        ui.on.today, ui.on.past = context.desk.today, True
        ui.on.set_date(context.desk.today())
        KeptForm(context, self, f"easy_check:{session}", {"by": ui.by, "on": ui.on}, session)
        ui.save.clicked.connect(self._save)
        ui.cancel.clicked.connect(self.reject)
        ui.by.returnPressed.connect(self._save)
        ui.by.setFocus()
        fit_screen(self, 560, 440)

    def _save(self) -> None:
        ui = self.ui
        ui.banner.clear()
        if not is_right(ui.banner, take_as_typed(ui.on)):
            return
        on = ui.on.date() or self._context.desk.today()
        self._context.runner.do(
            easy_read.checked, self._session, self._kind, ui.by.text(), on, self._fingerprint,
            done=self._saved, failed=self._refused, owner=self,
        )  # fmt: skip

    def _saved(self, _changes: Changes) -> None:
        self._context.announce("Noted.")
        self.accept()

    def _refused(self, error: UserError) -> None:
        self.ui.banner.tell_error(error)
        self.ui.by.setFocus()
