"""One thing to look at: its sentence with the found words marked, and under it what can be chosen, one key each."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from coprod_desktop.domain.changes import Changes
from coprod_desktop.domain.check.settled import Decision
from coprod_desktop.domain.record import Entry
from coprod_desktop.errors import UserError
from coprod_desktop.services import capture
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.making import papers
from coprod_desktop.services.seen.looking import DECISIONS, KEYS, LOG, Choice, LookItem, State, short
from coprod_desktop.ui._forms.paper_question import Ui_PaperQuestion
from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.follow_up.members_check import MembersCheckDialog
from coprod_desktop.ui.groups.log_line_dialog import log_line_dialog
from coprod_desktop.ui.paper.looked_list import ICONS, marked
from coprod_desktop.ui.style import theme
from coprod_desktop.ui.widgets.buttons import KeyButton
from coprod_desktop.ui.widgets.kept_field import KeptField

MARGIN = 8
"""Beside the sentence, for the bar that scrolls it."""
LINES = 6
"""Lines of ordinary words that a long sentence has room for at the least."""


class QuestionView(QWidget):
    """`ask` shows a question. A choice is acted on once: until the next question is shown, no key does anything."""

    chosen = Signal(object)
    """What was chosen (a looking.Choice), as soon as it is on the disk; GO and LATER write nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = ui = Ui_PaperQuestion()
        ui.setupUi(self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.buttons: dict[Choice, KeyButton] = {
            Choice.LEAVE_OUT: ui.leaveOut,
            Choice.FINE: ui.itIsFine,
            Choice.OTHER_WORDS: ui.otherWords,
            Choice.GO: ui.goThere,
            Choice.LATER: ui.notNow,
        }
        for choice, push in self.buttons.items():
            push.set_key(KEYS[choice])
            push.clicked.connect(partial(self._choose, choice))
        ui.editBox.hide()
        ui.useWords.set_key("Enter")
        ui.cancelWords.set_key("Esc")
        ui.editWords.entered.connect(self._use_words)
        ui.editWords.gave_up.connect(self._close_editor)
        ui.useWords.clicked.connect(self._use_words)
        ui.cancelWords.clicked.connect(self._close_editor)
        self.item: LookItem | None = None
        self._session = ""
        self._busy = self.editing = False
        self._fit_words()

    def set_up(self, context: Context) -> None:
        """Give the view its tools."""
        self._context = context
        self._kept = KeptField(context, self.ui.editWords)

    def ask(self, session: str, item: LookItem, heading: str, left: str) -> None:
        """Show a question, and how many are left; words being typed for the one before are kept."""
        same = self.item is not None and (session, item.id) == (self._session, self.item.id)
        if self.editing and not same:
            self._close_editor()
        self._session, self.item, self._busy = session, item, False
        ui = self.ui
        ui.questionHeading.setText(heading)
        ui.questionLeft.setText(left)
        ui.questionState.show_state(ICONS[item.state], item.why)
        ui.questionWhere.setText(item.detail)
        ui.questionWords.setText(marked(item))
        ui.questionWords.setVisible(bool(item.sentence()))
        self.setAccessibleName(item.spoken())
        words = dict(item.choices())
        for choice, push in self.buttons.items():
            push.setVisible(choice in words)
            push.setText(words.get(choice, ""))
        ui.questionActs.setVisible(not self.editing)
        self._fit_words()
        if not same:
            ui.questionScroll.verticalScrollBar().setValue(0)

    def leave(self) -> None:
        """There is nothing more to ask; what is typed is kept."""
        if self.editing:
            self._close_editor()
        self.item, self._busy = None, False

    def hand_in(self) -> None:
        """Keep what is being typed; the page is about to go."""
        self._kept.hand_in()

    def changeEvent(self, event: QEvent) -> None:  # noqa: D102
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit_words()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: D102
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(theme.tokens().focus), 3))
            painter.drawRoundedRect(self.rect().adjusted(2, 2, -2, -2), 8, 8)
            painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: D102
        super().resizeEvent(event)
        self._fit_words()

    def _fit_words(self) -> None:
        """What can be chosen stands right below the sentence; a long one scrolls, and is never less than so many lines."""
        scroll, words = self.ui.questionScroll, self.ui.questionWords
        width = max(scroll.viewport().width() - MARGIN, 1)
        high = max(words.heightForWidth(width), 0) if not words.isHidden() else 0
        scroll.setMinimumHeight(min(high, self.fontMetrics().height() * LINES))
        scroll.setMaximumHeight(high)

    # ---- what can be chosen

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: D102
        bar = self.ui.questionScroll.verticalScrollBar()
        choice = next((one for one, key in KEYS.items() if event.text() == key), None)
        step = {Qt.Key.Key_Down: bar.singleStep(), Qt.Key.Key_Up: -bar.singleStep()}
        step |= {Qt.Key.Key_PageDown: bar.pageStep(), Qt.Key.Key_PageUp: -bar.pageStep()}
        if choice is not None and self._is_offered(choice) and not event.isAutoRepeat():
            self._choose(choice)
        elif event.key() in step and self.hasFocus():
            bar.setValue(bar.value() + step[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def _is_offered(self, choice: Choice) -> bool:
        return not self.editing and not self.buttons[choice].isHidden()

    def _choose(self, choice: Choice) -> None:
        item = self.item
        if item is None or self._busy:
            return
        self.setFocus()
        if choice in DECISIONS:
            self._busy = True
            self._settle(item, DECISIONS[choice], choice)
        elif choice is Choice.OTHER_WORDS:
            self._busy = True
            self._context.runner.ask(_words_now, item.first.subject, done=partial(self._open_editor, item), owner=self)
        elif choice is Choice.GO and item.state is State.LEAVES:
            MembersCheckDialog(self._context, self._session, item.first.field, self).open()
        elif choice is Choice.GO and item.first.subject_kind == LOG:
            kinds = self._context.desk.content.log
            log_line_dialog(self._context, kinds, item.first.subject, "", self._session, self).open()
        elif choice is Choice.GO:
            self._context.open_page(item.place()[0], self._session, item.row(self._session))
        else:
            self.chosen.emit(choice)

    def _settle(self, item: LookItem, decision: Decision, choice: Choice) -> None:
        self._context.runner.do(
            papers.settle,
            self._session,
            item.first,
            decision,
            done=lambda _changes: self.chosen.emit(choice),
            failed=self._not_settled,
            owner=self,
        )

    def _not_settled(self, error: UserError) -> None:
        self._busy = False
        self._context.fail(error)

    # ---- other words

    def _open_editor(self, item: LookItem, words: str) -> None:
        if item is not self.item:
            return  # another question is shown meanwhile
        self.editing, self._busy = True, False
        ui, entry = self.ui, item.first.subject
        ui.editLabel.setText(f"What the paper prints instead of the line with “{short(item.first.words)}”")
        ui.editWords.set_words(words)
        ui.questionActs.hide()
        ui.questionWhere.hide()
        ui.editBox.show()
        ui.editWords.selectAll()
        self._kept.show(f"entry:{entry}:public_text", words, session=self._session, row=entry)
        ui.editWords.setFocus()

    def _use_words(self) -> None:
        if self.item is None or not self.editing or self._busy:
            return
        self._busy = True
        self._kept.keep()
        self._context.runner.do(
            papers.settle,
            self._session,
            self.item.first,
            Decision.OTHER_WORDS,
            self.ui.editWords.words(),
            done=self._words_used,
            failed=self._words_refused,
        )

    def _words_used(self, _changes: Changes) -> None:
        self._kept.settle()
        self._close_editor()
        self.chosen.emit(Choice.OTHER_WORDS)

    def _words_refused(self, error: UserError) -> None:
        self._busy = False
        self._context.fail(error)
        self.ui.editWords.setFocus()

    def _close_editor(self) -> None:
        if not self.editing:
            return
        self._kept.stop()
        self.editing = False
        self.ui.editBox.hide()
        self.ui.questionActs.show()
        self.ui.questionWhere.show()
        self.setFocus()


def _words_now(desk: Desk, entry: str) -> str:
    """Return the words to begin with: what would be printed, else what was said."""
    line: Entry = capture.one(desk, entry)
    return line.public_text or line.text
