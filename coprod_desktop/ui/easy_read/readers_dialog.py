"""What the reading group said of each sheet, typed back: a key for each mark, and the next sheet comes by itself."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QListWidgetItem, QWidget

from coprod_desktop.domain.changes import Changes
from coprod_desktop.domain.counted import counted
from coprod_desktop.domain.easy_record import EasyMark, ReadersMark
from coprod_desktop.domain.permission import Circle
from coprod_desktop.errors import UserError
from coprod_desktop.publish.own.easy_kit import CHOICES
from coprod_desktop.services.making import easy_kit
from coprod_desktop.ui._forms.easy_readers import Ui_EasyReadersForm
from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.widgets.dialogs import fit_screen
from coprod_desktop.ui.widgets.kept_field import KeptForm

_CALLED = dict(zip(ReadersMark, CHOICES, strict=True))


class ReadersDialog(QDialog):
    """For one kind of paper of a session. What is wrong is said inside, and what was typed stays."""

    def __init__(
        self, context: Context, session: str, kind: str, parent: QWidget | None = None, circle: Circle = Circle.ANYONE
    ) -> None:
        super().__init__(parent)
        self._context, self._session, self._kind, self._circle = context, session, kind, circle
        self._marks: Sequence[EasyMark] = ()
        self.ui = ui = Ui_EasyReadersForm()
        ui.setupUi(self)
        self.setObjectName("easyReaders")
        self.setWindowTitle("What readers said")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        KeptForm(context, self, f"easy_mark:{session} {kind}", {"reader": ui.reader, "words": ui.words}, session)
        for button, said in zip((ui.good, ui.unsure, ui.changeIt), ReadersMark, strict=True):
            button.clicked.connect(partial(self._mark, said))
        ui.takeAway.clicked.connect(self._take_away)
        ui.marks.currentRowChanged.connect(lambda row: ui.takeAway.setEnabled(row >= 0))
        ui.close.clicked.connect(self.reject)
        ui.takeAway.setEnabled(False)
        ui.marks.setMinimumHeight(ui.marks.fontMetrics().height() * 4)
        fit_screen(self, 620, 640)
        context.runner.ask(
            easy_kit.sheets, session, kind, circle, done=self._show_sheets, failed=self._refused, owner=self
        )
        self._read()

    def _show_sheets(self, titles: Sequence[str]) -> None:
        self.ui.sheet.addItems(list(titles))

    def _read(self) -> None:
        self._context.runner.ask(
            easy_kit.marks, self._session, self._kind, done=self._show, failed=self._refused, owner=self
        )

    def _show(self, marks: Sequence[EasyMark]) -> None:
        ui, self._marks = self.ui, marks
        ui.marks.clear()
        for one in marks:
            said = ". ".join(filter(None, (f"Sheet {one.page}: {_CALLED[one.mark]}", one.words, one.reader)))
            ui.marks.addItem(QListWidgetItem(said))
        change = easy_kit.to_change(marks)
        look = f"{counted(change, 'sheet')} to look at again." if change else "Nobody asked for a change."
        ui.sum.setText(f"{counted(len(marks), 'mark')}. {look}" if marks else "No marks yet.")

    def _mark(self, said: ReadersMark) -> None:
        ui = self.ui
        ui.banner.clear()
        self._context.runner.do(
            partial(easy_kit.mark, words=ui.words.text(), reader=ui.reader.text()),
            self._session, self._kind, ui.sheet.currentIndex() + 1, said,
            done=self._marked, failed=self._refused, owner=self,
        )  # fmt: skip

    def _marked(self, _changes: Changes) -> None:
        ui = self.ui
        ui.words.clear()
        if ui.sheet.currentIndex() + 1 < ui.sheet.count():
            ui.sheet.setCurrentIndex(ui.sheet.currentIndex() + 1)
        self._context.announce(f"Saved. {ui.sheet.currentText()}")
        self._read()

    def _take_away(self) -> None:
        row = self.ui.marks.currentRow()
        if 0 <= row < len(self._marks):
            self._context.runner.do(
                easy_kit.unmark, self._marks[row].id, done=lambda _: self._read(), failed=self._refused, owner=self
            )

    def _refused(self, error: UserError) -> None:
        self.ui.banner.tell_error(error)
