"""Forms “About you” counted one after another by keys. Only totals are kept; what they come to stands beside the area."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QGridLayout, QVBoxLayout, QWidget

from coprod_desktop.domain.changes import Changes
from coprod_desktop.domain.counted import counted
from coprod_desktop.errors import UserError
from coprod_desktop.services import about_you as counting
from coprod_desktop.services.about_you import Question
from coprod_desktop.services.seen import about_you
from coprod_desktop.services.seen.about_you import AboutYouSeen
from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.evaluation.answer_box import AnswerBox
from coprod_desktop.ui.evaluation.by_keys import numbered
from coprod_desktop.ui.people import missing_words
from coprod_desktop.ui.widgets.banner import Banner
from coprod_desktop.ui.widgets.buttons import button
from coprod_desktop.ui.widgets.card import Card
from coprod_desktop.ui.widgets.dialogs import fit_screen
from coprod_desktop.ui.widgets.flow import FlowRow
from coprod_desktop.ui.widgets.room import Room
from coprod_desktop.ui.widgets.rows_list import ListRow, RowsList
from coprod_desktop.ui.widgets.show_rows import show_rows
from coprod_desktop.ui.widgets.status_label import StatusLabel
from coprod_desktop.ui.widgets.text import Title, Words

HOW = (
    "For forms that came back by themselves, never asked at the door. A key from 1 to 9 ticks an answer and goes on; "
    "Enter leaves a question out. Only totals are kept: which answers stood on one form is written nowhere."
)
NOTHING_YET = "Nothing is written down yet."
LINES = 4
"""Lines of text the list shows at the least; it scrolls."""


class AboutYouDialog(QDialog):
    """A form goes into the running totals at once. Only the form typed last can be taken back, while this is open."""

    def __init__(self, context: Context, session: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._session = context, session
        self._questions: Sequence[Question] = ()
        self._last: Mapping[str, str] | None = None
        self._going: Mapping[str, str] | None = None
        self.boxes: list[AnswerBox] = []
        self.setObjectName("aboutYou")
        self.setWindowTitle("Forms “About you”")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(Title("Forms “About you”"))
        column.addWidget(Words(HOW, parent=self))
        self.banner = Banner()
        column.addWidget(self.banner)
        column.addWidget(self._form_card())
        column.addWidget(self._written_card(), 1)
        column.addWidget(self._foot())
        context.runner.changed.connect(self._changed)
        self._read()
        fit_screen(self, 780, 690)

    def _form_card(self) -> Card:
        card = Card("One form")
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(0, 2)
        self._grid.setColumnStretch(1, 1)
        card.column.addLayout(self._grid)
        acts = FlowRow()
        self.add_it = button("Add this form", "aboutYouAdd", kind="primary")
        self.take_back = button("Take the last one back", "aboutYouTakeBack", kind="outline")
        for push in (self.add_it, self.take_back):
            push.setEnabled(False)
            acts.add(push)
        card.column.addWidget(acts)
        self.running = StatusLabel("info")
        card.column.addWidget(self.running)
        self.add_it.clicked.connect(self._add)
        self.take_back.clicked.connect(self._take_back)
        return card

    def _written_card(self) -> Card:
        card = Card("Written down, beside your area", "Counts under 5 are hidden")
        self.tally = Words(NOTHING_YET, parent=self)
        self.tally.setObjectName("aboutYouTally")
        card.column.addWidget(self.tally)
        self.list = RowsList[ListRow](lambda row: row, "aboutYouRows", "Answers, beside figures of your area")
        Room(self.list, LINES)
        self.list.hide()
        card.column.addWidget(self.list, 1)
        return card

    def _foot(self) -> FlowRow:
        acts = FlowRow()
        self.write_down = button("Write the totals down", "aboutYouWrite", kind="outline")
        self.close_it = button("Close", "aboutYouClose", kind="outline")
        for push in (self.write_down, self.close_it):
            acts.add(push)
        self.write_down.setEnabled(False)
        self.write_down.clicked.connect(self._write_down)
        self.close_it.clicked.connect(self.reject)
        return acts

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: D102
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.add_it.hasFocus():  # Enter goes on from question to question, and so to the next form
                self._add()
            return
        super().keyPressEvent(event)

    # ---- showing

    def _changed(self, changes: Changes) -> None:
        if any(ref.noun in {"about_you_question", "local_figure", "session"} for ref in changes.all()):
            self._read()

    def _read(self) -> None:
        self._context.runner.ask(about_you.read, self._session, done=self._show, owner=self)

    def _show(self, seen: AboutYouSeen) -> None:
        if tuple(seen.questions) != tuple(self._questions):
            self._ask(seen.questions)
        many = counted(seen.forms, "form")
        self.running.show_state("info", f"{many} typed in, not written down yet." if seen.forms else "No form waits.")
        self.write_down.setEnabled(bool(seen.forms))
        there = seen.beside.with_forms > 0
        rows = missing_words.rows(seen.beside) if there else []
        self.tally.setText(missing_words.tally(seen.beside) if there else NOTHING_YET)
        self.list.setVisible(bool(rows))
        show_rows(self.list, rows)

    def _ask(self, questions: Sequence[Question]) -> None:
        """Show the questions; what is ticked already stays where the same is still asked."""
        ticked, first = self._ticked(), not self.boxes
        while (item := self._grid.takeAt(0)) is not None:
            if (gone := item.widget()) is not None:
                gone.hide()
                gone.deleteLater()
        self._questions, self.boxes = questions, []
        for at, question in enumerate(questions):
            keys = numbered(question.answers)
            label, box = Words(f"{question.words}: {keys}"), AnswerBox(question.answers)
            label.setObjectName(f"aboutYou{at}Label")
            box.setObjectName(f"aboutYou{at}")
            box.setAccessibleName(question.words)
            box.setAccessibleDescription(keys)
            label.setBuddy(box)
            box.tick(ticked.get(question.words, ""))
            self._grid.addWidget(label, at, 0)
            self._grid.addWidget(box, at, 1)
            box.show()  # a field that its layout has yet to show cannot have the focus
            self.boxes.append(box)
        foot = (self.add_it, self.take_back, self.list, self.write_down, self.close_it)
        after: list[QWidget] = [*self.boxes, *foot]
        for one, other in itertools.pairwise(after):
            QWidget.setTabOrder(one, other)
        for box, other in zip(self.boxes, after[1:], strict=False):
            box.gone_on.connect(partial(other.setFocus, Qt.FocusReason.TabFocusReason))
        self.add_it.setEnabled(True)
        if first and self.boxes:
            self.boxes[0].setFocus()

    # ---- one form

    def _ticked(self) -> dict[str, str]:
        pairs = zip(self._questions, self.boxes, strict=True)
        return {question.words: box.answer() for question, box in pairs if box.answer()}

    def _add(self) -> None:
        if self._going is not None:
            return
        self.banner.clear()
        self._going = self._ticked()
        self._context.runner.do(
            counting.add_form, self._session, self._going, done=self._added, failed=self._refused, owner=self
        )

    def _added(self, _changes: Changes) -> None:
        self._last, self._going = self._going, None
        self._empty()
        self._context.announce("Added.")

    def _empty(self, ticked: Mapping[str, str] | None = None) -> None:
        self.take_back.setEnabled(self._last is not None)
        for question, box in zip(self._questions, self.boxes, strict=True):
            box.tick((ticked or {}).get(question.words, ""))
        self._read()
        if self.boxes:
            self.boxes[0].setFocus()

    def _take_back(self) -> None:
        if self._last is None:
            return
        last, self._last = self._last, None
        self.take_back.setEnabled(False)
        self._context.runner.do(
            counting.take_back, self._session, last, done=partial(self._taken_back, last), failed=self._refused, owner=self
        )  # fmt: skip

    def _taken_back(self, last: Mapping[str, str], _changes: Changes) -> None:
        """What was on it is ticked again, unless the next form is begun."""
        self._empty(self._ticked() or last)

    def _write_down(self) -> None:
        if self._ticked():
            self._refused(
                UserError("There is a form ticked here that is not added yet.", "Add it first, or empty it: Backspace.")
            )
            return
        self.banner.clear()
        self._context.runner.do(
            counting.write_down, self._session, done=self._written, failed=self._refused, owner=self
        )  # fmt: skip

    def _written(self, _changes: Changes) -> None:
        """It stays open: what the totals come to is shown here."""
        self._last = None
        self._empty()
        self._context.announce("The totals are written down.")

    def _refused(self, error: UserError) -> None:
        self._going = None
        self.banner.tell_error(error)
