"""Say which promise it is that an earlier paper tells of."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from coprod_desktop.domain.changes import Changes
from coprod_desktop.errors import UserError
from coprod_desktop.services import promises
from coprod_desktop.services.promises import PromiseLine
from coprod_desktop.ui._forms.promise_join import Ui_PromiseJoin
from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.widgets.dialogs import fit_screen
from coprod_desktop.ui.widgets.rows_list import RowsList
from coprod_desktop.ui.words import promise as promise_words


class PromiseJoin(QDialog):
    """The promises of sessions that are here, those most like it first."""

    def __init__(self, context: Context, line: PromiseLine, parent: QWidget) -> None:
        super().__init__(parent)
        self._context, self._line = context, line
        self.ui = ui = Ui_PromiseJoin()
        ui.setupUi(self)
        self.setObjectName("promiseJoin")
        self.setWindowTitle("Where was it promised?")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        ui.joinWords.setText(f"“{line.what}”")
        self.list = RowsList[PromiseLine](promise_words.whole, "joinList", "Promises, those most like it first")
        column = QVBoxLayout(ui.joinPlace)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.list)
        self.list.opened.connect(self._join)
        ui.joinUse.clicked.connect(lambda: self._join(self.list.current_id()))
        ui.joinUse.setEnabled(False)
        ui.joinCancel.clicked.connect(self.reject)
        context.runner.ask(promises.might_be, line, done=self._show, owner=self)
        fit_screen(self, 680, 620)

    def _show(self, lines: Sequence[PromiseLine]) -> None:
        self.list.items.set_rows(lines)
        self.ui.joinUse.setEnabled(bool(lines))
        if lines:
            self.list.go_to(lines[0].id)
            self.list.setFocus()

    def _join(self, promise: str | None) -> None:
        if promise is not None:
            self._context.runner.do(
                promises.join, self._line.id, promise, done=self._joined, failed=self._refused, owner=self
            )

    def _joined(self, _changes: Changes) -> None:
        self._context.announce("Joined. It is one promise now.")
        self.accept()

    def _refused(self, error: UserError) -> None:
        self.ui.banner.tell_error(error)
