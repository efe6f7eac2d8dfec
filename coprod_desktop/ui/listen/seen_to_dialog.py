"""Beside one line: what was done about an access problem, or how somebody hears back about what was parked."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from coprod_desktop.domain.beginning import beginning
from coprod_desktop.domain.record import Entry
from coprod_desktop.domain.words import EntryKind
from coprod_desktop.errors import UserError
from coprod_desktop.services import capture, seen_to
from coprod_desktop.ui._forms.listen_seen_to import Ui_ListenSeenTo
from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.widgets.dialogs import ShowAll
from coprod_desktop.ui.widgets.kept_field import KeptForm

SHOWN = 400
"""Letters of a long line that are repeated; the whole of it is in the list behind."""


class SeenToDialog(QDialog):
    """Saves by one verb, and says below the fields what is wrong with them."""

    def __init__(self, context: Context, line: Entry, session: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._context, self._line = context, line
        self.form = form = Ui_ListenSeenTo()
        form.setupUi(self)
        self.setObjectName("seenToDialog")
        self._is_access = line.kind is EntryKind.ACCESS_INCIDENT
        title = "What was done about it" if self._is_access else "We have it"
        self.setWindowTitle(title)
        form.seenToTitle.setText(title)
        form.seenToAsk.setText("Read it back to them, word for word:")
        form.seenToWords.setText(f"“{beginning(line.text, SHOWN)}”")
        for part in (form.seenToAsk, form.seenToRead, form.callBackLabel, form.callBack):
            part.setHidden(self._is_access)
        for part in (form.doneAboutLabel, form.doneAbout, form.doneAtLabel, form.doneAt, form.toldLabel, form.told):
            part.setVisible(self._is_access)
        form.seenToWrong.hide()
        form.seenToRead.setChecked(line.checked_with_person)
        form.callBack.setText(line.call_back or "")
        form.doneAbout.setText(line.done_about or line.outcome_note or "")
        form.doneAt.setText(line.done_at or "")
        form.told.setText(line.told or "")
        access = {"done_about": form.doneAbout, "done_at": form.doneAt, "told": form.told}
        fields = access if self._is_access else {"call_back": form.callBack}
        KeptForm(context, self, f"entry:{line.id}", fields, session, line.id)
        form.seenToSave.clicked.connect(self._save)
        form.seenToCancel.clicked.connect(self.reject)
        ShowAll(self, form.seenToArea, 56)
        (form.doneAbout if self._is_access else form.callBack).setFocus()

    def _save(self) -> None:
        form, do = self.form, self._context.runner.do
        if self._is_access:
            done, at, told = form.doneAbout.text(), form.doneAt.text(), form.told.text()
            do(seen_to.done_about, self._line.id, done, at, told, done=self._saved, failed=self._wrong, owner=self)
        else:
            back, read = form.callBack.text(), form.seenToRead.isChecked()
            do(seen_to.park, self._line.id, back, read_back=read, done=self._saved, failed=self._wrong, owner=self)

    def _saved(self, _changes: object) -> None:
        self.accept()

    def _wrong(self, error: UserError) -> None:
        self.form.seenToWrong.show_state("danger", f"{error.what} {error.do}".strip())
        self.form.seenToWrong.show()


def open_seen_to(context: Context, session: str, line_id: str, field: QWidget, page: QWidget) -> None:
    """Open it for a line; `field` has the focus again afterwards."""

    def show(line: Entry) -> None:
        dialog = SeenToDialog(context, line, session, page)
        dialog.finished.connect(lambda _: field.setFocus())
        dialog.open()

    context.runner.ask(capture.one, line_id, done=show, owner=page)
