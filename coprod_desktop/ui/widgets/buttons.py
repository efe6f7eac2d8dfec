"""Buttons by how much they matter, and with the key that presses them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QFontMetrics, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QPushButton, QStyle, QStyleOptionButton, QStylePainter, QWidget

from coprod_desktop.ui.style import icons, theme
from coprod_desktop.ui.widgets.text import KeyCap

_CAP_GAP = 12


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
    """A button that shows its key in a cap after its words: "Start a new session now [Ctrl N]".

    In a form: promote a QPushButton, and give it its key with `set_key`.
    """

    def __init__(
        self, words: str | QWidget | None = "", key: str = "", name: str = "", *, kind: str = "",
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(words if isinstance(words, str) else "", words if isinstance(words, QWidget) else parent)
        self.setObjectName(name)
        self.setAutoDefault(False)
        if kind:
            self.setProperty("kind", kind)
        self._cap = KeyCap("", self)
        self.set_key(key)

    def set_key(self, key: str) -> None:
        """Show the key that presses it."""
        self._cap.setText(key)
        self.setAccessibleDescription(f"Key: {key}")
        self._place_cap()

    def sizeHint(self) -> QSize:  # noqa: D102
        hint = super().sizeHint()
        return QSize(hint.width() + self._cap_room(), hint.height())

    def minimumSizeHint(self) -> QSize:  # noqa: D102
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: D102
        super().resizeEvent(event)
        self._place_cap()

    def changeEvent(self, event: QEvent) -> None:  # noqa: D102
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._place_cap()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: D102
        option = QStyleOptionButton()
        self.initStyleOption(option)
        painter = QStylePainter(self)
        painter.drawControl(QStyle.ControlElement.CE_PushButtonBevel, option)
        option.rect = option.rect.adjusted(0, 0, -self._cap_room(), 0)
        painter.drawControl(QStyle.ControlElement.CE_PushButtonLabel, option)

    def _cap_room(self) -> int:
        return self._cap.sizeHint().width() + _CAP_GAP

    def _place_cap(self) -> None:
        size = self._cap.sizeHint()
        words = theme.scaled(self.font(), 1.0, strong=True)
        width = QFontMetrics(words).horizontalAdvance(self.text())
        self._cap.resize(size)
        left = (self.width() - self._cap_room() + width) // 2 + _CAP_GAP
        self._cap.move(left, (self.height() - size.height()) // 2)
