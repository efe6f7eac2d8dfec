"""One of the five steps of a session: a number in a ring and its word, as a button."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton

from coprod_desktop.services.seen.head import Step
from coprod_desktop.ui.style import icons, theme
from coprod_desktop.ui.style.fusion import TARGET

STEP_WORDS = {
    Step.GET_READY: "Get ready",
    Step.LISTEN: "Listen",
    Step.ANSWER: "Answer",
    Step.PAPER: "Paper",
    Step.FOLLOW_UP: "Follow up",
}
_AIR = 14


class StepChip(QPushButton):
    """One step: a number in a ring (a tick when done) and its word; filled when it is the open one."""

    def __init__(self, step: Step, number: int) -> None:
        super().__init__(STEP_WORDS[step])
        self.setObjectName(f"step_{step}")
        self.step, self.number = step, number
        self._open = self._done = self._bare = False
        self.show_state(is_open=False, done=False)

    def show_state(self, *, is_open: bool, done: bool, bare: bool = False) -> None:
        """Draw and name it as open and done, or not; `bare` leaves the number alone, where there is no room for words."""
        self._open, self._done, self._bare = is_open, done, bare and not is_open
        self.setToolTip(f"{STEP_WORDS[self.step]}, Ctrl {self.number}" if self._bare else f"Ctrl {self.number}")
        said = [f"Step {self.number}", STEP_WORDS[self.step]]
        said += ["done"] if done else []
        said += ["open now"] if is_open else []
        self.setAccessibleName(", ".join(said))
        self.updateGeometry()
        self.update()

    def width_with_words(self) -> int:
        """Return how wide it is with its word."""
        words = self.fontMetrics().horizontalAdvance(self.text())
        return round((_AIR + self._ring() + 8 + words + 18) * 1.02)

    def sizeHint(self) -> QSize:  # noqa: D102
        high = max(TARGET, self.fontMetrics().height() + 16)
        return QSize(2 * _AIR + self._ring() if self._bare else self.width_with_words(), high)

    def minimumSizeHint(self) -> QSize:  # noqa: D102
        return self.sizeHint()

    def _ring(self) -> int:
        return round(self.fontMetrics().height() * 1.2)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: D102
        t = theme.tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
        painter.setPen(Qt.PenStyle.NoPen)
        if self._open or self.underMouse():
            painter.setBrush(QColor(t.primary if self._open else t.hover))
            painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        self._paint_ring(painter, t.on_primary if self._open else t.quiet)
        if not self._bare:
            painter.setPen(QColor(t.on_primary if self._open else t.text))
            painter.setFont(self._words_font())
            left = _AIR + self._ring() + 8
            words = QRectF(left, 0, self.width() - left, self.height())
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.text())
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(t.focus), 3))
            painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)

    def _words_font(self) -> QFont:
        return theme.scaled(self.font(), 1.0, strong=self._open)

    def _paint_ring(self, painter: QPainter, colour: str) -> None:
        t = theme.tokens()
        side = self._ring()
        ring = QRectF(_AIR, (self.height() - side) / 2, side, side)
        if self._done and not self._open:
            painter.setBrush(QColor(t.done))
            painter.drawEllipse(ring)
        else:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(colour), 2))
            painter.drawEllipse(ring.adjusted(1, 1, -1, -1))
        if self._done:
            size = round(side * 0.66)
            tick = icons.pixmap("check", colour if self._open else t.surface, size, self.devicePixelRatioF())
            painter.drawPixmap(ring.center().toPoint().x() - size // 2, ring.center().toPoint().y() - size // 2, tick)
            return
        painter.setPen(QColor(colour))
        painter.setFont(theme.scaled(self.font(), 0.85, strong=True))
        painter.drawText(ring, Qt.AlignmentFlag.AlignCenter, str(self.number))
