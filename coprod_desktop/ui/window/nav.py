"""The left side: the parts of the program, as icon and word; icons alone where the words would take the page's room."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QFrame, QLayout, QPushButton, QWidget

from coprod_desktop.ui.style import icons
from coprod_desktop.ui.widgets.room import is_low
from coprod_desktop.ui.widgets.text import restyle

LETTERS = 108
"""A window that is fewer letters wide than this has the icons alone, and less air; so large text folds it too."""
_AIR, _LITTLE_AIR = 28, 12
"""At the sides of the page."""


class Nav(QObject):
    """`ornament` is what goes when it folds, `beside` the page's own column; `undo` is looked after by its own keeper."""

    def __init__(
        self,
        window: QWidget,
        frame: QFrame,
        ornament: QWidget,
        beside: QLayout,
        buttons: Mapping[str, QPushButton],
        undo: QPushButton,
    ) -> None:
        super().__init__(frame)
        self._window, self._frame, self._ornament, self._beside = window, frame, ornament, beside
        self._buttons, self._undo, self._undo_words = buttons, undo, undo.text()
        self._words = {name: push.text() for name, push in buttons.items()}
        self._widths = {name: push.minimumWidth() for name, push in buttons.items()}
        self._folded = False
        for name, push in buttons.items():
            icons.put(push, name)
            push.setAccessibleName(push.text())
        window.installEventFilter(self)
        frame.installEventFilter(self)

    @property
    def folded(self) -> bool:
        """Whether there are icons alone."""
        return self._folded

    def show(self, shown: bool, *, enabled: bool) -> None:
        """Show the left side or not, and whether its buttons can be pressed; none is the open one."""
        self._frame.setVisible(shown)
        for push in self._buttons.values():
            push.setEnabled(enabled)
        self.mark("")

    def mark(self, here: str) -> None:
        """Show which button's page is open; said in words too. (A checkable button is read out as a check box.)"""
        for name, push in self._buttons.items():
            push.setProperty("here", "true" if name == here else "false")
            push.setAccessibleDescription("open now" if name == here else "")
            restyle(push)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: D102
        if event.type() in (QEvent.Type.Resize, QEvent.Type.FontChange):
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        folded = self._window.width() < LETTERS * self._frame.fontMetrics().averageCharWidth()
        side, low = _LITTLE_AIR if folded else _AIR, is_low(self._frame)
        self._beside.setContentsMargins(side, 6 if low else 18, side, 2 if low else 8)
        self._beside.setSpacing(8 if low else 12)
        if folded == self._folded:
            return
        self._folded = folded
        self._ornament.setVisible(not folded)
        self._undo.setText("" if folded else self._undo_words)
        for name, push in self._buttons.items():
            push.setText("" if folded else self._words[name])
            push.setToolTip(self._words[name] if folded else "")
            push.setMinimumWidth(0 if folded else self._widths[name])
