"""Asks who has a sealed line in the organisation's record, since when, and under which reference."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from coprod_desktop.domain.changes import Changes
from coprod_desktop.errors import UserError
from coprod_desktop.services import safeguarding
from coprod_desktop.services.safeguarding import SealedLine
from coprod_desktop.ui._forms.sealed_passed_on import Ui_SealedPassedOn
from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.widgets.dialogs import ShowAll, is_right, take_as_typed
from coprod_desktop.ui.widgets.kept_field import KeptForm


class PassedOnDialog(QDialog):
    """`accepted` means that it is written down."""

    def __init__(self, context: Context, line: SealedLine, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._line = context, line
        self.form = form = Ui_SealedPassedOn()
        form.setupUi(self)
        self.setObjectName("passedOnDialog")
        self.setWindowTitle("It is in the organisation's record")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        form.passedOn.set_name("passedOn", "On which day")
        form.passedOnLabel.setBuddy(form.passedOn.edit)
        form.passedOn.today, form.passedOn.past = context.desk.today, True
        form.passedOn.set_date(line.passed_on_on or context.desk.today())
        form.passedTo.setText(line.passed_on_to or "")
        form.passedReference.setText(line.reference or "")
        fields = {"passed_on_to": form.passedTo, "passed_on_on": form.passedOn, "reference": form.passedReference}
        KeptForm(context, self, f"set_aside:{line.id}", fields, row=line.id)
        form.passedSave.setDefault(True)
        form.passedSave.clicked.connect(self._save)
        form.passedCancel.clicked.connect(self.reject)
        ShowAll(self, form.passedArea, 60)
        form.passedTo.setFocus()

    def _save(self) -> None:
        form = self.form
        form.passedBanner.clear()
        if not is_right(form.passedBanner, take_as_typed(form.passedOn)):
            return
        self._context.runner.do(
            safeguarding.passed_on,
            self._line.id,
            form.passedTo.text(),
            form.passedOn.date() or self._context.desk.today(),
            form.passedReference.text(),
            done=self._saved,
            failed=self._refuse,
            owner=self,
        )

    def _saved(self, _changes: Changes) -> None:
        self.accept()

    def _refuse(self, error: UserError) -> None:
        self.form.passedBanner.tell_error(error)
        (self.form.passedReference if self.form.passedTo.text().strip() else self.form.passedTo).setFocus()
