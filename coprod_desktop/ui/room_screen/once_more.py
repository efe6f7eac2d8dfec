"""Two small questions: words with something private in them before the room sees them, and a message of one's own."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QWidget

from coprod_desktop.services.seen.room_screen import OnceMore
from coprod_desktop.ui._forms.room_message import Ui_RoomMessage
from coprod_desktop.ui._forms.room_once_more import Ui_RoomOnceMore
from coprod_desktop.ui.widgets.dialogs import ShowAll, fit_screen
from coprod_desktop.ui.widgets.text import Strong, Words


class OnceMoreQuestion(QDialog):
    """`accepted`: the facilitator lets the people here see it. Enter and Escape keep it to themselves."""

    def __init__(self, asked: Sequence[OnceMore], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("Before the room sees this")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.ui = ui = Ui_RoomOnceMore()
        ui.setupUi(self)
        self.setObjectName("onceMoreQuestion")
        for one in asked:
            ui.onceMoreRows.addWidget(Strong(one.marked()))
            ui.onceMoreRows.addWidget(Words(_why(one.why)))
        ui.onceMoreRows.addStretch(1)
        ui.onceMoreKeep.setDefault(True)
        ui.onceMoreKeep.clicked.connect(self.reject)
        ui.onceMoreShow.clicked.connect(self.accept)
        ShowAll(self, ui.onceMoreArea, 62)
        ui.onceMoreKeep.setFocus()


class MessageQuestion(QDialog):
    """Asks for a message; `sent` carries it."""

    sent = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("A message for the room")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.ui = ui = Ui_RoomMessage()
        ui.setupUi(self)
        self.setObjectName("messageQuestion")
        self.field = ui.messageWords
        ui.messageShow.setDefault(True)
        ui.messageShow.clicked.connect(self._show)
        ui.messageCancel.clicked.connect(self.reject)
        fit_screen(self, 520, 200)
        self.field.setFocus()

    def _show(self) -> None:
        words = " ".join(self.field.text().split())
        if words:
            self.sent.emit(words)
            self.accept()
        else:
            self.field.setFocus()


def _why(found: Sequence[str]) -> str:
    """Say in a sentence each what was found: things it holds, and what it does."""
    said = []
    for why in found:
        holds = why.startswith(("a ", "an ", "the "))
        words = f"It {'holds ' if holds else ''}{why}".replace("is printed", "is shown")
        said.append(words if words.endswith("?") else f"{words}.")
    return " ".join(said)
