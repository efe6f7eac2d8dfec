"""Shows words that were kept, to be put in or left where they are."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QVBoxLayout, QWidget

from coprod_desktop.domain.words import KIND_WORDS
from coprod_desktop.services.kept_words import KeptWords, shown_words
from coprod_desktop.ui.widgets.buttons import button
from coprod_desktop.ui.widgets.dialogs import fit_screen
from coprod_desktop.ui.widgets.flow import FlowRow
from coprod_desktop.ui.widgets.text import Title, Words

PUT_IN = "Each goes into its session as it was, as a line of its own. Words you were still typing go back to where you typed them."


class KeptWordsDialog(QDialog):
    """`put_in_wanted` when they are to go in; closing it leaves them kept."""

    put_in_wanted = Signal()

    def __init__(self, title: str, kept: Sequence[KeptWords], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("keptWordsDialog")
        self.setWindowTitle("Words that were kept")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(12)
        column.addWidget(Title(title))
        column.addWidget(Words(PUT_IN))
        shown = QPlainTextEdit("\n\n".join(_words(k) for k in kept))
        shown.setObjectName("keptWords")
        shown.setAccessibleName("The words that were kept")
        shown.setReadOnly(True)
        shown.setTabChangesFocus(True)
        column.addWidget(shown, 1)
        acts = FlowRow()
        self.put_in = button("Put them in", "keptPutIn", kind="primary")
        self.leave = button("Leave them for now", "keptLeave")
        self.put_in.clicked.connect(self._put_in)
        self.leave.clicked.connect(self.reject)
        acts.add(self.put_in)
        acts.add(self.leave)
        column.addWidget(acts)
        self.put_in.setFocus()
        fit_screen(self, 560, 420)

    def _put_in(self) -> None:
        self.accept()
        self.put_in_wanted.emit()


def _words(kept: KeptWords) -> str:
    line = kept.line
    about = [kept.session_title, KIND_WORDS[line.kind] if line else "still being typed", (line and line.theme) or ""]
    return f"{shown_words(kept)}\n({' · '.join(part for part in about if part)})"
