"""Our own line icons, tinted with a token's colour.

`put(button, "lock")` also remembers which icon it is, so that a change of theme can draw it again.
"""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QApplication

from coprod_desktop import paths
from coprod_desktop.ui.style.tokens import Tokens

_NAME = "iconName"
_TOKEN = "iconToken"


def pixmap(name: str, colour: str, size: int, ratio: float = 1.0, gap: int = 0) -> QPixmap:
    """Return resources/icons/<name>.svg drawn in `colour` ("#RRGGBB"), `size` logical pixels square.

    `gap` adds empty pixels on the right.
    """
    key = f"coprod:{name}:{colour}:{size}:{ratio}:{gap}"
    picture = QPixmap()
    if QPixmapCache.find(key, picture):
        return picture
    drawing = paths.resource("icons", f"{name}.svg").read_text(encoding="utf-8").replace("currentColor", colour)
    picture = QPixmap(QSize(size + gap, size) * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    QSvgRenderer(QByteArray(drawing.encode())).render(painter, QRectF(0, 0, size, size))
    painter.end()
    QPixmapCache.insert(key, picture)
    return picture


def icon(name: str, colour: str, size: int = 24, gap: int = 0) -> QIcon:
    """Return the icon, sharp on the sharpest screen there is."""
    app = QApplication.instance()
    ratio = app.devicePixelRatio() if isinstance(app, QApplication) else 1.0
    return QIcon(pixmap(name, colour, size, ratio, gap))


def put(button: QAbstractButton, name: str, token: str = "text") -> None:
    """Give a button an icon in the colour of `token` (a field of Tokens), beside its words."""
    button.setProperty(_NAME, name)
    button.setProperty(_TOKEN, token)
    app = QApplication.instance()
    tokens = app.property("coprod_tokens") if app is not None else None
    if isinstance(tokens, Tokens):
        _draw(button, tokens)


def clear(button: QAbstractButton) -> None:
    """Take a button's icon away."""
    button.setProperty(_NAME, "")
    button.setIcon(QIcon())


def retint(tokens: Tokens) -> None:
    """Draw every button's icon again in the colours given."""
    for widget in QApplication.allWidgets():
        if isinstance(widget, QAbstractButton) and widget.property(_NAME):
            _draw(widget, tokens)


def _draw(button: QAbstractButton, tokens: Tokens) -> None:
    size = round(button.fontMetrics().height() * 1.05)
    colour = getattr(tokens, button.property(_TOKEN))
    # Qt keeps icon and words only 4 pixels apart
    gap = 0 if not button.text() else 8 if button.property("kind") == "nav" else 4
    button.setIcon(icon(button.property(_NAME), colour, size, gap))
    button.setIconSize(QSize(size + gap, size))
