"""What is sealed, without its words; each line can be opened, passed on, taken out, or put back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from coprod_desktop.domain.changes import Changes
from coprod_desktop.errors import UserError
from coprod_desktop.services import safeguarding
from coprod_desktop.services.safeguarding import SealedLine
from coprod_desktop.ui._forms.sealed_lines import Ui_SealedLines
from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.dialogs.ask import Ask
from coprod_desktop.ui.safeguarding import words
from coprod_desktop.ui.safeguarding.passed_on_dialog import PassedOnDialog
from coprod_desktop.ui.widgets.dialogs import ShowAll
from coprod_desktop.ui.widgets.in_view import bring
from coprod_desktop.ui.widgets.room import Room
from coprod_desktop.ui.widgets.rows_list import RowsList
from coprod_desktop.ui.widgets.show_rows import show_rows

if TYPE_CHECKING:
    from coprod_desktop.services.desk import Desk


class SealedDialog(QDialog):
    """Reads again whenever something sealed has changed."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._lines: dict[str, SealedLine] = {}
        self._copied: set[str] = set()
        self.form = form = Ui_SealedLines()
        form.setupUi(self)
        self.setObjectName("sealedDialog")
        self.setWindowTitle("Sealed lines")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.list = RowsList[SealedLine](words.row, "sealedList", "Sealed lines, without their words")
        Room(self.list, 5)
        place = QVBoxLayout(form.sealedListPlace)
        place.setContentsMargins(0, 0, 0, 0)
        place.addWidget(self.list)
        form.sealedWords.set_up(context)
        form.sealedNone.hide()
        self._connect()
        ShowAll(self, form.sealedArea, 84)
        context.runner.changed.connect(self._changed)
        self._read()

    def _connect(self) -> None:
        form = self.form
        self.list.selectionModel().currentChanged.connect(lambda *_: self._show_one())
        self.list.opened.connect(lambda _line: form.sealedWords.form.sealedOpen.setFocus())
        form.sealedPassedOn.clicked.connect(self._ask_passed_on)
        form.sealedTakeOut.clicked.connect(self._ask_take_out)
        form.sealedPutBack.clicked.connect(self._ask_put_back)
        form.sealedClose.clicked.connect(self.accept)
        form.sealedWords.copied.connect(lambda: self._copied.add(self.list.current_id() or ""))
        inside = form.sealedWords.form
        form.sealedWords.opened.connect(lambda: bring(inside.sealedText, form.sealedWords))
        order = (self.list, inside.sealedPass, inside.sealedText, inside.sealedOpen, inside.sealedCopy)
        rest = (inside.sealedHide, form.sealedPassedOn, form.sealedTakeOut, form.sealedPutBack, form.sealedClose)
        for before, after in pairwise((*order, *rest)):
            QWidget.setTabOrder(before, after)

    # ---- showing

    def _changed(self, changes: Changes) -> None:
        if changes.touch("set_aside"):
            self._read()

    def _read(self) -> None:
        self._context.runner.ask(safeguarding.sealed, done=self._show, owner=self)

    def _show(self, lines: Sequence[SealedLine]) -> None:
        form, first = self.form, not self._lines
        self._lines = {line.id: line for line in lines}
        show_rows(self.list, lines)
        if lines and self.list.current_id() not in self._lines:
            self.list.go_to(lines[0].id)
        for part in (self.list, form.sealedListPlace, form.sealedHelp, form.sealedWords, form.sealedPassedOn):
            part.setVisible(bool(lines))
        for part in (form.sealedTakeOut, form.sealedPutBack):
            part.setVisible(bool(lines))
        form.sealedNone.setVisible(not lines)
        self._show_one()
        if not lines:
            form.sealedClose.setFocus()
        elif first:
            self.list.setFocus()

    def _show_one(self) -> None:
        line = self._line()
        if line is None:
            return
        self.form.sealedWords.show_line(line.id)
        self.form.sealedRing.setText(words.ring(line.lead_name, line.lead_phone))  # stays when the line is taken out
        changed = "Change what is written about it…" if line.is_passed_on else "It is in the organisation's record…"
        self.form.sealedPassedOn.setText(changed)

    def _line(self) -> SealedLine | None:
        return self._lines.get(self.list.current_id() or "")

    # ---- acts

    def _ask_passed_on(self) -> None:
        line = self._line()
        if line is not None:
            asked = PassedOnDialog(self._context, line, self)
            asked.accepted.connect(lambda: self._say("It is in the organisation's record. It stays sealed here."))
            asked.open()

    def _ask_take_out(self) -> None:
        line = self._line()
        if line is None:
            return
        if not line.is_passed_on:
            self._refuse(safeguarding.NOT_PASSED_ON)
            self.form.sealedPassedOn.setFocus()
            return
        is_copied = line.id in self._copied
        first = "" if is_copied else " Are the exact words in the record? Open and copy them first."
        asked = Ask(
            "Take it out for good?",
            "The words go from this laptop. Who has them, since when and under which reference stays. "
            f"This cannot be undone.{first}",
            "Take it out for good",
            "Keep it sealed" if is_copied else "Copy the words first",
            lambda: self._do(safeguarding.take_out, line.id, "Taken out. Who has it and the reference stay."),
            self,
        )
        if not is_copied:
            asked.rejected.connect(self._go_to_words)
        asked.open()

    def _go_to_words(self) -> None:
        inside = self.form.sealedWords.form
        shown = (inside.sealedCopy, inside.sealedPass, inside.sealedOpen)
        next(part for part in shown if part.isVisibleTo(self)).setFocus()

    def _ask_put_back(self) -> None:
        line = self._line()
        if line is not None:
            Ask(
                "Was it sealed by mistake?",
                words.PUT_BACK,
                "Put it back",
                "Keep it sealed",
                lambda: self._do(safeguarding.put_back, line.id, "Put back where it was."),
                self,
            ).open()

    def _do(self, verb: Callable[[Desk, str], Changes], line: str, said: str) -> None:
        self._context.runner.do(verb, line, done=lambda _: self._say(said), failed=self._refuse, owner=self)

    def _say(self, said: str) -> None:
        self.form.sealedBanner.tell(said, "", "done")

    def _refuse(self, error: UserError) -> None:
        self.form.sealedBanner.tell_error(error)
