"""The window on the second screen. It paints a picture and has nothing else in it: no field, no list, no name."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QCloseEvent, QPainter, QPaintEvent, QResizeEvent, QScreen
from PySide6.QtWidgets import QWidget

from coprod_desktop.publish.room_view import BLANK, RoomView
from coprod_desktop.ui.room_screen.picture import RoomLook, RoomPicture

NAME = "Room screen"
IN_A_WINDOW = (960, 540)


class RoomWindow(QWidget):
    """Covers one screen, or is an ordinary window to be shared in a call. Never takes the keys from where one types."""

    resized = Signal()
    put_away = Signal()
    """It was closed by hand."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("roomWindow")
        self.setWindowTitle(NAME)
        self.setAccessibleName(NAME)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._view, self._look, self._page = BLANK, RoomLook(), 0
        self.picture = RoomPicture(BLANK, QSizeF(16, 9), self._look)

    def cover(self, screen: QScreen) -> None:
        """Cover a screen."""
        self.setWindowFlags(
            Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowDoesNotAcceptFocus
        )
        self.setScreen(screen)
        self.setGeometry(screen.geometry())
        self.setWindowState(Qt.WindowState.WindowFullScreen)  # showFullScreen would take the keys
        self.show()

    def show_in_window(self) -> None:
        """Be a window of its own on the laptop, to be shared in a call."""
        self.setWindowFlags(Qt.WindowType.Window)
        self.setWindowState(Qt.WindowState.WindowNoState)
        self.resize(*IN_A_WINDOW)
        self.show()

    def show_view(self, view: RoomView, look: RoomLook, page: int = 0) -> None:
        """Show this from now on; it is painted before anything else happens."""
        self._view, self._look, self._page = view, look, page
        self._lay_out()
        self.repaint()

    def _lay_out(self) -> None:
        size = QSizeF(max(16, self.width()), max(9, self.height()))
        self.picture = RoomPicture(self._view, size, self._look)
        self._page = min(self._page, self.picture.pages - 1)
        self.setAccessibleDescription(self.picture.words(self._page) or "Blank")

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: D102
        super().resizeEvent(event)
        self._lay_out()
        self.resized.emit()

    def changeEvent(self, event: QEvent) -> None:  # noqa: D102
        super().changeEvent(event)
        if event.type() == QEvent.Type.WindowTitleChange and self.windowTitle() != NAME:
            self.setWindowTitle(NAME)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: D102
        super().closeEvent(event)
        self.put_away.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: D102
        painter = QPainter(self)
        self.picture.paint(painter, QRectF(self.rect()), self._page)
        painter.end()
