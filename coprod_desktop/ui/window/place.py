"""Where the window stands: where it was left the last time, and always inside a screen that is there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QMargins, QObject, QPoint, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from coprod_desktop.ui.base.settings_file import Place, SettingsFile

FRAME = QMargins(8, 36, 8, 8)
"""What a system draws round a window, at most in most: how much it is, is known only once the window is there."""


def inside(size: QSize, at: QPoint | None, rooms: Sequence[QRect]) -> QRect:
    """Return where a window of this size stands: no larger than its room and wholly in it.

    `rooms` are what the screens leave free, the main one first; without a place of its own, or when that screen is
    gone, the window stands in the middle of the main one.
    """
    wanted = QRect(at, size) if at is not None else QRect()
    room = max(rooms, key=lambda one: _common(one, wanted))
    if not _common(room, wanted):
        room, wanted = rooms[0], QRect()
    size = size.boundedTo(room.size())
    if wanted.isNull():
        wanted.moveTo(room.center() - QPoint(size.width() // 2, size.height() // 2))
    left = min(max(wanted.left(), room.left()), room.right() + 1 - size.width())
    top = min(max(wanted.top(), room.top()), room.bottom() + 1 - size.height())
    return QRect(QPoint(left, top), size)


def _common(room: QRect, wanted: QRect) -> int:
    both = room & wanted
    return both.width() * both.height() if both.isValid() else 0


class PlaceKeeper(QObject):
    """Makes the window stand where it was left. Make one before the window is shown; `remember` when it closes."""

    def __init__(self, window: QWidget, settings: SettingsFile) -> None:
        super().__init__(window)
        self._window, self._settings = window, settings
        was, usual = settings.read().window, window.size()
        rooms = [room.marginsRemoved(FRAME) for room in _rooms()]
        if was is None:
            window.setGeometry(inside(usual, None, rooms))
            # a small screen is used whole: every line of it counts
            fill = usual.boundedTo(rooms[0].size()) != usual
        else:
            window.setGeometry(inside(QSize(was.width, was.height), QPoint(was.left, was.top), rooms))
            fill = was.maximised
        if fill:
            window.setWindowState(window.windowState() | Qt.WindowState.WindowMaximized)
        QGuiApplication.instance().screenRemoved.connect(lambda _screen: QTimer.singleShot(0, self, self.come_back))  # type: ignore[union-attr]

    def come_back(self) -> None:
        """Bring the window back inside a screen: its own has gone, or what the system drew round it was too much."""
        window = self._window
        if window.isMaximized() or window.isFullScreen():
            return
        frame, own = window.frameGeometry(), window.geometry()
        round_it = QMargins(
            own.left() - frame.left(),
            own.top() - frame.top(),
            frame.right() - own.right(),
            frame.bottom() - own.bottom(),
        )
        there = inside(own.size(), own.topLeft(), [room.marginsRemoved(round_it) for room in _rooms()])
        if there != own:
            window.setGeometry(there)

    def remember(self) -> None:
        """Write down where the window stands and how large it is."""
        own = self._window.normalGeometry()
        place = Place(own.left(), own.top(), own.width(), own.height(), maximised=self._window.isMaximized())
        self._settings.write(replace(self._settings.read(), window=place))


def _rooms() -> list[QRect]:
    """Return what every screen leaves free, the main one first."""
    main = QGuiApplication.primaryScreen()
    screens = sorted(QGuiApplication.screens(), key=lambda screen: screen is not main)
    return [screen.availableGeometry() for screen in screens]
