"""What is on the screen from the moment it locks: one word over every window, before anything else happens."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from coprod_desktop.ui.style import theme

LOCKED = "Locked"
_AT_NOTHING = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.KeyRelease,
        QEvent.Type.ShortcutOverride,
        QEvent.Type.InputMethod,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonRelease,
        QEvent.Type.MouseButtonDblClick,
        QEvent.Type.Wheel,
        QEvent.Type.ContextMenu,
        QEvent.Type.TouchBegin,
        QEvent.Type.DragEnter,
        QEvent.Type.Drop,
        QEvent.Type.Close,
    }
)
"""What a person does to a covered window does nothing."""


class Sheet(QWidget):
    """Hides everything of one window."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("cover")
        self.setAccessibleName(LOCKED)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setGeometry(window.rect())
        self.show()
        self.raise_()
        self.repaint()  # now, not in the next turn of the event loop

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: D102
        colours, painter = theme.tokens(), QPainter(self)
        painter.fillRect(event.rect(), QColor(colours.background))
        painter.setPen(QColor(colours.text))
        painter.setFont(theme.scaled(self.font(), 1.45, strong=True))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, LOCKED)
        painter.end()


class Cover(QObject):
    """Lies over every window of the program from when it is made until `lift`; `first` is covered first."""

    def __init__(self, app: QApplication, first: QWidget, title: str) -> None:
        super().__init__(first)
        self._app, self._title = app, title
        self._hide(first)
        app.installEventFilter(self)
        for window in app.topLevelWidgets():
            if window.isVisible():
                self._hide(window)

    def lift(self) -> None:
        """Take it off again."""
        self._app.removeEventFilter(self)
        for window in self._app.topLevelWidgets():
            if (sheet := _sheet_of(window)) is not None:
                sheet.hide()
                sheet.deleteLater()
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: D102
        kind = event.type()
        if kind in _AT_NOTHING:
            event.accept()
            return True
        if kind in (QEvent.Type.Show, QEvent.Type.Resize) and isinstance(watched, QWidget) and watched.isWindow():
            self._hide(watched)
        return False

    def _hide(self, window: QWidget) -> None:
        """Cover a window; a menu, a list of completions or a hint only goes."""
        if window.windowType() in (Qt.WindowType.Popup, Qt.WindowType.ToolTip):
            window.hide()
            return
        if window.windowTitle() != self._title:
            window.setWindowTitle(self._title)  # a session's title, in the list of windows
        sheet = _sheet_of(window)
        if sheet is None:
            Sheet(window)
        elif sheet.size() != window.size():
            sheet.setGeometry(window.rect())


def _sheet_of(window: QWidget) -> Sheet | None:
    return window.findChild(Sheet, options=Qt.FindChildOption.FindDirectChildrenOnly)
