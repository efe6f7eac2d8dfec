"""The words of the sentence one is on, to change in place: Enter or leaving the field saves them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from coprod_desktop.domain.changes import Changes
from coprod_desktop.errors import UserError
from coprod_desktop.publish.easy.telling import Topic, hint
from coprod_desktop.services.making import easy_sentences
from coprod_desktop.services.making.easy_paper import EasyLine
from coprod_desktop.ui._forms.easy_read import Ui_EasyReadForm
from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.widgets.kept_field import KeptField

_FIXED = "Nobody changes this: it is in somebody's own words, or it follows from the day."
_NEW = "Write the new sentence, then press Enter. Escape gives it up."


class WordsPanel(QObject):
    """Of one dialog. `saved` is called after each change, `refused` with what is wrong; the words stay in the field."""

    def __init__(
        self,
        context: Context,
        session: str,
        ui: Ui_EasyReadForm,
        parent: QWidget,
        saved: Callable[[Changes], None],
        refused: Callable[[UserError], None],
    ) -> None:
        super().__init__(parent)
        self._context, self._session, self.ui, self._owner = context, session, ui, parent
        self._saved, self._refused = saved, refused
        self._line: EasyLine | None = None
        self._topic: Topic | None = None
        self._adding = False
        self._kept = KeptField(context, ui.sentence)
        ui.sentence.entered.connect(self.save)
        ui.sentence.gave_up.connect(self._give_up)
        ui.sentence.textChanged.connect(self._hint)
        ui.sentence.installEventFilter(self)
        ui.addAfter.clicked.connect(self._add)
        ui.takeOut.clicked.connect(partial(self._act, easy_sentences.remove))
        ui.moveUp.clicked.connect(lambda: self._act(easy_sentences.move, -1))
        ui.moveDown.clicked.connect(lambda: self._act(easy_sentences.move, 1))
        ui.firstDraft.clicked.connect(self._first_draft)

    def show(self, line: EasyLine | None, topic: Topic | None) -> None:
        """Show the sentence one is on; what was typed of another is saved first."""
        if self._line is not None and (line is None or (line.topic, line.at) != (self._line.topic, self._line.at)):
            self.save()
        same = self._line is not None and line is not None and line.text == self._line.text and not self._adding
        self._line, self._topic, self._adding = line, topic, False
        if not (same and self._is_typed()):
            self._put(line.text if line else "")
        self._key()
        self._show_acts()

    def _put(self, words: str) -> None:
        if self.ui.sentence.words() != words:
            self.ui.sentence.set_words(words)
        self._hint()

    def _key(self) -> None:
        line = self._line
        if line is None or line.at is None:
            self._kept.forget()
            return
        where = "new" if self._adding else str(line.at)
        saved = "" if self._adding else line.text
        self._kept.show(f"easy_sentence:{self._session} {line.topic} {where}:words", saved, session=self._session)

    def _show_acts(self) -> None:
        ui, line = self.ui, self._line
        can = line is not None and line.at is not None
        ui.sentence.setReadOnly(not can)
        for act in (ui.addAfter, ui.takeOut, ui.moveUp, ui.moveDown):
            act.setEnabled(can)
        ui.firstDraft.setEnabled(line is not None and line.written)

    def _hint(self) -> None:
        """Say at once what is still hard to read."""
        line = self._line
        if self._adding:
            words = hint(self.ui.sentence.words()) or _NEW
        elif line is not None and line.at is None:
            words = _FIXED
        else:
            words = hint(self.ui.sentence.words())
        self.ui.hint.setText(words)
        self.ui.hint.setVisible(bool(words))

    def _is_typed(self) -> bool:
        line = self._line
        typed = self.ui.sentence.words().strip()
        return line is not None and line.at is not None and typed != ("" if self._adding else line.text.strip())

    def save(self) -> None:
        """Save what was typed, if it is not what is saved."""
        line, topic = self._line, self._topic
        if line is None or topic is None or line.at is None or not self._is_typed():
            return
        words, adding = self.ui.sentence.words(), self._adding
        if adding and not words.strip():
            return
        self._kept.settle(words)
        self._kept.give_up()
        self._adding = False
        if adding:
            self._put(line.text)
        else:
            self._line = replace(line, text=words)
        self._context.runner.do(
            easy_sentences.add if adding else easy_sentences.change, self._session, topic, line.at, words,
            done=self._saved, failed=partial(self._not_saved, line, words, adding), owner=self._owner,
        )  # fmt: skip

    def _not_saved(self, line: EasyLine, words: str, adding: bool, error: UserError) -> None:
        """The words stay in the field while one is still on their sentence, and on the disk."""
        if self._line is not None and (self._line.topic, self._line.at) == (line.topic, line.at):
            self._line, self._adding = line, adding
            self._put(words)
            self._key()
            self._kept.not_saved("" if adding else line.text)
        self._refused(error)

    def _add(self) -> None:
        self.save()
        self._adding = True
        self._put("")
        self._key()
        self.ui.sentence.setFocus()

    def _give_up(self) -> None:
        self._kept.give_up()
        self._adding = False
        self._put(self._line.text if self._line else "")
        self._key()

    def _act(self, verb: Callable[..., Changes], *more: int) -> None:
        line, topic = self._line, self._topic
        if line is None or topic is None or line.at is None:
            return
        self._context.runner.do(
            verb, self._session, topic, line.at, *more, done=self._saved, failed=self._refused, owner=self._owner
        )

    def _first_draft(self) -> None:
        if self._topic is not None:
            self._kept.give_up()
            self._line = None
            self._context.runner.do(
                easy_sentences.first_draft, self._session, self._topic,
                done=self._saved, failed=self._refused, owner=self._owner,
            )  # fmt: skip

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: D102
        if event.type() is QEvent.Type.FocusOut and watched is self.ui.sentence:
            self.save()
        return False
