"""Buttons by how much they matter, and with the key that presses them."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from coprod_desktop.ui import icons
from coprod_desktop.ui.widgets.text import KeyCap


def button(words: str, name: str, *, kind: str = "", icon: str = "", parent: QWidget | None = None) -> QPushButton:
    """Return a button: kind "primary" (filled; one a page), "outline", "danger", "plain", "small", or "" (grey edge).

    `name` is its objectName, `icon` one of resources/icons. In a form: a QPushButton with the string property `kind`.
    """
    made = QPushButton(words, parent)
    made.setObjectName(name)
    made.setAutoDefault(False)
    if kind:
        made.setProperty("kind", kind)
    if icon:
        token = {"primary": "on_primary", "outline": "primary", "danger": "danger"}.get(kind, "text")
        icons.put(made, icon, token)
    return made


class KeyButton(QPushButton):
    """A button that shows its key in a cap after its words: "Start a new session now [Ctrl N]"."""

    def __init__(self, words: str, key: str, name: str, *, kind: str = "", parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self.setObjectName(name)
        self.setAutoDefault(False)
        if kind:
            self.setProperty("kind", kind)
        self.setAccessibleDescription(f"Key: {key}")
        self._cap = KeyCap(key, self)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 12, 0)
        row.addStretch(1)
        row.addWidget(self._cap)
