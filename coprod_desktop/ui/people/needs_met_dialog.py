"""Was what people needed met? Each person is asked at the close, and what they say is written down as they say it."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLineEdit, QVBoxLayout, QWidget

from coprod_desktop.domain.changes import Changes
from coprod_desktop.errors import UserError
from coprod_desktop.services import people
from coprod_desktop.services.seen import needs_met
from coprod_desktop.services.seen.needs_met import Asked, NeedsMet
from coprod_desktop.ui._forms.needs_met import Ui_NeedsMet
from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.people.words import MET, first_up
from coprod_desktop.ui.widgets.answer_row import AnswerRow
from coprod_desktop.ui.widgets.card import Rule
from coprod_desktop.ui.widgets.dialogs import fit_screen
from coprod_desktop.ui.widgets.saved_fields import SavedFields
from coprod_desktop.ui.widgets.tab_order import as_they_stand
from coprod_desktop.ui.widgets.text import Words


class NeedsMetDialog(QDialog):
    """Each answer saves by itself, as in the person's details; closing hands in what is being typed."""

    def __init__(self, context: Context, session: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._session = context, session
        self._rows: dict[str, NeedRow] = {}
        self.form = form = Ui_NeedsMet()
        form.setupUi(self)
        self.setObjectName("needsMetDialog")
        self.setWindowTitle("Was what people needed met?")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        form.needsMetRows.addStretch(1)
        form.needsMetNone.hide()
        form.needsMetClose.clicked.connect(self.accept)
        form.needsMetClose.setFocus()
        context.runner.changed.connect(self._apply)
        self._read()
        fit_screen(self, 680, 640)

    def done(self, result: int) -> None:  # noqa: D102
        for row in self._rows.values():
            row.leave()
        super().done(result)

    def _apply(self, changes: Changes) -> None:
        if any(ref.noun in {"need", "attendance", "person"} for ref in changes.all()):
            self._read()

    def _read(self) -> None:
        self._context.runner.ask(needs_met.read, self._session, done=self._show, owner=self)

    def _show(self, found: NeedsMet) -> None:
        form, first = self.form, not self._rows
        for gone in set(self._rows) - {row.need for row in found.rows}:
            self._rows.pop(gone).deleteLater()
        for at, asked in enumerate(found.rows):
            row = self._rows.get(asked.need)
            if row is None:
                row = self._rows[asked.need] = NeedRow(self._context, asked.need, at)
                form.needsMetRows.insertWidget(at, row)
            row.show_need(self._session, asked)
        as_they_stand(self)
        form.needsMetNone.setVisible(not found.rows)
        form.needsMetArea.setVisible(bool(found.rows))
        if first and self._rows:
            next(iter(self._rows.values())).begin()


class NeedRow(QWidget):
    """One need of one person, the answers, and why it was not met."""

    def __init__(self, context: Context, need: str, at: int) -> None:
        super().__init__()
        self._context, self._need = context, need
        self._asked: Asked | None = None
        self.setObjectName(f"needRow{at}")
        self.met = AnswerRow(self)
        self.met.setObjectName(f"met{at}_")
        self.met.ask("", MET)
        self._why_label = Words("Why was it not met? In their words", parent=self)
        self.why = QLineEdit(self)
        self.why.setObjectName(f"whyNot{at}")
        self._why_label.setBuddy(self.why)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for widget in (self.met, self._why_label, self.why, Rule()):
            column.addWidget(widget)
        self._fields = fields = SavedFields(self)
        fields.pick("met", self.met)
        fields.text("why_not", self.why)
        fields.keep_drafts(context, "need")
        fields.changed.connect(self._save)
        self.met.changed.connect(self._show_why)

    def show_need(self, session: str, asked: Asked) -> None:
        """Show what was said of it so far."""
        self._asked = asked
        self.met.set_question(f"{first_up(asked.words)}: {asked.person}")
        self._fields.show_row(self._need, {"met": asked.met, "why_not": asked.why_not}, session)
        self._show_why()

    def begin(self) -> None:
        """Put the focus on the answers."""
        self.met.choice(self.met.value()).setFocus()

    def leave(self) -> None:
        """Hand in what was being typed."""
        self._fields.hand_in()

    def _show_why(self) -> None:
        wanted = self.met.value() is False or bool(self.why.text())
        self._why_label.setVisible(wanted)
        self.why.setVisible(wanted)

    def _save(self, row: str, field: str, value: Any) -> None:
        before = getattr(self._asked, field, None)
        self._context.runner.do(
            people.change_need, row, failed=partial(self._refused, field, before), owner=self, **{field: value}
        )

    def _refused(self, field: str, saved: Any, error: UserError) -> None:
        self._fields.not_saved(field, saved)
        self._context.fail(error)
