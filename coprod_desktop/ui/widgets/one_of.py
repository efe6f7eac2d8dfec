"""Buttons of which one is down: Tab stops at that one, and the arrows go to the others."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QAbstractButton, QButtonGroup


class OneOf(QButtonGroup):
    """Qt by itself has Tab stop at whichever was stopped at before: Space there would press one that nobody chose."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.buttonToggled.connect(self._stop_at)

    def _stop_at(self, down: QAbstractButton, is_down: bool) -> None:
        if not is_down:
            return
        for push in self.buttons():
            tab = Qt.FocusPolicy.StrongFocus if push is down else Qt.FocusPolicy.ClickFocus
            push.setFocusPolicy(tab)
