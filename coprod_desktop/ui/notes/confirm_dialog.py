"""Confirm what a machine wrote: the lines nobody has confirmed, to be ticked one by one or all at once."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from coprod_desktop.domain.changes import Changes
from coprod_desktop.domain.counted import counted
from coprod_desktop.domain.record import Entry
from coprod_desktop.services import notes
from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.widgets.banner import Banner
from coprod_desktop.ui.widgets.buttons import button
from coprod_desktop.ui.widgets.dialogs import fit_screen
from coprod_desktop.ui.widgets.flow import FlowRow
from coprod_desktop.ui.widgets.text import Title, Words
from coprod_desktop.ui.widgets.tick_list import Tick, TickList

HELP = (
    "A machine listened and wrote these down. Read each with someone who was there, and put the words right on Listen first "
    "where they are wrong. Until somebody confirms a line it is not quoted, whatever was agreed."
)
NONE = "There is nothing to confirm: no line here was written by a machine, or all of them are confirmed."


class ConfirmDialog(QDialog):
    """Nothing is ticked when it opens: each tick is somebody's word for a line."""

    def __init__(self, context: Context, session: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self.setObjectName("confirmDialog")
        self.setWindowTitle("Confirm what a machine wrote")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(12)
        self.banner, self.help = Banner(), Words(HELP)
        self.list = TickList()
        self.list.setObjectName("confirmRows")
        self.list.setAccessibleName("Lines a machine wrote")
        column.addWidget(Title("Confirm what a machine wrote"))
        column.addWidget(self.banner)
        column.addWidget(self.help)
        column.addWidget(self.list, 1)
        acts = FlowRow()
        self.go = button("Confirm", "confirmGo", kind="primary")
        self.all = button("Tick all", "confirmAll", kind="outline")
        self.close_it = button("Close", "confirmClose", kind="plain")
        for push in (self.go, self.all, self.close_it):
            acts.add(push)
        column.addWidget(acts)
        self._ids: Sequence[str] = ()
        self.list.changed.connect(self._count)
        self.go.clicked.connect(self._confirm)
        self.all.clicked.connect(lambda: self.list.tick(self._ids))
        self.close_it.clicked.connect(self.reject)
        self.close_it.setFocus()
        fit_screen(self, 720, 600)
        context.runner.ask(notes.unconfirmed, session, done=self._show, owner=self)

    def _show(self, lines: Sequence[Entry]) -> None:
        self._ids = [line.id for line in lines]
        self.list.show_ticks([Tick(line.id, line.text, line.at or "") for line in lines])
        self.list.stand_between(None, self.go, self.all, self.close_it)
        self.help.setText(HELP if lines else NONE)
        for part in (self.list, self.go, self.all):
            part.setVisible(bool(lines))
        self._count()
        if lines:
            self.list.box(lines[0].id).setFocus()

    def _count(self) -> None:
        ticked = len(self.list.ticked())
        self.go.setText(f"Confirm {counted(ticked, 'line')}" if ticked else "Confirm")
        self.go.setEnabled(bool(ticked))

    def _confirm(self) -> None:
        ticked = self.list.ticked()
        done = partial(self._done, len(ticked))
        self._context.runner.do(notes.confirm, ticked, done=done, failed=self.banner.tell_error, owner=self)

    def _done(self, many: int, _changes: Changes) -> None:
        words = f"{counted(many, 'line is', 'lines are')} confirmed."
        self._context.tell(words, "Whether each may be quoted is a question of its own. Ctrl Z takes it back.", "done")
        self.accept()


def open_confirm(context: Context, session: str, back: QWidget, page: QWidget) -> ConfirmDialog:
    """Open it from Listen; `back` has the focus again afterwards."""
    dialog = ConfirmDialog(context, session, page)
    dialog.finished.connect(lambda _how: back.setFocus())
    dialog.open()
    return dialog
