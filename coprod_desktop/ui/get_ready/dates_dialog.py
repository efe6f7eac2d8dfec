"""What has to be done by when before a session: a dated list, counted back from the day, with what is late first said."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from coprod_desktop.domain.changes import Changes
from coprod_desktop.domain.lead_times import Plan, Step
from coprod_desktop.domain.record import Session
from coprod_desktop.domain.words import Phase
from coprod_desktop.services import lead_times, prepare
from coprod_desktop.services.desk import Desk
from coprod_desktop.ui._forms.get_ready_dates import Ui_GetReadyDates
from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.get_ready import dates_words
from coprod_desktop.ui.widgets.dialogs import fit_screen
from coprod_desktop.ui.widgets.rows_list import ListRow, RowsList
from coprod_desktop.ui.widgets.show_rows import show_rows


class DatesDialog(QDialog):
    """Ticks lines of the checklist off, and adds what is missing of it."""

    def __init__(self, context: Context, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._session = context, session
        self._steps: dict[str, Step] = {}
        self.ui = ui = Ui_GetReadyDates()
        ui.setupUi(self)
        self.setObjectName("datesDialog")
        self.setWindowTitle("What has to be done by when")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.list = RowsList[ListRow](lambda row: row, "datesList", "What has to be done by when")
        place = QVBoxLayout(ui.datesPlace)
        place.setContentsMargins(0, 0, 0, 0)
        place.addWidget(self.list)
        ui.datesAbout.setText(dates_words.about(session.date))
        ui.datesLate.hide()
        self.list.toggled.connect(self._toggle)
        self.list.opened.connect(self._add)
        ui.close.clicked.connect(self.reject)
        context.runner.changed.connect(lambda _changes: self._read())
        self._read()
        self.list.setFocus()
        fit_screen(self, 760, 620)

    def _read(self) -> None:
        self._context.runner.ask(lead_times.read, self._session.id, done=self._show, owner=self)

    def _show(self, plan: Plan) -> None:
        today = self._context.desk.today()
        rows = {row.id: (row, step) for step in plan.steps for row in (dates_words.row(step, today),)}
        self._steps = {name: step for name, (_row, step) in rows.items()}
        show_rows(self.list, [row for row, _step in rows.values()])
        if rows and self.list.current_id() is None:
            self.list.go_to(next(iter(rows)))
        words = dates_words.late(plan)
        self.ui.datesLate.setVisible(bool(words))
        if words:
            self.ui.datesLate.show_state("late", words)

    def _toggle(self, row: str) -> None:
        step = self._steps.get(row)
        if step is not None and step.line:
            self._context.runner.do(partial(_tick, step.line, not step.done), owner=self)
            self._context.announce("Not done" if step.done else "Done")
        else:
            self._add(row)

    def _add(self, row: str) -> None:
        step = self._steps.get(row)
        if step is not None and not step.line:
            self._context.runner.do(prepare.add_checklist_item, self._session.id, Phase.BEFORE, step.words, owner=self)
            self._context.announce(f"Added to the checklist: {step.words}")


def _tick(line: str, done: bool, desk: Desk) -> Changes:
    return prepare.change(desk, "checklist_item", line, done=done)
