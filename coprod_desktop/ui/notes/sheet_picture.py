"""A photo of a sheet beside the box one types in: as large as there is room, larger or smaller by keys."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from coprod_desktop.ui.style import theme

_LARGEST, _STEP = 6.0, 1.25
_MOVE = 40


class SheetPicture(QWidget):
    """+ and - make it larger and smaller, the arrows move it; dragging does too."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("photo")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleDescription("Plus and minus make it larger and smaller, arrows move it.")
        self._picture = QPixmap()
        self._larger, self._left, self._top = 1.0, 0.0, 0.0
        self._held: tuple[float, float] | None = None

    def show_picture(self, data: bytes, name: str) -> None:
        """Show a picture; no bytes: none."""
        self._picture = QPixmap()
        if data:
            self._picture.loadFromData(data)
        self._larger, self._left, self._top = 1.0, 0.0, 0.0
        self.setAccessibleName(f"Photo of {name}" if data else "No photo")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: D102
        return QSize(320, self.fontMetrics().height() * 14)

    def minimumSizeHint(self) -> QSize:  # noqa: D102
        return QSize(160, self.fontMetrics().height() * 6)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: D102
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if not self._picture.isNull():
            painter.drawPixmap(self._place(), self._picture, QRectF(self._picture.rect()))
        if self.hasFocus():
            painter.setPen(theme.tokens().focus)
            painter.drawRect(self.rect().adjusted(1, 1, -2, -2))

    def _place(self) -> QRectF:
        whole = self._picture.size()
        fits = min(self.width() / max(1, whole.width()), self.height() / max(1, whole.height())) * self._larger
        wide, high = whole.width() * fits, whole.height() * fits
        return QRectF((self.width() - wide) / 2 + self._left, (self.height() - high) / 2 + self._top, wide, high)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: D102
        key = event.key()
        moves = {
            Qt.Key.Key_Left: (_MOVE, 0), Qt.Key.Key_Right: (-_MOVE, 0), Qt.Key.Key_Up: (0, _MOVE), Qt.Key.Key_Down: (0, -_MOVE),
        }  # fmt: skip
        if event.text() == "+":
            self._larger = min(_LARGEST, self._larger * _STEP)
        elif event.text() == "-":
            self._larger = max(1.0, self._larger / _STEP)
        elif key in moves:
            self._move(*moves[Qt.Key(key)])
        else:
            super().keyPressEvent(event)
            return
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: D102
        self._held = (event.position().x(), event.position().y())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: D102
        if self._held is not None:
            at = (event.position().x(), event.position().y())
            self._move(at[0] - self._held[0], at[1] - self._held[1])
            self._held = at
            self.update()

    def _move(self, left: float, top: float) -> None:
        self._left, self._top = self._left + left, self._top + top
