"""Somebody said no, and is asked again about these very words: the no is shown first, and nothing is taken for a yes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from coprod_desktop.domain.changes import Changes
from coprod_desktop.domain.permission import Circle
from coprod_desktop.errors import UserError
from coprod_desktop.services import ask_again
from coprod_desktop.services.ask_again import Reply, ToAsk
from coprod_desktop.ui._forms.ask_again import Ui_AskAgainForm
from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.widgets.dialogs import fit_screen, is_right, take_as_typed
from coprod_desktop.ui.widgets.kept_field import KeptForm
from coprod_desktop.ui.widgets.text import Words, restyle
from coprod_desktop.ui.words import refusal


class AskAgain(QDialog):
    """Goes through lines one by one; what was answered is saved as one step at the end, also when it is closed early.

    The focus is on "Not asked yet", which writes nothing. `finished` comes when it is closed, whatever was answered.
    """

    def __init__(self, context: Context, session: str, lines: Sequence[ToAsk], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._session, self._lines = context, session, tuple(lines)
        self._at = 0
        self._replies: dict[str, Reply] = {}
        self.ui = ui = Ui_AskAgainForm()
        ui.setupUi(self)
        self.setObjectName("askAgain")
        self.setWindowTitle("Ask again")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for label in self.findChildren(Words):
            restyle(label)  # the form names their tone after the scroll area has styled them
        ui.on.set_name("on", "The day they were asked")
        ui.onLabel.setBuddy(ui.on.edit)
        ui.on.today, ui.on.past = context.desk.today, True
        ui.on.set_date(context.desk.today())
        fields = {"on": ui.on, "asked_by": ui.askedBy}
        KeptForm(context, self, f"ask_again:{session}", fields, session)
        ui.yes.clicked.connect(lambda: self._answered(Circle.ANYONE))
        ui.came.clicked.connect(lambda: self._answered(Circle.CAME))
        ui.no.clicked.connect(lambda: self._answered(None))
        ui.later.clicked.connect(self._next)
        self._show()
        fit_screen(self, 640, 560)

    def reject(self) -> None:
        """Keep what was answered so far."""
        self._at = len(self._lines)
        self._end()

    def _show(self) -> None:
        ui, line, count = self.ui, self._lines[self._at], len(self._lines)
        ui.place.setText(f"{self._at + 1} of {count}")
        ui.place.setVisible(count > 1)
        ui.theWords.setText(f"“{line.entry.text}”")
        ui.refused.show_state("no", refusal.refusals(line.refusals))
        ui.question.setText(f"Did {line.whose or 'the person'} say yes to these very words?")
        ui.later.setFocus()
        self._context.announce(f"{ui.theWords.text()} {ui.refused.text()} {ui.question.text()}")

    def _answered(self, circle: Circle | None) -> None:
        ui, line = self.ui, self._lines[self._at]
        ui.banner.clear()
        if not is_right(ui.banner, take_as_typed(ui.on)):
            return
        self._replies[line.entry.id] = Reply(
            circle=circle,
            on=ui.on.date() or self._context.desk.today(),
            asked_by=" ".join(ui.askedBy.text().split()) or None,
            over=tuple(r.id for r in line.refusals),
        )
        self._next()

    def _next(self) -> None:
        self._at += 1
        if self._at < len(self._lines):
            self._show()
        else:
            self._end()

    def _end(self) -> None:
        if not self._replies:
            super().reject()
            return
        self._context.runner.do(
            ask_again.write_down, self._session, dict(self._replies),
            done=self._saved, failed=self._refused, owner=self,
        )  # fmt: skip

    def _saved(self, _changes: Changes) -> None:
        yes = sum(reply.circle is not None for reply in self._replies.values())
        self._context.announce(
            f"Saved. {yes} of {len(self._replies)} said yes." if len(self._replies) > 1 else "Saved."
        )
        self._replies = {}
        self.accept()

    def _refused(self, error: UserError) -> None:
        """Nothing was saved: begin again with what was typed still there."""
        self._at, self._replies = 0, {}
        self._show()
        self.ui.banner.tell_error(error)
