"""Choose one of many rows by typing a word of it: a point to put lines under, a line that says the same."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QWidget

from coprod_desktop.ui._forms.answer_pick import Ui_Pick
from coprod_desktop.ui.widgets.card_rows import CardRow
from coprod_desktop.ui.widgets.dialogs import fit_screen


class PickDialog(QDialog):
    """Open it with `open()`; `taken` gives the id of the row that was chosen."""

    taken = Signal(str)

    def __init__(self, title: str, rows: Sequence[CardRow], parent: QWidget) -> None:
        super().__init__(parent)
        self.form = form = Ui_Pick()
        form.setupUi(self)
        self.setObjectName("pickDialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        fit_screen(self, 640, 560)
        form.pickHeading.setText(title)
        self._rows = list(rows)
        form.pickWords.textChanged.connect(self._filter)
        form.pickWords.returnPressed.connect(self._take)
        form.pickRows.opened.connect(lambda _row: self._take())
        form.pickTake.clicked.connect(self._take)
        form.pickCancel.clicked.connect(self.reject)
        for push in (form.pickTake, form.pickCancel):
            push.setAutoDefault(False)
        self._filter("")

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: D102
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up) and self.form.pickWords.hasFocus():
            self.form.pickRows.setFocus()
            return
        super().keyPressEvent(event)

    def _filter(self, typed: str) -> None:
        words = typed.casefold().split()
        found = [row for row in self._rows if all(word in row.spoken.casefold() for word in words)]
        self.form.pickRows.show_rows(found)
        if found and not self.form.pickRows.ids():
            self.form.pickRows.choose([found[0].id])
        self.form.pickNothing.setVisible(not found)
        self.form.pickTake.setEnabled(bool(found))

    def _take(self) -> None:
        chosen = self.form.pickRows.ids()
        if chosen:
            self.taken.emit(chosen[0])
            self.accept()
