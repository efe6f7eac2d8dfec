"""Closing a session: what of it is still open, each thing with the way to where it is seen to."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from coprod_desktop.domain.counted import counted
from coprod_desktop.services.looking_back import Of
from coprod_desktop.services.seen import closing
from coprod_desktop.services.seen.closing import OpenThing
from coprod_desktop.ui._forms.closing import Ui_Closing
from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.widgets.dialogs import fit_screen
from coprod_desktop.ui.widgets.rows_list import ListRow, RowsList
from coprod_desktop.ui.widgets.show_rows import show_rows

_PAGES = {"get_ready": "Get ready", "listen": "Listen", "answer": "Answer", "paper": "Paper", "follow_up": "Follow up"}
_DIALOGS = {closing.LEARNT: "Write it down", closing.SLIPS: "Write them down"}


class ClosingDialog(QDialog):
    """Reads again whenever something changes."""

    def __init__(self, context: Context, session: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._session = context, session
        self._open: dict[str, OpenThing] = {}
        self.ui = ui = Ui_Closing()
        ui.setupUi(self)
        self.setObjectName("closing")
        self.setWindowTitle("What is still open")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.list = RowsList[ListRow](lambda row: row, "closingList", "What is still open")
        place = QVBoxLayout(ui.closingPlace)
        place.setContentsMargins(0, 0, 0, 0)
        place.addWidget(self.list)
        self.list.opened.connect(self._go)
        ui.goThere.clicked.connect(lambda: self._go(self.list.current_id()))
        ui.close.clicked.connect(self.reject)
        context.runner.changed.connect(lambda _changes: self._read())
        self._read()
        self.list.setFocus()
        fit_screen(self, 680, 560)

    def _read(self) -> None:
        self._context.runner.ask(closing.read, self._session, done=self._show, owner=self)

    def _show(self, found: Sequence[OpenThing]) -> None:
        ui = self.ui
        self._open = {one.name: one for one in found}
        show_rows(self.list, [_row(one) for one in found])
        if found and self.list.current_id() is None:
            self.list.go_to(found[0].name)
        for widget in (ui.closingPlace, ui.goThere, ui.closingAbout):
            widget.setVisible(bool(found))
        if found:
            ui.closingState.show_state("waiting", f"{counted(len(found), 'thing is', 'things are')} open.")
        else:
            ui.closingState.show_state("done", "Nothing is open. Thank you.")

    def _go(self, name: str | None) -> None:
        one = self._open.get(name or "")
        if one is None:
            return
        if one.where in _PAGES:
            self.accept()
            self._context.open_page(one.where, self._session)
        elif one.where == closing.LEARNT:
            from coprod_desktop.ui.get_ready.taking_part import learnt_dialog

            learnt_dialog(self._context, self._session, self).open()
        else:
            from coprod_desktop.ui.groups.looking_back_dialog import LookingBackDialog

            LookingBackDialog(self._context, Of(session=self._session), self).open()


def _row(one: OpenThing) -> ListRow:
    where = f"On {_PAGES[one.where]}" if one.where in _PAGES else _DIALOGS[one.where]
    return ListRow(one.name, one.words, where, "waiting", "open")
