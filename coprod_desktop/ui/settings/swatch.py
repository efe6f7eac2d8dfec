"""Two small pictures of what papers will wear: a colour, and the logo."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from coprod_desktop.ui.style import theme
from coprod_desktop.ui.style.fusion import TARGET

_LOGO = QSize(280, 96)


class Swatch(QWidget):
    """Letters in a colour on white paper, and a block of it. Ornament beside words that say whether it can be read."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._colour = ""

    def set_colour(self, colour: str) -> None:
        """Show a colour "#RRGGBB"; nothing for ""."""
        self._colour = colour
        self.setVisible(bool(colour))
        self.update()

    def sizeHint(self) -> QSize:  # noqa: D102
        return QSize(2 * max(TARGET, self.fontMetrics().height() + 12), max(TARGET, self.fontMetrics().height() + 12))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: D102
        if not self._colour:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setPen(QColor(theme.tokens().line))
        painter.setBrush(Qt.GlobalColor.white)
        painter.drawRoundedRect(frame, 8, 8)
        block = frame.adjusted(6, 6, -frame.width() / 2 - 2, -6)
        painter.fillRect(block, QColor(self._colour))
        painter.setPen(QColor(self._colour))
        painter.drawText(frame.adjusted(frame.width() / 2, 0, -4, 0), Qt.AlignmentFlag.AlignCenter, "Aa")


class LogoPreview(QLabel):
    """The logo as papers will have it, never larger than a hand's breadth of the card."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hide()

    def set_logo(self, data: bytes | None, alt: str) -> None:
        """Show a picture and what it shows; nothing without one."""
        picture = QPixmap()
        if data is None or not picture.loadFromData(data):
            self.clear()
            self.hide()
            return
        if picture.width() > _LOGO.width() or picture.height() > _LOGO.height():
            picture = picture.scaled(
                _LOGO, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
            )
        self.setPixmap(picture)
        self.setAccessibleName(alt)
        self.show()
