"""A picture on a white plate, as it will be printed: white in dark colours too."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QImageReader, QPainter, QPen, QPixmap

from coprod_desktop.publish.document import Picture
from coprod_desktop.ui.style.tokens import Tokens

_AIR = 6


def pixmap(picture: Picture, side: int, ratio: float) -> QPixmap:
    """Return a picture fitted into a square of `side` logical pixels; read at that size, which is twice as quick."""
    dots = max(round((side - 2 * _AIR) * ratio), 1)
    held = QBuffer()
    held.setData(picture.data)
    held.open(QBuffer.OpenModeFlag.ReadOnly)
    reader = QImageReader(held)
    reader.setScaledSize(reader.size().scaled(dots, dots, Qt.AspectRatioMode.KeepAspectRatio))
    fitted = QPixmap.fromImage(reader.read())
    fitted.setDevicePixelRatio(ratio)
    return fitted


def paint(painter: QPainter, shown: QPixmap | None, plate: QRect, colours: Tokens) -> None:
    """Paint a plate with the picture in its middle; without one, an empty frame with a dashed edge."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    style = Qt.PenStyle.DashLine if shown is None else Qt.PenStyle.SolidLine
    painter.setPen(QPen(QColor(colours.line), 1, style))
    painter.setBrush(QColor("#FFFFFF") if shown is not None else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(plate).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
    if shown is not None:
        size = shown.deviceIndependentSize()
        left = plate.left() + (plate.width() - size.width()) / 2
        top = plate.top() + (plate.height() - size.height()) / 2
        painter.drawPixmap(QRectF(left, top, size.width(), size.height()), shown, QRectF(shown.rect()))
    painter.restore()
