"""Writing a new point: the lines' words to begin with, to be said in the group's words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from coprod_desktop.domain import answers
from coprod_desktop.domain.words import AnswerKind
from coprod_desktop.ui._forms.answer_new import Ui_NewPoint
from coprod_desktop.ui.answer.held_keys import HeldKeys
from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.widgets.card_rows import CardRow
from coprod_desktop.ui.widgets.kept_field import KeptField
from coprod_desktop.ui.widgets.typed import Typing


class NewPoint(QWidget):
    """Emits the words when they are ready; nothing exists before that."""

    added = Signal(str, object, object)
    """(what goes under "You said", ids of the lines it was made from, the answer it begins with or None)"""
    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = form = Ui_NewPoint()
        form.setupUi(self)
        self._entries: tuple[str, ...] = ()
        self._answer: AnswerKind | None = None
        self._typing = Typing(form.newWords)
        self.keys = HeldKeys(form.newWords)
        form.newLines.set_grow()
        form.newWords.entered.connect(self._add)
        form.newWords.gave_up.connect(self._cancel)
        form.newAdd.clicked.connect(self._add)
        form.newCancel.clicked.connect(self._cancel)
        form.newWordsPlain.watch(form.newWords, "You said", dated=False)

    def set_up(self, context: Context) -> None:
        """Keep what is typed on the disk, with the lines it is made from and the answer chosen for it. Once."""
        self._kept = KeptField(context, self.form.newWords, self._beside)
        self._kept.put_back.connect(self._answer_is_back)

    def _beside(self) -> dict[str, object]:
        return {"from": list(self._entries), "answer": self._answer.value if self._answer else None}

    def _answer_is_back(self, beside: Mapping[str, object]) -> None:
        self.set_answer(next((kind for kind in AnswerKind if kind == beside.get("answer")), None))

    def set_plain_words(self, words: Mapping[str, str] | None) -> None:
        """Give the hard words that hints are made from; None for no hints."""
        self.form.newWordsPlain.set_words(words)

    def start(
        self, session: str, words: str, rows: Sequence[CardRow], entries: Sequence[str], said: Sequence[str] = ()
    ) -> None:  # fmt: skip
        """Begin with these words, made from these lines; `said` is what people said in them, to the letter.

        What was being written in the session when the program stopped is in its field again.
        """
        self.form.newWordsPlain.set_said(said)
        self._entries = tuple(entries)
        self.set_answer(None)
        self.keys.forget()
        self._typing.put(words)
        self._kept.show(f"new_point:{session}", words, session=session)
        self.form.newWords.selectAll()
        self.setFocusProxy(self.form.newWords)
        self.form.newLines.setVisible(bool(rows))
        self.form.newLines.show_rows(rows)
        self.form.newWords.setFocus()

    def set_answer(self, answer: AnswerKind | None) -> None:
        """Say which answer the point begins with."""
        self._answer = answer
        self.form.newHeading.setText(f"A new point: {answers.words(answer)}" if answer else "A new point")

    def answer_with(self, answer: AnswerKind) -> None:
        """Add the point with this answer; while there are no words yet, it is the one the point begins with."""
        self.set_answer(answer)
        if self._typing.words().strip():
            self._add()

    def is_touched(self) -> bool:
        """Tell whether somebody has typed in it."""
        return self._typing.touched

    def hand_in(self) -> None:
        """Keep at once what waits to be kept."""
        self._kept.hand_in()

    def go_on_writing(self) -> None:
        """It could not be added: the words are here still."""
        self.keys.release()

    def close_up(self) -> None:
        """It is added, or another session is shown: the field is no draft's any more."""
        self._kept.forget()

    def _add(self) -> None:
        if self.keys.holds():
            return  # it is on its way
        self.keys.hold()
        self._kept.hand_in()
        self.added.emit(self._typing.words(), self._entries, self._answer)

    def _cancel(self) -> None:
        self._kept.give_up()
        self.cancelled.emit()
