"""Stand back: what can be seen from across the room while nobody sits at the laptop, in letters of 64 px. Nothing private."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from coprod_desktop.ui.base.timers import Every
from coprod_desktop.ui.style.fusion import TARGET
from coprod_desktop.ui.widgets.buttons import button
from coprod_desktop.ui.widgets.text import Strong, Words

LETTERS_PX = 64
AGAIN_MS = 1000


@dataclass(frozen=True)
class StandsBack:
    """All there is to see: now, the time, what is next, and whether everything is saved."""

    now: str = ""
    time: str = ""
    next: str = ""
    saved: str = ""
    is_blank: bool = True
    """The room screen."""


class StandBack(QDialog):
    """Covers the window. `read` is asked each second; Escape comes back to the list."""

    def __init__(
        self, read: Callable[[], StandsBack], go_on: Callable[[], object], blank: Callable[[], object], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setObjectName("standBack")
        self.setWindowTitle("Stand back")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._read = read
        large = QFont(parent.font())
        large.setPixelSize(LETTERS_PX)
        self.now, self.time = Strong(), Words(wrap=False)
        self.next, self.saved = Words(), Words(wrap=False)
        for name, label in (("now", self.now), ("time", self.time), ("next", self.next), ("saved", self.saved)):
            label.setObjectName(f"back_{name}")
            strong = QFont(large)
            strong.setWeight(QFont.Weight.DemiBold if label is self.now else QFont.Weight.Normal)
            label.setStyleSheet(f"font-size: {LETTERS_PX}px")  # a class font would be smaller
            label.setFont(strong)
        self.go_on = self._push("Next", "backNext", large, go_on)
        self.blank = self._push("Blank", "backBlank", large, blank)
        self.leave = button("Back to the list", "backLeave")
        self.leave.clicked.connect(self.reject)
        self._lay_out()
        window = parent.window()
        self.resize(window.size())
        self.move(window.mapToGlobal(window.rect().topLeft()))
        self._every = Every(self.show_now, AGAIN_MS, self)
        self._every.start()
        self.show_now()
        self.leave.setFocus()

    def _lay_out(self) -> None:
        inside, area = QWidget(), QScrollArea()
        area.setObjectName("backArea")
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(inside)
        column.setSpacing(8)
        for part in (self.now, self.time, self.next, self.saved):
            column.addWidget(part)
        column.addStretch(1)
        area.setWidget(inside)
        whole, acts = QVBoxLayout(self), QHBoxLayout()
        whole.setContentsMargins(32, 24, 32, 16)
        whole.addWidget(area, 1)
        for push in (self.go_on, self.blank):
            acts.addWidget(push)
        acts.addStretch(1)
        acts.addWidget(self.leave, 0, Qt.AlignmentFlag.AlignBottom)
        whole.addLayout(acts)

    def _push(self, words: str, name: str, font: QFont, act: Callable[[], object]) -> QPushButton:
        push = button(words, name)
        push.setStyleSheet(f"font-size: {LETTERS_PX}px")
        push.setFont(font)
        push.setMinimumHeight(max(TARGET, LETTERS_PX + 24))
        push.clicked.connect(lambda: act())
        push.clicked.connect(self.show_now)
        return push

    def show_now(self) -> None:
        """Show how things stand."""
        seen = self._read()
        self.now.setText(seen.now)
        self.time.setText(seen.time)
        self.next.setText(seen.next)
        self.saved.setText(seen.saved)
        self.blank.setText("Blank" if not seen.is_blank else "Blank: done")
        self.blank.setEnabled(not seen.is_blank)
