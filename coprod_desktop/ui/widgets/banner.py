"""A message where the person is: what happened, what to do, and a button that closes it."""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from coprod_desktop.errors import UserError
from coprod_desktop.ui.base.announce import announce
from coprod_desktop.ui.style import icons
from coprod_desktop.ui.widgets.status_label import STATES, IconLabel
from coprod_desktop.ui.widgets.text import Strong, Words, restyle


class Banner(QFrame):
    """Hidden until `tell` or `tell_error`. Spoken when it appears; it never takes the focus."""

    told = Signal()
    """There is another message."""
    closed = Signal()
    acted = Signal()
    """Its own button was pressed (only there when `tell` was given `act`)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self.setProperty("banner", "true")
        self.state = ""
        self._came_from: QWidget | None = None
        QApplication.instance().focusChanged.connect(self._focus_moved)  # type: ignore[union-attr]
        self.icon = IconLabel("info")
        self.what = Strong()
        self.what.setObjectName("bannerWhat")
        self.next = Words()
        self.next.setObjectName("bannerDo")
        self.button = QPushButton()
        self.button.setObjectName("bannerAct")
        self.button.clicked.connect(self._act)
        self.close_button = QPushButton("Close")
        self.close_button.setObjectName("bannerClose")
        self.close_button.setProperty("kind", "plain")
        icons.put(self.close_button, "cross")
        self.close_button.clicked.connect(self._close)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.what)
        words.addWidget(self.next)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 8, 8)
        row.setSpacing(12)
        row.addWidget(self.icon, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(words, 1)
        row.addWidget(self.button)
        row.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    def tell(self, what: str, do: str = "", state: str = "info", act: str = "") -> None:
        """Show a message; `state` is a key of STATES, `act` the words of an extra button."""
        self.state = state
        icon, token = STATES[state]
        self.icon.set_icon(icon, token)
        self.setProperty("banner", token if token in ("danger", "waiting", "done") else "true")
        restyle(self)
        self.what.setText(what)
        self.next.setText(do)
        self.next.setVisible(bool(do))
        self.button.setText(act)
        self.button.setVisible(bool(act))
        self.show()
        announce(self, f"{what} {do}".strip(), urgent=state == "danger")
        self.told.emit()

    def tell_error(self, error: UserError) -> None:
        """Show what could not be done and what to do."""
        self.tell(error.what, error.do, "danger")

    def clear(self) -> None:
        """Take the message away."""
        self.hide()
        self.what.clear()
        self.next.clear()

    def _act(self) -> None:
        self._go_back()
        self.acted.emit()

    def _close(self) -> None:
        self._go_back()
        self.clear()
        self.closed.emit()

    def _focus_moved(self, old: QWidget | None, new: QWidget | None) -> None:
        if new is not None and old is not None and self.isAncestorOf(new) and not self.isAncestorOf(old):
            self._came_from = old

    def _go_back(self) -> None:
        """Go on where one was before one came here, for what has the focus is about to go."""
        if not (self.button.hasFocus() or self.close_button.hasFocus()):
            return
        if self._came_from is not None and shiboken6.isValid(self._came_from) and self._came_from.isVisible():
            self._came_from.setFocus()
        else:
            self.focusNextChild()
